import type { ModelEvent } from '../port.ts';

type Result = IteratorResult<ModelEvent>;

/** Events waiting for the turn. Text that nobody has fetched yet is joined, so a slow moment costs no extra events. */
export interface EventQueue {
  push(event: ModelEvent): void;
  /** No more events come. */
  end(): void;
  /** No more events come, and after those already here the reader is given `error`. */
  fail(error: unknown): void;
  /** Forgets what waits. */
  clear(): void;
  next(): Promise<Result>;
}

export function createEventQueue(): EventQueue {
  const waiting: ModelEvent[] = [];
  const readers: ((result: Result | Promise<Result>) => void)[] = [];
  let closing: Promise<Result> | undefined;

  function close(result: Promise<Result>): void {
    // Nobody may ever ask for the rejection.
    result.catch(() => {});
    closing ??= result;
    for (const read of readers.splice(0)) read(closing);
  }

  return {
    push(event) {
      if (closing) return;
      const read = readers.shift();
      if (read) return read({ done: false, value: event });
      const last = waiting.at(-1);
      if (last?.type === 'text' && event.type === 'text') waiting[waiting.length - 1] = { type: 'text', text: last.text + event.text };
      else waiting.push(event);
    },
    end: () => close(Promise.resolve({ done: true, value: undefined })),
    fail: (error) => close(Promise.reject(error)),
    clear: () => waiting.splice(0),
    next() {
      const value = waiting.shift();
      if (value) return Promise.resolve({ done: false, value });
      return closing ?? new Promise((resolve) => readers.push(resolve));
    },
  };
}
