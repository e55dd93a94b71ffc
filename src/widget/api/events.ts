import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** Longest event kept while its end has not come; a run's whole log is bounded at 1 MiB. */
const MAX_EVENT = 2 * 1024 * 1024;

/** Gives up on a connection that says nothing, heartbeats included. */
export type ReadWithin = <T>(read: Promise<T>) => Promise<T>;

/**
 * Reads server-sent events. Bytes may be cut anywhere, inside a character too.
 * @param within rejects a read that takes too long; the connection is then closed.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>, within: ReadWithin): AsyncGenerator<EventSourceMessage> {
  const ready: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => ready.push(event), maxBufferSize: MAX_EVENT });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await within(reader.read());
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* ready.splice(0);
    }
  } finally {
    // Also when the consumer stops early: an abandoned body would hold its connection open.
    await reader.cancel().catch(() => undefined);
  }
}
