import { expect, it, vi } from 'vitest';
import { aFinishedRun } from '../../testing/finished-runs.ts';
import type { Conversation } from '../runs/conversations.ts';
import { KeptEntries } from '../runs/kept-entries.ts';
import { ArchiveDown, type BroughtRun, type RunArchive } from './archive.ts';
import { ArchiveFeed, type FeedOptions } from './feed.ts';

/** A feed between a log that knows every run and an archive that fails as told. */
function setUp(fails: (runs: readonly BroughtRun[]) => Error | undefined = () => undefined, more: Partial<FeedOptions> = {}) {
  const kept: string[] = [];
  const outcomes: Record<string, number> = {};
  const faults: string[] = [];
  const settled: string[] = [];
  const erased = new Set<string>();
  const archive = {
    async add(runs: readonly BroughtRun[]) {
      const fault = fails(runs);
      if (fault) throw fault;
      kept.push(...runs.map((run) => run.run_id));
      return runs.length;
    },
    remark: async (_: string, remark: { readonly run_id: string }) => void kept.push(`remark ${remark.run_id}`),
    erase: async (id: string) => {
      erased.add(id);
      return 0;
    },
    prune: async () => 0,
    close: async () => undefined,
  } as unknown as RunArchive;
  const conversation = (run_id: string): Conversation => ({
    id: `talk-${run_id}`,
    site: 's',
    locale: 'en',
    turns: [],
    ledger: ['a', 'b'],
    noted: {},
  });
  const feed = new ArchiveFeed({
    archive,
    runs: {
      packed: async (run_id) => KeptEntries.of(aFinishedRun({ id: run_id }).entries).packed(),
      ended: async () => ['left'],
      settled: async (run_id) => void settled.push(run_id),
    },
    conversations: { ofRun: async (run_id) => (erased.has(`talk-${run_id}`) ? null : conversation(run_id)) },
    days: 0,
    now: () => 0,
    onRuns: (outcome, count) => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
    },
    onFault: (cause) => faults.push(cause instanceof Error ? cause.message : ''),
    pause: async () => undefined,
    ...more,
  });
  return { feed, kept, outcomes, faults, settled, erased };
}

it('brings runs and what became of them in the order they came', async () => {
  const { feed, kept, outcomes, settled } = setUp();
  feed.finished('r1');
  feed.remark('talk-r1', { kind: 'feedback', run_id: 'r1', at: new Date(0).toISOString(), verdict: 'up' });
  feed.finished('r2');
  await feed.close();
  expect(kept).toEqual(['r1', 'remark r1', 'r2']);
  expect(outcomes).toEqual({ stored: 2 });
  expect(settled).toEqual(['r1', 'r2']);
});

it('keeps what waits while the archive is away, and says so once', async () => {
  let tries = 0;
  const { feed, kept, faults } = setUp(() => (++tries < 4 ? new ArchiveDown('away') : undefined));
  feed.finished('r1');
  feed.finished('r2');
  await vi.waitFor(() => expect(kept).toEqual(['r1', 'r2']));
  expect(faults).toEqual(['away']);
});

it('leaves the cores to answers between two batches for three times as long as the last one took, and never over a second', async () => {
  let now = 0;
  const pauses: number[] = [];
  const batches: number[] = [];
  const took = [20, 5000, 7];
  const { feed, kept } = setUp(
    (runs) => {
      now += took[batches.length] ?? 0;
      batches.push(runs.length);
      return undefined;
    },
    { clock: () => now, pause: async (ms) => void pauses.push(ms) },
  );
  for (let n = 0; n < 40; n += 1) feed.finished(`r${n}`);
  await vi.waitFor(() => expect(kept).toHaveLength(40));
  expect(batches).toEqual([16, 16, 8]);
  // The first lets runs that end together gather.
  expect(pauses).toEqual([100, 60, 1000]);
});

it('lets go of the run that spoils a batch, and keeps the others', async () => {
  const { feed, kept, outcomes } = setUp((runs) => (runs.some((run) => run.run_id === 'bad') ? new Error('no row') : undefined));
  for (const id of ['r1', 'bad', 'r2']) feed.finished(id);
  await feed.close();
  expect(kept).toEqual(['r1', 'r2']);
  expect(outcomes).toEqual({ stored: 2, failed: 1 });
});

it('drops the oldest and counts it when too many wait', async () => {
  const { feed, outcomes } = setUp(() => new ArchiveDown('away'), { pause: () => new Promise(() => undefined) });
  for (let run = 0; run < 5003; run += 1) feed.finished(`r${run}`);
  expect(outcomes).toEqual({ dropped: 3 });
  await feed.close(1);
  expect(outcomes.dropped).toBe(5003);
});

it('never brings a run whose conversation was erased meanwhile', async () => {
  const { feed, kept } = setUp();
  feed.finished('r1');
  await feed.erase('talk-r1');
  await feed.close();
  expect(kept).toEqual([]);
});

it('takes what a replica that died has left', async () => {
  const { feed, kept, settled } = setUp();
  await feed.takeLeft();
  await feed.close();
  expect([kept, settled]).toEqual([['left'], ['left']]);
});
