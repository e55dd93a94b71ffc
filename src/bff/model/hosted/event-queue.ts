import type { ModelEvent } from '../port.ts';

type Result = IteratorResult<ModelEvent>;

/** Events waiting for the turn. Text that was pushed together, or that nobody has fetched yet, is joined: it costs one event. */
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
  let handing = false;

  function close(result: Promise<Result>): void {
    // Nobody may ever ask for the rejection.
    result.catch(() => {});
    closing ??= result;
    handOver();
  }

  /** Once the pushes of this moment are through. */
  function deliver(): void {
    handing = false;
    while (readers.length > 0) {
      const value = waiting.shift();
      if (!value) break;
      readers.shift()?.({ done: false, value });
    }
    if (closing && waiting.length === 0) for (const read of readers.splice(0)) read(closing);
  }

  function handOver(): void {
    if (handing || readers.length === 0) return;
    handing = true;
    queueMicrotask(deliver);
  }

  return {
    push(event) {
      if (closing) return;
      const last = waiting.at(-1);
      if (last?.type === 'text' && event.type === 'text') waiting[waiting.length - 1] = { type: 'text', text: last.text + event.text };
      else waiting.push(event);
      handOver();
    },
    end: () => close(Promise.resolve({ done: true, value: undefined })),
    fail: (error) => close(Promise.reject(error)),
    clear: () => waiting.splice(0),
    next() {
      // In their order: who asked before gets what came before.
      const value = readers.length === 0 ? waiting.shift() : undefined;
      if (value) return Promise.resolve({ done: false, value });
      if (closing && waiting.length === 0) return closing;
      return new Promise((resolve) => readers.push(resolve));
    },
  };
}
