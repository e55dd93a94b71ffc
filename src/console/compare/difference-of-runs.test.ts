import { expect, it } from 'vitest';
import { readRun } from '../run/read-run.ts';
import { type EntryBody, entriesOf } from '../testing/fixtures.ts';
import { pairCalls, pairCards, shownText } from './difference-of-runs.ts';

const reading = (...bodies: EntryBody[]) => readRun({ run_id: 'r', conversation_id: 'c' }, entriesOf(bodies));
const call = (name: string, given: unknown): EntryBody => ({
  kind: 'tool-called',
  step: 1,
  call_id: `${name} ${JSON.stringify(given)}`,
  name,
  arguments: JSON.stringify(given),
});
const says = (text: string): EntryBody[] => [
  { kind: 'part', step: 1, n: 1, frame: { type: 'text-start', id: text } },
  { kind: 'part', step: 1, n: 2, frame: { type: 'text-delta', id: text, delta: text } },
];
const asks = (question: string): EntryBody => ({
  kind: 'part',
  step: 1,
  n: 1,
  frame: { type: 'data-askCard', data: { v: 1, question, options: [], multi: false } },
});

it('calls of one name stand beside each other; equal arguments are equal in any order of keys', () => {
  const a = reading(call('search_db', { query: 'tent', limit: 3 }), call('get_item', { id: 'x' }), call('search_db', { query: 'stove' }));
  const b = reading(call('search_db', { limit: 3, query: 'tent' }), call('search_db', { query: 'lamp' }), call('order_query', {}));
  expect(pairCalls(a, b).map(({ name, a, b, same }) => [name, a !== undefined, b !== undefined, same])).toEqual([
    ['search_db', true, true, true],
    ['get_item', true, false, false],
    ['search_db', true, true, false],
    ['order_query', false, true, false],
  ]);
});

it('cards of both, of the first and of the second are told apart', () => {
  const pairs = pairCards(reading(asks('How long?'), asks('Budget?')), reading(asks('Budget?')));
  expect(pairs.map(({ title, in: where }) => [title, where])).toEqual([
    ['How long?', 'both'],
    ['Budget?', 'both'],
  ]);
});

it('text is what the shopper saw', () => {
  expect(shownText(reading({ kind: 'model-text', step: 1, text: 'unseen' }, ...says('one'), ...says('two')))).toBe('one\n\ntwo');
});
