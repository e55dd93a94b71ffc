import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoItems } from '../../../demo/catalog/items.ts';
import { startTestBff } from '../../../testing/bff.ts';
import { anItem } from '../../../testing/items.ts';
import type { ModelMessage } from '../../model/port.ts';
import type { KeptTurn } from '../../runs/conversations.ts';
import { collapsed } from './collapse.ts';
import { estimateTokens, HISTORY_TOKENS, historyMessages, tokensOf } from './history.ts';

interface Wanted {
  readonly words: number;
  /** Items a search returned, and how many of them were shown. */
  readonly found: number;
  readonly shown: number;
  readonly calls: number;
}

const turn = (n: number, { words, found, shown, calls }: Wanted): KeptTurn => {
  const items = Array.from({ length: found }, (_, at) => ({ id: `i${n}-${at}`, title: `Item ${at}`, facts: 'fact '.repeat(words) }));
  const parts = items
    .slice(0, shown)
    .map(({ id, title }) => ({ type: 'data-itemCard', data: { v: 1, item: anItem({ id, title }), checked_at: '' } }) as const);
  const names = Array.from({ length: calls }, (_, at) => `c${n}-${at}`);
  return {
    run_id: `r${n}`,
    at: '',
    parts,
    message: { id: `m${n}`, text: `question ${n}` },
    history: [
      { role: 'assistant', text: '', calls: names.map((id) => ({ id, name: 'search_db', arguments: '{}' })) },
      ...names.map(
        (call_id) => ({ role: 'tool', call_id, name: 'search_db', text: JSON.stringify({ total: found, items }), ok: true }) as const,
      ),
      { role: 'assistant', text: `answer ${n} ${'word '.repeat(words)}`, calls: [] },
    ],
  };
};
const wanted = fc.record({ words: fc.nat(120), found: fc.nat(8), shown: fc.nat(8), calls: fc.nat(4) });
const asks = (messages: readonly ModelMessage[]) => messages.flatMap((message) => (message.role === 'user' ? [message.text] : []));

it('a Chinese character counts as a token, four Latin letters as one', () => {
  expect(estimateTokens('租相机')).toBe(3);
  expect(estimateTokens('cameras!')).toBe(2);
});

it('the newest turns that fit are kept, oldest first', () => {
  const plain = { found: 0, shown: 0, calls: 1 };
  const kept = historyMessages(
    [turn(1, { ...plain, words: 4000 }), turn(2, { ...plain, words: 10 }), turn(3, { ...plain, words: 10 })],
    300,
  );
  expect(asks(kept)).toEqual(['question 2', 'question 3']);
});

describe('whatever the conversation and the budget', () => {
  it('the history is within the budget, every call has its result and the newest turn is whole where it fits', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 8 }), fc.nat(3000), (sizes, budget) => {
        const turns = sizes.map((size, index) => turn(index, size));
        const messages = historyMessages(turns, budget);
        expect(tokensOf(messages)).toBeLessThanOrEqual(budget);
        const calls = messages.flatMap((message) => (message.role === 'assistant' ? message.calls.map((call) => call.id) : []));
        expect(messages.flatMap((message) => (message.role === 'tool' ? [message.call_id] : []))).toEqual(calls);
        const newest = turns.at(-1);
        if (!newest) return;
        const full: ModelMessage[] = [{ role: 'user', text: newest.message.text }, ...newest.history];
        if (tokensOf(full) <= budget) expect(messages.slice(-full.length)).toEqual(full);
        expect(asks(messages)).toEqual(
          asks(turns.map(({ message }) => ({ role: 'user', text: message.text }) as const)).slice(-asks(messages).length || turns.length),
        );
      }),
    );
  });

  it('an older turn keeps what was shown in full and every other item by name', () => {
    fc.assert(
      fc.property(wanted, (size) => {
        const before = turn(0, size);
        for (const [at, message] of collapsed(before).history.entries()) {
          const original = before.history[at];
          if (message.role !== 'tool' || original?.role !== 'tool') {
            expect(message).toEqual(original);
            continue;
          }
          expect(message.text.length).toBeLessThanOrEqual(original.text.length);
          const [now, then] = [message.text, original.text].map((text) => JSON.parse(text) as { items: { id: string; title: string }[] });
          expect(now?.items.map(({ id, title }) => ({ id, title }))).toEqual(then?.items.map(({ id, title }) => ({ id, title })));
          expect(now?.items.slice(0, size.shown)).toEqual(then?.items.slice(0, size.shown));
        }
      }),
    );
  });
});

it('what was shortened says so; a failed call and a text that is not JSON stay as they are', () => {
  const long = turn(0, { words: 50, found: 4, shown: 1, calls: 1 });
  expect(collapsed(long).history[1]?.text).toContain('shortened');
  const odd: KeptTurn = {
    ...long,
    history: [
      { role: 'tool', call_id: 'a', name: 'search_db', text: 'no JSON', ok: true },
      { role: 'tool', call_id: 'b', name: 'search_db', text: '{"error":"unavailable"}', ok: false },
      { role: 'tool', call_id: 'c', name: '__proto__', text: '{}', ok: true },
    ],
  };
  expect(collapsed(odd).history).toEqual(odd.history);
});

it('three kit turns of the demo shop fit before a short one, and two where the newest is a kit itself', { timeout: 60_000 }, async ({
  annotate,
}) => {
  const bff = await startTestBff({ items: demoItems() });
  const ask = '年会要一套投影设备，60 个人，用三天';
  let conversation_id: string | undefined;
  for (let n = 0; n < 8; n += 1) {
    const stream = await bff.ask(`${ask}，第 ${n + 1} 次`, { locale: 'zh-CN', ...(conversation_id ? { conversation_id } : {}) });
    conversation_id = stream.headers.get('aisle-conversation') ?? undefined;
  }
  const kits = (await bff.conversations.read(conversation_id ?? ''))?.turns ?? [];
  await bff.ask('谢谢', { locale: 'zh-CN', conversation_id });
  const turns = (await bff.conversations.read(conversation_id ?? ''))?.turns ?? [];
  await bff.close();
  const sizes = kits.map((each) => tokensOf([{ role: 'user', text: each.message.text }, ...each.history]));
  const small = kits.map((each) => tokensOf(collapsed(each).history));
  const before = Math.floor(HISTORY_TOKENS / Math.max(...sizes));
  const fit = asks(historyMessages(turns)).length - 1;
  const inARow = asks(historyMessages(kits)).length;
  await annotate(
    `kit turns in ${HISTORY_TOKENS} tokens: ${fit} before a short turn, ${inARow} in a row (uncut: ${before}); a turn has ${Math.max(...sizes)}, shortened ${Math.max(...small)}`,
  );
  expect(fit).toBeGreaterThanOrEqual(3);
  expect(inARow).toBeGreaterThanOrEqual(2);
});
