import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scoreRollout } from '../../../bff/scoring/score-rollout.ts';
import { isRecorded } from '../case.ts';
import { loadSet } from '../sets.ts';

test.each([
  ['bfcl', 498],
  ['tau2-retail', 41],
  ['shoppingbench', 250],
] as const)('%s is read whole, and its own schemas take the answers it expects (skipped where its data is not)', (name, count) => {
  const loaded = loadSet(name);
  if ('skipped' in loaded) {
    expect(existsSync(`../shared/data/${name}`)).toBe(false);
    expect(loaded.skipped).toContain('not on this machine');
    return;
  }
  expect(loaded.cases).toHaveLength(count);
  expect(new Set(loaded.cases.map(({ test: { id } }) => id)).size).toBe(count);
  let unanswered = 0;
  for (const { test: each, answer } of loaded.cases) {
    if (!isRecorded(each)) throw new Error(`${each.id} brings no tools`);
    const names = new Set(each.tools.map((tool) => tool.name));
    for (const call of each.turns[0]?.expect.calls ?? []) {
      expect(names).toContain(call.name);
      if (answer?.(call.name, call.arguments as Record<string, unknown>)?.includes('"error"')) unanswered += 1;
    }
  }
  // tau2's own agent looks a few things up in vain: a mistyped address, an order that is not there.
  expect(unanswered).toBe(name === 'tau2-retail' ? 12 : 0);
});

test('the tools of a benchmark are checked like the shop’s own', () => {
  const loaded = loadSet('bfcl');
  if ('skipped' in loaded) return;
  const { test: each } = loaded.cases[0] ?? {};
  if (!each || !isRecorded(each)) throw new Error('the first case brings tools');
  const called = (args: object) => [
    { role: 'user' as const, content: 'x' },
    { role: 'assistant' as const, tool_calls: [{ function: { name: 'get_user_info', arguments: { ...args } } }] },
    { role: 'assistant' as const, content: 'Done with it.' },
  ];
  const rollout = (args: object) => ({ messages: called(args), prompt_messages: 0, known_ids: [], needs_no_tool: false, reference: [] });
  expect(scoreRollout(rollout({ user_id: 7890 }), each.tools).form).toBe(1);
  expect(scoreRollout(rollout({ user_id: 'seven' }), each.tools).form).toBe(0.8);
});
