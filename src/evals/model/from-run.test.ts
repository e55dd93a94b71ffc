import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { caseOf } from '../../bff/archive/case.ts';
import { archiveOver, openLine } from '../../bff/archive/sql-archive.ts';
import { aFinishedRun } from '../../testing/finished-runs.ts';
import { parseCases } from './case.ts';
import { recordedCase } from './from-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-case-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a saved run is a case that the evaluation reads, earlier turns included', async () => {
  const archive = archiveOver(await openLine(join(folder, 'runs.db')));
  const earlier = aFinishedRun({ query: 'tents' });
  await archive.add([{ ...aFinishedRun(), turns: [{ message: 'tents?', history: earlier.answer }] }]);
  const run = await archive.read('run-1');
  await archive.close();
  if (!run) throw new Error('no run');
  const line = recordedCase(run, await caseOf(run, { name: 'a-light-camera' }, async () => []));
  const [read] = parseCases(JSON.stringify(line), 'replayed.jsonl');
  expect(read).toMatchObject({
    id: 'a-light-camera',
    system: expect.stringContaining('You advise shoppers.'),
    turns: [
      { say: 'tents?' },
      { say: 'a light camera', expect: { calls: [{ name: 'search_db', arguments: { query: 'light camera' } }], shows: ['cam-1'] } },
    ],
    tools: [{ name: 'search_db' }],
    results: [{ arguments: { query: 'tents' } }, { arguments: { query: 'light camera' } }],
  });
});
