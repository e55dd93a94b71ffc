import type { EntryBody, RunEntry } from '../bff/runs/log.ts';

/** Entries of a run as tests write them, and the reading of what a log tells of it. */
export const entry = (seq: number, body: EntryBody): RunEntry => ({ seq, at: 1_767_225_600_000, ...body });

/** An entry whose frame `n` says its number. */
export const text = (seq: number, n = seq): RunEntry =>
  entry(seq, { kind: 'part', n, frame: { type: 'text-delta', id: 't', delta: `${n}` } });

export const end = (seq: number): RunEntry => entry(seq, { kind: 'run-finished', outcome: 'finished' });

/** All entries that came. */
export async function collect(batches: AsyncIterable<readonly RunEntry[]>): Promise<RunEntry[]> {
  const all: RunEntry[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

/** The numbers of all entries that came. */
export const numbersOf = async (batches: AsyncIterable<readonly RunEntry[]>): Promise<number[]> =>
  (await collect(batches)).map(({ seq }) => seq);

/** A reader of its own: `begun` once it has its first entries. */
export function reading(batches: AsyncIterable<readonly RunEntry[]>): { begun: Promise<void>; all: Promise<number[]> } {
  const begun = Promise.withResolvers<void>();
  async function* telling() {
    for await (const batch of batches) {
      begun.resolve();
      yield batch;
    }
  }
  return { begun: begun.promise, all: numbersOf(telling()) };
}
