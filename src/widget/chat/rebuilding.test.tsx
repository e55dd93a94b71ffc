import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createItems } from '../gallery/fixtures/items.ts';
import { FakeStream } from '../testing/fake-bff.ts';
import { itemCard, opening } from '../testing/frames.ts';
import { mounted } from '../testing/mounted.tsx';
import * as render from './markdown/render.tsx';

vi.mock('./markdown/render.tsx', { spy: true });

const items = createItems('en');
/** How often each block was drawn, by its first words. */
const drawn = (words: string): number => vi.mocked(render.block).mock.calls.filter(([token]) => token.raw.startsWith(words)).length;

describe('while an answer streams', () => {
  it('a finished block is drawn no more, and a card above it is not touched', async () => {
    const held = new FakeStream();
    const { call, root } = mounted({ chat: () => held.response });
    call('ask', 'hello');
    await held.send(...opening(), itemCard(items.camera), { type: 'text-start', id: 't' });
    await held.send({ type: 'text-delta', id: 't', delta: 'First paragraph.\n\nSecond paragraph.\n\nThird' });
    await expect.element(page.getByText('Third')).toBeVisible();
    await expect.element(page.getByRole('article')).toBeVisible();
    // No server has its picture; the card changes once more when that is known.
    await expect.element(page.getByText('No picture')).toBeInTheDocument();
    const before = [drawn('First'), drawn('Second'), drawn('Third')];
    const card = root.querySelector('article');
    const changes: MutationRecord[] = [];
    const watch = new MutationObserver((records) => changes.push(...records));
    if (card) watch.observe(card, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let n = 0; n < 40; n += 1) {
      await held.send({ type: 'text-delta', id: 't', delta: ` word${n}` });
      await expect.element(page.getByText(`word${n}`, { exact: false }).last()).toBeInTheDocument();
    }
    expect([drawn('First'), drawn('Second')]).toEqual(before.slice(0, 2));
    expect(drawn('Third')).toBeGreaterThan((before[2] ?? 0) + 10);
    expect(root.querySelector('article')).toBe(card);
    expect(changes).toEqual([]);
    watch.disconnect();
  });

  it('many words of one frame cost one drawing', async () => {
    const held = new FakeStream();
    const { call } = mounted({ chat: () => held.response });
    call('ask', 'hello');
    await held.send(...opening(), { type: 'text-start', id: 't' }, { type: 'text-delta', id: 't', delta: 'Begin' });
    await expect.element(page.getByText('Begin')).toBeVisible();
    const before = drawn('Begin');
    await held.send(...Array.from({ length: 200 }, (_, n) => ({ type: 'text-delta' as const, id: 't', delta: ` w${n}` })));
    await expect.element(page.getByText('w199', { exact: false }).last()).toBeVisible();
    // 200 tokens came at once; a few paints took them, not 200.
    expect(drawn('Begin') - before).toBeLessThan(20);
  });
});

describe('on a page with enumerable names on every object', () => {
  it('an answer is read and drawn as elsewhere', async () => {
    const polluted = Object.prototype as unknown as Record<string, unknown>;
    polluted.extend = function extend() {
      return this;
    };
    try {
      const held = new FakeStream();
      const { call, emitted } = mounted({ chat: () => held.response });
      call('ask', 'hello');
      await held.send(...opening(), itemCard(items.camera), itemCard(items.tent), { type: 'text-start', id: 't' });
      await held.send({ type: 'text-delta', id: 't', delta: 'A **light** one\n\n- with a list\n' }, { type: 'text-end', id: 't' });
      await held.send({ type: 'finish', finishReason: 'stop' });
      await held.done();
      await expect.element(page.getByRole('article').first()).toBeVisible();
      await expect.element(page.getByText('with a list')).toBeVisible();
      expect(emitted.filter(({ name }) => name === 'error')).toEqual([]);
    } finally {
      delete polluted.extend;
    }
  });
});
