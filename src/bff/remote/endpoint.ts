/** A shop's own endpoint gave no usable answer. The message never carries anything of what it sent. */
export class EndpointFault extends Error {
  override readonly name = 'EndpointFault';
  /** HTTP status, where there was an answer at all. */
  readonly status: number | undefined;
  constructor(message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.status = options.status;
  }
}

/** One of the addresses a shop answers questions at (design, "A shop's own endpoints"). */
export interface Endpoint {
  /**
   * @param path appended to the base address, with its slash.
   * @returns the JSON value of the answer, unchecked.
   * @throws EndpointFault, or the reason of the aborted signal.
   */
  post(path: string, body: unknown, signal?: AbortSignal): Promise<unknown>;
}

export interface EndpointOptions {
  /** Largest answer that is read, in bytes. */
  readonly max_bytes?: number;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** Whether requests may go to an address: `https:` without user or password, `http:` on loopback only (T27). */
export function isEndpointAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

async function readBounded(response: Response, max_bytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop closes the socket: the rest is never received.
    if (bytes > max_bytes) throw new EndpointFault('the answer is too large', { status: response.status });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * Asks a shop's endpoint in JSON. Time limit, retry and breaker are the caller's (`resilience.ts`). A redirect is a
 * fault: requests go to the configured host and to no other (T22).
 * @param base an address as {@link isEndpointAddress} wants it; its query is kept, its fragment is not sent.
 * @throws TypeError for any other address.
 */
export function createEndpoint(base: string, { max_bytes = 256 * 1024 }: EndpointOptions = {}): Endpoint {
  if (!isEndpointAddress(base)) throw new TypeError('an endpoint has an https: address without user or password (http: on loopback only)');
  return {
    async post(path, body, signal) {
      const url = new URL(base);
      url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
      url.hash = '';
      let text: string;
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify(body),
          redirect: 'error',
          ...(signal ? { signal } : {}),
        });
        if (!response.ok) {
          await response.body?.cancel();
          throw new EndpointFault(`the endpoint answered ${response.status}`, { status: response.status });
        }
        text = await readBounded(response, max_bytes);
      } catch (cause) {
        if (signal?.aborted) throw signal.reason;
        throw cause instanceof EndpointFault ? cause : new EndpointFault('the endpoint cannot be reached', { cause });
      }
      try {
        return JSON.parse(text) as unknown;
      } catch {
        throw new EndpointFault('the answer is not JSON');
      }
    },
  };
}
