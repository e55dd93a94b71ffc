/** Runs writes in the order they came: a catalogue has one writer, and a second would wait on its lock. */
export function oneByOne<T>(work: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (value) => {
    const mine = last.catch(() => undefined).then(() => work(value));
    last = mine;
    return mine;
  };
}
