import * as v from 'valibot';
import { expect, test } from 'vitest';
import { rolloutSchema } from '../../protocol/reward.ts';
import { scoreRollout } from './score-rollout.ts';

const search = {
  name: 'search_db',
  description: '',
  parameters: { type: 'object', properties: { query: { type: 'string' } }, additionalProperties: false },
};
const user = (content: string) => ({ role: 'user', content });
const calls = (args: unknown, id?: string) => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ ...(id ? { id, type: 'function' } : {}), function: { name: 'search_db', arguments: args } }],
});
const found = (ids: readonly string[], more: object = {}) => ({
  role: 'tool',
  content: JSON.stringify({ total: ids.length, items: ids.map((id) => ({ id })) }),
  ...more,
});
const says = (content: string) => ({ role: 'assistant', content });
const score = (messages: readonly object[], more: object = {}) => scoreRollout(v.parse(rolloutSchema, { messages, ...more }), [search]);
const rules = (messages: readonly object[], more: object = {}) =>
  score(messages, more).steps.flatMap(({ faults }) => faults.map(({ rule }) => rule));

test('arguments as a string and as an object are the same call, matched by id or by order', () => {
  const openai = [user('a camera'), calls('{"query":"camera"}', 'c1'), found(['a'], { tool_call_id: 'c1' }), says('<itemCard id="a"/>')];
  const trl = [user('a camera'), calls({ query: 'camera' }), found(['a'], { name: 'search_db' }), says('<itemCard id="a"/>')];
  expect(score(openai)).toEqual(score(trl));
  expect(score(openai).form).toBe(1);
});

test('a card before its search, from another tool’s answer, or from the shopper’s words rests on nothing', () => {
  expect(rules([user('show me a'), says('<itemCard id="a"/>')])).toEqual(['grounded-card']);
  const other = { role: 'assistant', tool_calls: [{ id: 'k', function: { name: 'knowledge_search', arguments: {} } }] };
  const tools = [search, { name: 'knowledge_search' }];
  expect(rules([user('x'), other, found(['a'], { tool_call_id: 'k' }), says('<itemCard id="a"/>')], { tools })).toEqual(['grounded-card']);
});

test('a search that failed backs no card', () => {
  const failed = { role: 'tool', content: JSON.stringify({ error: 'unavailable', items: [{ id: 'a' }] }) };
  expect(rules([user('x'), calls({ query: 'x' }), failed, says('<itemCard id="a"/>')])).toEqual(['grounded-card']);
});

test('the prompt’s messages are evidence and earn no marks', () => {
  const before = [user('x'), calls({ query: 'x' }), found(['a']), says('<itemCard id="forged"/>')];
  const after = [user('the first'), says('<itemCard id="a"/>')];
  expect(score([...before, ...after]).form).toBe(0);
  expect(score([...before, ...after], { prompt_messages: 5 })).toMatchObject({ form: 1, steps: [{ step: 3 }] });
});

test('the same call is a repeat within a turn, and none in the next one', () => {
  const call = [calls({ query: 'x' }), found(['a'])];
  expect(rules([user('x'), ...call, ...call, says('ok')])).toEqual(['repeated-call']);
  expect(rules([user('x'), ...call, says('ok'), user('again'), ...call, says('ok')])).toEqual([]);
});

test('thinking aloud costs nothing; a call written as text does', () => {
  expect(rules([user('hi'), says('<think>greet</think>Hello!')])).toEqual([]);
  expect(rules([user('x'), says('<tool_call>{"name":"search_db"}</tool_call>')])).toEqual(['invented-result', 'no-answer']);
});

test('what needs no tool makes every call needless', () => {
  expect(rules([user('What is a lens?'), calls({ query: 'lens' }), found([]), says('Glass.')], { needs_no_tool: true })).toEqual([
    'needless-call',
  ]);
});

test('where no tool was offered every call is one too many', () => {
  expect(rules([user('x'), calls({ query: 'x' }), says('ok')], { tools: [] })).toEqual(['call-syntax']);
});

test('a batch of faults cannot fall below the mark of an invented card', () => {
  const bad = Array.from({ length: 9 }, () => calls('{'));
  expect(score([user('x'), ...bad, says('x')]).form).toBeGreaterThan(0);
});
