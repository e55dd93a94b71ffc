import type { FetchLike } from '@modelcontextprotocol/client';

/** Bytes of one answer, or of one event of a stream. */
export const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Index after the last event that ends in the chunk; -1 where none does. */
function eventEnd(chunk: Uint8Array): number {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return Math.max(bytes.lastIndexOf('\n\n'), bytes.lastIndexOf('\n\r\n'));
}

/**
 * `fetch` whose answers end in an error once they are too large to be one. In an event stream each event is measured: the one
 * that carries `list_changed` stays open for days.
 */
export function boundedFetch(limit: number = MAX_ANSWER_BYTES, base: FetchLike = fetch): FetchLike {
  return async (url, init) => {
    const response = await base(url, init);
    if (!response.body) return response;
    const isEvents = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
    let size = 0;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          const end = isEvents ? eventEnd(chunk) : -1;
          size = end < 0 ? size + chunk.byteLength : chunk.byteLength - end;
          if (size > limit) controller.error(new RangeError('the answer is too large'));
          else controller.enqueue(chunk);
        },
      }),
    );
    const { status, statusText, headers } = response;
    return new Response(counted, { status, statusText, headers });
  };
}
