/** How a connection behaves. */
export interface Line {
  /** Breaks off after so many bytes; once. */
  readonly cutAfter?: number;
  /** Milliseconds before each piece is taken. */
  readonly slow_ms?: number;
}

/** What no byte to a client may hold (I3): words of an upstream, keys, tags, stacks. */
const FORBIDDEN =
  /SECRET|sk-planted|<item|<ask|<html|SECOND-CHOICE|AFTER-FINISH|rate limit reached|incorrect API key|\n\s+at \S+ \(|node:internal|file:\/\//;
/** Characters kept to find what two pieces share. */
const OVERLAP = 64;

/**
 * `fetch` over a line that misbehaves, watched byte by byte: frames of a connection are numbered without a gap (I2), from where they
 * were asked for, and hold nothing that is not the shopper's (I3).
 */
export function watchedFetch(line: Line, onFault: (fault: string) => void): typeof fetch {
  let cutAfter = line.cutAfter;
  return async (input, init) => {
    const response = await fetch(input, init);
    const reader = response.body?.getReader();
    if (!reader || !response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
    const asked = new URL(String(input instanceof Request ? input.url : input)).searchParams.get('after');
    const decoder = new TextDecoder();
    let last = Number(asked ?? 0);
    let tail = '';
    const watch = (bytes: Uint8Array): void => {
      const text = tail + decoder.decode(bytes, { stream: true });
      const forbidden = FORBIDDEN.exec(text)?.[0];
      if (forbidden) onFault(`I3: a client got "${forbidden.trim()}"`);
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      for (const [, n] of whole.matchAll(/^id: (\d+)\n/gm)) {
        if (Number(n) !== last + 1) onFault(`I2: frame ${n} came after ${last}`);
        last = Number(n);
      }
      const rest = text.slice(whole.length);
      // Lines already counted must not be seen again; what may be half of something forbidden must.
      tail = rest || whole.slice(-OVERLAP).replace(/^id: .*$/gm, '');
    };
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (line.slow_ms) await new Promise((resolve) => setTimeout(resolve, line.slow_ms));
        const { done, value } = await reader.read();
        if (done) return controller.close();
        if (cutAfter !== undefined && value.length >= cutAfter) {
          cutAfter = undefined;
          await reader.cancel();
          return controller.error(new TypeError('cut'));
        }
        if (cutAfter !== undefined) cutAfter -= value.length;
        watch(value);
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(body, { status: response.status, headers: response.headers });
  };
}
