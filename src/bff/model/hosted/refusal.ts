import type { IncomingMessage } from 'node:http';
import { providerMessage, retryAfter, type Setback, statusSetback } from './failures.ts';
import { fieldsOf } from './fields.ts';

/** Bytes of an error's body that are read at most. */
const bodyLimit = 16 * 1024;

/**
 * Reads why the provider did not answer. Of the body only a JSON error's own message is kept, redacted, as the cause.
 * @param now milliseconds since the epoch.
 */
export async function readRefusal(response: IncomingMessage, now: number, redact: (text: string) => string): Promise<Setback> {
  const status = response.statusCode === 200 ? 502 : (response.statusCode ?? 502);
  const detail = redact(detailOf(await start(response)));
  return statusSetback(status, retryAfter(response.headers, now), detail);
}

/** The start of the body; however it ends, what was received by then. */
async function start(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  try {
    for await (const piece of response) {
      text += piece;
      if (text.length > bodyLimit) break;
    }
  } catch {
    // A body that breaks off changes nothing: the status has said enough.
  }
  return text;
}

function detailOf(body: string): string {
  try {
    const fields = fieldsOf(JSON.parse(body));
    return providerMessage(fields?.error ?? fields);
  } catch {
    return 'a body that is not JSON';
  }
}
