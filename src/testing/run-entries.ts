import type { EntryBody, RunEntry } from '../bff/runs/log.ts';

/** Entries of a run as tests write them, and the reading of what a log tells of it. */
export const entry = (seq: number, body: EntryBody): RunEntry => ({ seq, at: 0, ...body });

/** Entry `n`, which says `n`. */
export const text = (n: number): RunEntry => entry(n, { kind: 'part', n, frame: { type: 'text-delta', id: 't', delta: `${n}` } });

export const end = (seq: number): RunEntry => entry(seq, { kind: 'run-finished', outcome: 'finished' });

/** The numbers of all entries that came. */
export async function collect(batches: AsyncIterable<readonly RunEntry[]>): Promise<number[]> {
  const all: number[] = [];
  for await (const batch of batches) all.push(...batch.map((each) => each.seq));
  return all;
}

/** A reader of its own: `begun` once it has its first entries. */
export function reading(batches: AsyncIterable<readonly RunEntry[]>): { begun: Promise<void>; all: Promise<number[]> } {
  const begun = Promise.withResolvers<void>();
  async function* telling() {
    for await (const batch of batches) {
      begun.resolve();
      yield batch;
    }
  }
  return { begun: begun.promise, all: collect(telling()) };
}
