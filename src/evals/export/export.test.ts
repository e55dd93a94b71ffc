import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunArchive } from '../../bff/archive/archive.ts';
import { archiveOver, openLine } from '../../bff/archive/sql-archive.ts';
import { runsQuerySchema } from '../../protocol/operator.ts';
import { callsTool, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import { cardText } from './card.ts';
import type { DpoExample, Json } from './example.ts';
import { exportRuns, splitOf } from './export.ts';
import { examplesOf } from './from-run.ts';
import { llamaFactory } from './llama-factory.ts';
import { msSwift } from './ms-swift.ts';
import { openai } from './openai.ts';
import { trl } from './trl.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-export-'));
const formats = [openai, trl, llamaFactory, msSwift];
const kinds = ['sft', 'dpo', 'kto', 'grpo'] as const;
const shares = { train: 90, validation: 5, test: 5 };
const query = v.parse(runsQuerySchema, {});
const yes = { consent: { training: true } };
let archive: RunArchive;
let bff: TestBff;
const model = scriptedPort([
  // A draft whose only card is made up, and its repair.
  callsTool('search_db', { query: 'brass' }),
  says('Look at this one: ', '<itemCard id="made-up"/>'),
  says('This lamp is of brass. ', '<itemCard id="lamp"/>'),
  // Arguments that do not fit, and the call again.
  callsTool('search_db', { query: 'brass', rating_min: 'high' }),
  callsTool('search_db', { query: 'brass', rating_min: 4 }),
  says('None is rated that well.'),
  says('Without a word of consent.'),
  says('Mail it to mei.lin@example.com then.'),
]);
const ids: string[] = [];
beforeAll(async () => {
  archive = archiveOver(await openLine(`sqlite:${join(folder, 'runs.db')}`));
  bff = await startTestBff({ items: [anItem({ id: 'lamp', title: 'Brass lamp' })], model, parts: { archive } });
  const first = await bff.ask('a brass lamp', yes);
  ids.push(first.headers.get('aisle-conversation') ?? '');
  await bff.ask('rated four stars', { ...yes, conversation_id: ids[0] });
  await bff.ask('and this?');
  const last = await bff.ask('mail it to mei.lin@example.com', yes);
  ids.push(last.headers.get('aisle-conversation') ?? '');
  await vi.waitFor(async () => expect((await archive.list(query)).total).toBe(4), { timeout: 5000 });
});
afterAll(async () => {
  await bff.close();
  rmSync(folder, { recursive: true, force: true });
});

const collect = async () => {
  const lines: { path: string; record: Json }[] = [];
  const counts = await exportRuns({
    archive,
    query,
    formats,
    kinds,
    shares,
    leastScore: 0,
    write: ({ format, kind, record }) => void lines.push({ path: `${format.name}/${kind}`, record }),
    onRefused: (...refusal) => {
      throw new Error(refusal.join(' '));
    },
  });
  return { lines, counts };
};

it('a refused draft and its accepted repair are a pair under one prompt', async () => {
  const { runs } = await archive.page(query, 0, 10);
  const [first, second] = runs.map((run) => examplesOf(run, 0).filter((each): each is DpoExample => each.kind === 'dpo'));
  expect(first).toMatchObject([
    {
      why: 'repair',
      rejected: { text: 'Look at this one: <itemCard id="made-up"/>' },
      chosen: { text: 'This lamp is of brass. <itemCard id="lamp"/>' },
    },
  ]);
  expect(first?.[0]?.prompt.at(-1)).toMatchObject({ role: 'tool', name: 'search_db' });
  expect(second).toMatchObject([
    { why: 'call', rejected: { calls: [{ arguments: { rating_min: 'high' } }] }, chosen: { calls: [{ arguments: { rating_min: 4 } }] } },
  ]);
});

it('the draft is in no exchange to imitate', async () => {
  const { lines } = await collect();
  const imitated = lines.filter(({ path }) => path.endsWith('/sft'));
  expect(imitated).toHaveLength(3 * formats.length);
  expect(JSON.stringify(imitated)).not.toContain('made-up');
  expect(JSON.stringify(imitated)).toContain('This lamp is of brass.');
});

it('only what shoppers let the shop train with is written, personal data replaced', async () => {
  const { lines, counts } = await collect();
  expect(counts).toMatchObject({ runs: 4, consented: 3, refused: 0, unreadable: 0 });
  const all = JSON.stringify(lines);
  expect(all).not.toContain('Without a word of consent');
  expect(all).not.toContain('mei.lin');
  expect(all).toContain('Mail it to [email] then.');
  const card = cardText({ counts, formats, kinds, shares, leastScore: 0, filters: 'all', at: '2026-01-01T00:00:00Z', license: 'other' });
  expect(card).toContain('license: other');
  expect(card).toContain('4 runs match; 3 of them');
  expect(card).toContain('openai takes no kto');
});

it('a conversation is in one part of the set, the same in every export', async () => {
  expect(splitOf('a', { train: 100, validation: 0, test: 0 })).toBe('train');
  expect(splitOf('a', { train: 0, validation: 0, test: 100 })).toBe('test');
  const parts = Array.from({ length: 2000 }, (_, at) => splitOf(`talk ${at}`, shares));
  const share = parts.filter((part) => part === 'train').length / parts.length;
  expect(share).toBeGreaterThan(0.87);
  expect(share).toBeLessThan(0.93);
});

it('an erased conversation is in no export', async () => {
  await fetch(`${bff.url}/v1/conversations/${ids[1]}`, { method: 'DELETE' });
  const { lines, counts } = await collect();
  expect(counts.runs).toBe(3);
  expect(JSON.stringify(lines)).not.toContain('[email]');
  expect(await archive.erased(ids[1] ?? '')).toBe(true);
});
