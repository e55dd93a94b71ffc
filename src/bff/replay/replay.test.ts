import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegressionCase } from '../../protocol/regression-case.ts';
import { callsTool, says, scriptedPort } from '../../testing/bff.ts';
import { aFinishedRun } from '../../testing/finished-runs.ts';
import { anItem } from '../../testing/items.ts';
import { caseOf } from '../archive/case.ts';
import { archiveOver, openLine } from '../archive/sql-archive.ts';
import { openSqliteCatalog } from '../catalog/sqlite/open.ts';
import { importItems } from '../catalog/sqlite/transaction.ts';
import type { Parts } from '../compose.ts';
import { readConfig } from '../config.ts';
import type { ModelPort } from '../model/port.ts';
import { comparisonText, difference } from './difference.ts';
import { faultsOf, outcomeOf } from './outcome.ts';
import { playCase } from './play.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-replay-'));
let parts: Parts;
let saved: RegressionCase;
beforeAll(async () => {
  const path = join(folder, 'catalog.db');
  importItems(path, [anItem({ id: 'lamp', title: 'Brass lamp' })]);
  parts = {
    catalog: await openSqliteCatalog({ path, workers: 1 }),
    shop: { name: 'Test', time_zone: 'UTC', default_locale: 'en', blocked_items: [] },
    log: pino({ level: 'silent' }),
  };
  // The camera is in the record and not in the catalogue of now.
  const archive = archiveOver(await openLine(join(folder, 'runs.db')));
  await archive.add([aFinishedRun()]);
  const run = await archive.read('run-1');
  if (!run) throw new Error('no run');
  saved = await caseOf(run, {}, async () => []);
  await archive.close();
});
afterAll(async () => {
  await parts.catalog.close();
  rmSync(folder, { recursive: true, force: true });
});

const play = (model: ModelPort, live = false) =>
  playCase(saved, { config: readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: 'off' }), parts: { ...parts, model }, live });
const recorded = [callsTool('search_db', { query: 'light camera' }), says('This one is light.', '<itemCard id="cam-1"/>')];

describe('replay', () => {
  it('the same model with the recorded results comes to the same, though the shop no longer has the item', async () => {
    const { entries, unrecorded } = await play(scriptedPort(recorded));
    const outcome = outcomeOf(entries);
    expect(unrecorded).toEqual([]);
    expect(outcome).toMatchObject({ cards: ['itemCard cam-1'], text: ['This one is light.'], end: 'finished', verdicts: [] });
    expect(faultsOf(saved.expect, outcome)).toEqual([]);
  });

  it('order and nulls in the arguments make no other call of it', async () => {
    const { unrecorded } = await play(scriptedPort([callsTool('search_db', { brands: null, query: 'light camera' }), says('Yes.')]));
    expect(unrecorded).toEqual([]);
  });

  it('a call that was not recorded is told to the model as such, and to the reader', async () => {
    const model = scriptedPort([callsTool('search_db', { query: 'brass' }), says('I do not know.')]);
    const { entries, unrecorded } = await play(model);
    expect(unrecorded).toEqual(['search_db {"query":"brass"}']);
    expect(model.requests[1]?.messages.at(-1)).toMatchObject({ role: 'tool', ok: false, text: expect.stringContaining('not_recorded') });
    expect(faultsOf(saved.expect, outcomeOf(entries))).toEqual([
      'calls were search_db {"query":"brass"}, not search_db {"query":"light camera"}',
      'cards were none, not itemCard cam-1',
    ]);
  });

  it('live tools answer anew', async () => {
    const { entries } = await play(scriptedPort([callsTool('search_db', { query: 'brass' }), says('<itemCard id="lamp"/>')]), true);
    expect(outcomeOf(entries).cards).toEqual(['itemCard lamp']);
  });

  it('a card the record does not hold is withheld, also from the repair, as in every turn', async () => {
    const { entries } = await play(scriptedPort([recorded[0] ?? [], says('<itemCard id="lamp"/> there')]));
    expect(outcomeOf(entries)).toMatchObject({ cards: [], verdicts: ['ledger dropped: lamp', 'ledger dropped: lamp'] });
  });

  it('the difference of two runs is shown line by line', async () => {
    const was = outcomeOf(aFinishedRun().entries);
    const { entries, unrecorded } = await play(scriptedPort([callsTool('search_db', { query: 'brass' }), says('I do not know.')]));
    const text = comparisonText(was, outcomeOf(entries), unrecorded, (_, line) => line);
    expect(text).toContain('calls: different\n  - search_db {"query":"light camera"}\n  + search_db {"query":"brass"}  (not recorded)');
    expect(text).toContain('text: different\n  - This one is light.\n  + I do not know.');
    expect(comparisonText(was, was, [], (_, line) => line)).toContain('calls: the same');
  });
});

describe('difference', () => {
  it('holds both lists in order, whatever they are', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const lines = difference(before, after);
        expect(lines.filter(({ mark }) => mark !== '+').map(({ text }) => text)).toEqual(before);
        expect(lines.filter(({ mark }) => mark !== '-').map(({ text }) => text)).toEqual(after);
      }),
    );
  });
});

describe('expectations', () => {
  it('texts are looked for without case and width; rejections and the end are counted', () => {
    const outcome = outcomeOf(
      aFinishedRun({ answer: 'Ｏｎｅ Light lamp.', verdict: { rule: 'amount', outcome: 'replaced' }, error: 'timeout' }).entries,
    );
    expect(faultsOf({ says: ['one light'], never: ['tent'], rejected_at_most: 1 }, { ...outcome, end: 'finished' })).toEqual([]);
    expect(faultsOf({ says: ['tent'], never: ['LAMP'], rejected_at_most: 0 }, outcome)).toEqual([
      'does not say "tent"',
      'says "LAMP"',
      'the guard rejected 1 things, more than 0: amount replaced: x',
      'ended error (timeout)',
    ]);
  });
});
