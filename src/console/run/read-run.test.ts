import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedEntry } from '../../protocol/run-entries.ts';
import { callsTool, framesOf, says, scriptedPort, startTestBff, type TestBff, textOf } from '../../testing/bff.ts';
import { anItem, aSale } from '../../testing/items.ts';
import { type Piece, shownPieces, writtenPieces } from './marks.ts';
import { readRun } from './read-run.ts';
import type { Reading, Step } from './reading.ts';

const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera', offers: [aSale(329900)] })];
let bff: TestBff;
let reading: Reading;
let said: string;

/** What a real turn left in the run log. */
beforeAll(async () => {
  bff = await startTestBff({
    items,
    model: scriptedPort([
      callsTool('search_db', { query: 'camera' }),
      says('The lightest one, only ¥12: ', '<itemCard id="invented-9000" reason="only 190 g"/>', 'We guarantee a refund.'),
      says('Then **this one**: ', '<itemCard id="cam-1" reason="light"/>', ' It fits.'),
    ]),
  });
  const stream = await bff.ask('a light camera');
  said = textOf(stream);
  const [start] = framesOf(stream, 'start');
  if (!start) throw new Error('the answer has no beginning');
  const entries = await bff.runs.read(start.messageMetadata.run_id);
  reading = readRun(start.messageMetadata, JSON.parse(JSON.stringify(entries)) as RecordedEntry[]);
});
afterAll(() => bff.close());

const marked = (pieces: readonly object[]): Piece[] => pieces.filter((piece): piece is Piece => 'fate' in piece);

describe('a run is read as steps', () => {
  it('with the question, the end, and when the shopper saw something first', () => {
    expect(reading).toMatchObject({ question: 'a light camera', locale: 'en', outcome: 'finished', models: ['scripted'] });
    expect(reading.steps.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(reading.first_text).toBeGreaterThanOrEqual(0);
    expect(reading.first_card).toBeGreaterThanOrEqual(reading.first_text ?? 0);
  });

  it('an action stands with what it returned', () => {
    const [call] = reading.steps[0]?.calls ?? [];
    expect(call).toMatchObject({
      name: 'search_db',
      arguments: '{"query":"camera"}',
      returned: { ok: true, item_ids: ['cam-1'], total: 1 },
    });
  });

  it('every model call has its request, its beginning and its end', () => {
    for (const step of reading.steps) {
      expect(step.models).toHaveLength(1);
      expect(step.models[0]?.request.messages[0]?.role).toBe('system');
      expect(step.models[0]?.end).toBeGreaterThanOrEqual(step.models[0]?.start ?? 0);
    }
  });

  it('what the shopper saw is what was streamed', () => {
    const shown = reading.steps.flatMap((step) => step.shown.flatMap((each) => (each.kind === 'text' ? [each.text] : [])));
    expect(shown.join('\n')).toBe(said);
    expect(reading.steps[2]?.shown.find(({ kind }) => kind === 'card')).toMatchObject({ type: 'itemCard', ids: ['cam-1'] });
  });

  it('one that still goes on has no end', () => {
    const running = readRun({ run_id: 'r', conversation_id: 'c' }, [
      { seq: 1, at: 1000, kind: 'run-started', message: { id: 'm', text: 'hello' }, locale: 'en' },
      { seq: 2, at: 1500, step: 1, kind: 'tool-called', call_id: '1', name: 'search_db', arguments: '{}' },
    ]);
    expect(running).toMatchObject({ question: 'hello', outcome: undefined, length: 500 });
    expect(running.steps[0]?.calls[0]?.returned).toBeUndefined();
  });
});

describe('what the guard changed is marked on both sides', () => {
  it('an amount that was replaced, and what stands in its place, carry one number', () => {
    const [, step] = reading.steps;
    if (!step) throw new Error('no second step');
    const written = marked(writtenPieces(step));
    const shown = marked(shownPieces(step));
    expect(written.map(({ text, fate }) => [text, fate])).toEqual([
      ['¥12', 'replaced'],
      ['<itemCard id="invented-9000" reason="only 190 g"/>', 'dropped'],
      ['We guarantee a refund', 'replaced'],
    ]);
    expect(shown.map(({ text, fate }) => [text.trim(), fate])).toEqual([
      ['see the card', 'added'],
      ['please ask the shop', 'added'],
    ]);
    expect(shown.map(({ judgements }) => judgements)).toEqual([written[0]?.judgements, written[2]?.judgements]);
  });

  it('a card that passed is marked as passed', () => {
    const step = reading.steps[2];
    if (!step) throw new Error('no third step');
    expect(marked(writtenPieces(step))).toEqual([
      { text: '<itemCard id="cam-1" reason="light"/>', fate: 'passed', judgements: [0], card: true },
    ]);
    expect(marked(shownPieces(step))).toEqual([]);
  });

  it('several rules that spoke of one tag are told together; of a list of ids an unknown one falls alone', () => {
    const step = (written: string, ...judgements: [rule: string, subject: string][]): Step => ({
      n: 1,
      start: 0,
      models: [],
      calls: [],
      shown: [],
      redone: 0,
      written,
      judgements: judgements.map(([rule, subject], seq) => ({
        seq,
        rule,
        subject,
        outcome: 'dropped',
        reason: '',
      })),
    });
    const table = '<compareTable ids="x1, x2"/>';
    expect(marked(writtenPieces(step(`See ${table}`, ['ledger', 'x1'], ['ledger', 'x2'], ['members', 'x1, x2'])))).toEqual([
      { text: table, fate: 'dropped', judgements: [0, 1, 2], card: true },
    ]);
    expect(marked(writtenPieces(step(`See ${table}`, ['ledger', 'x2'])))).toEqual([{ text: 'x2', fate: 'dropped', judgements: [0] }]);
  });

  it('nothing is lost or made up by marking', () => {
    for (const step of reading.steps) {
      expect(
        writtenPieces(step)
          .map(({ text }) => text)
          .join(''),
      ).toBe(step.written);
      const shown = shownPieces(step).flatMap((piece) => ('kind' in piece ? [] : [piece.text]));
      expect(shown.join('')).toBe(step.shown.flatMap((each) => (each.kind === 'text' ? [each.text] : [])).join(''));
    }
  });
});
