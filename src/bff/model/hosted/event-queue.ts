import type { ModelEvent } from '../port.ts';

/** Events waiting for the turn. Text that nobody has fetched yet is joined, so a slow moment costs no extra events. */
export interface EventQueue {
  readonly length: number;
  push(event: ModelEvent): void;
  /** No more events come. */
  end(): void;
  /** No more events come, and after those already here the reader is given `error`. */
  fail(error: unknown): void;
  /** Forgets what waits. */
  clear(): void;
  next(): Promise<IteratorResult<ModelEvent>>;
}

/** @param onDrained called when a reader asks and nothing waits. */
export function createEventQueue(onDrained: () => void): EventQueue {
  let waiting: ModelEvent[] = [];
  let head = 0;
  let closing: Promise<IteratorResult<ModelEvent>> | undefined;
  let reader: { resolve: (result: IteratorResult<ModelEvent>) => void; promise: Promise<IteratorResult<ModelEvent>> } | undefined;

  function close(result: () => Promise<IteratorResult<ModelEvent>>): void {
    if (closing) return;
    closing = result();
    // Nobody may ever ask for the rejection.
    closing.catch(() => {});
    reader?.resolve(closing as never);
    reader = undefined;
  }

  return {
    get length() {
      return waiting.length - head;
    },
    push(event) {
      if (closing) return;
      if (reader) {
        const { resolve } = reader;
        reader = undefined;
        return resolve({ done: false, value: event });
      }
      const last = waiting.at(-1);
      if (last?.type === 'text' && event.type === 'text' && head < waiting.length) {
        waiting[waiting.length - 1] = { type: 'text', text: last.text + event.text };
      } else {
        waiting.push(event);
      }
    },
    end: () => close(() => Promise.resolve({ done: true, value: undefined })),
    fail: (error) => close(() => Promise.reject(error)),
    clear() {
      waiting = [];
      head = 0;
    },
    next() {
      const value = waiting[head];
      if (value) {
        head += 1;
        if (head === waiting.length) {
          waiting = [];
          head = 0;
        }
        return Promise.resolve({ done: false, value });
      }
      onDrained();
      if (closing) return closing;
      reader ??= Promise.withResolvers<IteratorResult<ModelEvent>>();
      return reader.promise;
    },
  };
}
