import { describe, expect, it } from 'vitest';
import type { Item } from '../../../protocol/item.ts';
import { runGuard, type TestEvidence } from '../testing.ts';

const usd = (amount: number) => ({ amount: amount * 100, currency: 'USD' });
const camera: Item = {
  id: 'cam',
  locale: 'en',
  updated_at: '2026-01-01T00:00:00Z',
  title: 'Lumisol X3 camera',
  model: 'X3',
  offers: [{ id: 's', kind: 'sell', price: usd(900), fees: [] }],
};
const evidence: TestEvidence = {
  items: [camera],
  outside: ['Repair: $30. Storage: $4 per day. Members get 15% off, and free shipping.', '刻字 60 元。会员免押金，免运费。'],
};
const stands = (text: string, more: TestEvidence = {}) => runGuard([text], { ...evidence, ...more }).text === text;

describe('an amount that an outside system returned', () => {
  it.each([
    'The repair is $30.',
    'The repair would cost $30.00.',
    'Storage is $4 a day.',
    'Members get 15% off.',
    'For members shipping is free.',
    '刻字 60 元。',
    '会员免运费。',
    'The Lumisol X3 is light. The repair is $30.',
  ])('may be said as its own: %s', (text) => {
    expect(stands(text)).toBe(true);
    expect(stands(text, { outside: [] })).toBe(false);
  });

  it.each([
    ['of an item that is named', 'The Lumisol X3 camera costs $30.'],
    ['of an item by its model', 'You get the X3 for $30.'],
    ['of an item that is pointed at', 'This model is $30.'],
    ['of an item that is pointed at, zh', '这款只要60元。'],
    ['a discount of an item', 'The X3 is 15% off.'],
    ['a deposit', 'The deposit is $30.'],
    ['a waived deposit', '可以免押金。'],
    ['a difference', 'That is $30 cheaper.'],
    ['another unit', 'The repair is $30 a month.'],
    ['another currency', 'The repair is €30.'],
    ['one end of a range', 'The repair is $30–50.'],
  ])('is not %s: %s', (_, text) => {
    expect(stands(text)).toBe(false);
  });

  it('is judged alike however the text is cut (G13)', () => {
    for (const text of ['The **Lumisol X3** is yours, it says, for $30.', 'A long sentence of other things, and then the repair is $30.'])
      expect(runGuard([...text], evidence).text).toBe(runGuard([text], evidence).text);
  });
});
