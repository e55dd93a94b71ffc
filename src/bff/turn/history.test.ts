import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ModelMessage } from '../model/port.ts';
import type { KeptTurn } from '../runs/conversations.ts';
import { estimateTokens, historyMessages } from './history.ts';

const turn = (n: number, words: number): KeptTurn => ({
  run_id: `r${n}`,
  at: '',
  parts: [],
  message: { id: `m${n}`, text: `question ${n}` },
  history: [
    { role: 'assistant', text: '', calls: [{ id: `c${n}`, name: 'search_db', arguments: '{}' }] },
    { role: 'tool', call_id: `c${n}`, name: 'search_db', text: 'word '.repeat(words), ok: true },
    { role: 'assistant', text: `answer ${n}`, calls: [] },
  ],
});

it('a Chinese character counts as a token, four Latin letters as one', () => {
  expect(estimateTokens('租相机')).toBe(3);
  expect(estimateTokens('cameras!')).toBe(2);
});

it('the newest turns that fit are kept, oldest first', () => {
  const kept = historyMessages([turn(1, 4000), turn(2, 10), turn(3, 10)], 300);
  expect(kept.filter((message) => message.role === 'user').map((message) => message.text)).toEqual(['question 2', 'question 3']);
});

it('a call is never cut from its result, whatever the budget', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 8 }), fc.nat(2000), (sizes, budget) => {
      const messages = historyMessages(
        sizes.map((words, index) => turn(index, words)),
        budget,
      );
      const calls = messages.flatMap((message: ModelMessage) => (message.role === 'assistant' ? message.calls.map((call) => call.id) : []));
      const results = messages.flatMap((message: ModelMessage) => (message.role === 'tool' ? [message.call_id] : []));
      expect(results).toEqual(calls);
    }),
  );
});
