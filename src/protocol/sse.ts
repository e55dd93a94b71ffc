import type { Frame } from './frames.ts';

/** Ends every stream; carries no id. */
export const DONE = '[DONE]';

/** Headers of an event stream that no proxy may hold back or change. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  'x-vercel-ai-ui-message-stream': 'v1',
} as const;

/**
 * One frame as a server-sent event. JSON escapes every line break, so text can never start a field of its own
 * (`data:`, `id:`): the event set is what the server made it.
 * @param n the frame's number in its run; undefined for frames that are no part of the count (`data-resync`).
 */
export function encodeFrame(frame: Frame, n?: number): string {
  return `${n === undefined ? '' : `id: ${n}\n`}data: ${JSON.stringify(frame)}\n\n`;
}

/** The last event of a stream. */
export const encodedDone = `data: ${DONE}\n\n`;

/** A comment that keeps proxies and clients from giving up on a quiet stream. */
export const heartbeat = ': \n\n';
