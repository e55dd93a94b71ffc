/** What `open` found: the first result, and where the rest comes from. */
export interface Opened<T> {
  readonly first: IteratorResult<T>;
  readonly rest: {
    next(): Promise<IteratorResult<T>>;
    /** The reader left early. */
    close(): void;
  };
}

/**
 * An iteration whose source is chosen when the first value is asked for. Later values come straight from that source, with
 * nothing in between: this is the road of every token.
 * @param open called once, by the first `next`; what it throws is thrown there.
 */
export function openIterator<T>(open: () => Promise<Opened<T>>): AsyncIterableIterator<T> {
  let opening: Promise<Opened<T>> | undefined;
  let rest: Opened<T>['rest'] | undefined;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next() {
      if (rest) return rest.next();
      if (opening) return opening.then((opened) => opened.rest.next());
      opening = open();
      return opening.then((opened) => {
        rest = opened.rest;
        return opened.first;
      });
    },
    async return() {
      // Whoever leaves while it opens ends it by the signal.
      rest?.close();
      return { done: true, value: undefined };
    },
  };
}
