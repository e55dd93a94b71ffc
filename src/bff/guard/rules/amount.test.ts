import { describe, expect, it } from 'vitest';
import type { Item } from '../../../protocol/item.ts';
import { formatMoney } from '../../../protocol/money.ts';
import type { Offer } from '../../../protocol/offer.ts';
import { runGuard, type TestEvidence } from '../testing.ts';

const yuan = (amount: number) => ({ amount: amount * 100, currency: 'CNY' });
const offer: Offer = {
  id: 'lease',
  kind: 'lease',
  price: yuan(99),
  list_price: yuan(129),
  fees: [{ type: 'cleaning', label: '清洁费', amount: yuan(20), optional: false }],
  lease: {
    billing_period: { unit: 'day', count: 1 },
    term: { min: 3, max: 30 },
    price_tiers: [
      { min_periods: 1, price: yuan(99) },
      { min_periods: 7, price: yuan(79) },
    ],
    packages: [{ periods: 30, price: yuan(1500) }],
    deposit: { amount: yuan(2000), refundable: true, waivable: true },
    buyout: { price: yuan(4999), after_periods: 3 },
  },
};
const base = { locale: 'zh-CN', updated_at: '2026-01-01T00:00:00Z' } as const;
const camera: Item = { ...base, id: 'cam', title: 'Alder 30', offers: [offer], description: { plain: '曾卖 ¥8,888' } };
const lens: Item = {
  ...base,
  id: 'lens',
  title: 'Birch 50',
  offers: [{ id: 's', kind: 'sell', price: yuan(1299), list_price: yuan(1999), fees: [] }],
};
const tripod: Item = { ...base, id: 'tri', title: 'Cedar', offers: [{ id: 's', kind: 'sell', price: yuan(300), fees: [] }] };
const evidence: TestEvidence = {
  locale: 'zh-CN',
  items: [camera, lens, tripod],
  days: [5],
  passages: ['逾期每天加收 50 元。订单满 500 元包邮。', 'Late returns cost ¥50 per day.'],
  shopper: ['预算两千三以内', 'I can pay up to 2600 dollars'],
};

/** What stays as written. */
const stands = (text: string, more: TestEvidence = {}) => runGuard([text], { ...evidence, ...more }).text === text;

describe('an amount in evidence stands', () => {
  it.each([
    ['price of a rental', '日租¥99。'],
    ['without its unit', '租金 ¥99。'],
    ['in other words', '九十九元一天。'],
    ['full-width', '９９元/天。'],
    ['a tier', '七天起每天只要79元。'],
    ['list price', '原价¥129/天。'],
    ['a package', '30天套餐价¥1,500。'],
    ['a fee', '清洁费20元。'],
    ['the deposit', '押金¥2,000,可退。'],
    ['the buy-out', '买断价 4,999 元。'],
    ['a total for a length the shopper named', '一共515元。'],
    ['a total for a length beside it', '租4天共416元。'],
    ['the same in English', 'It is ¥416 for 4 days.'],
    ['a total with the deposit', '加上押金共¥2,515。'],
    ['a difference', '比那款便宜999元。'],
    ['a discount', '现在打65折。'],
    ['a discount, one point off', '立省36%。'],
    ['a waivable deposit', '这款支持免押。'],
    ['a passage', '逾期每天50元。'],
    ['a passage in words', '满五百元包邮。'],
    ["the shopper's budget", '2300元以内的有两款。'],
    ["the shopper's budget with a sign", '¥2,300以内的有两款。'],
    ['the English budget', 'Under $2,600 there are two.'],
    ['both ends of a range', '¥99-129/天'],
    ['emphasis inside', '¥**99**/天'],
    ['hidden characters are not its number', '¥9\u200B9/天'.replace('\u200B', '')],
  ])('%s: %s', (_, text) => {
    expect(stands(text)).toBe(true);
  });
});

describe('an amount without evidence goes', () => {
  it.each([
    ['another number', '日租¥98。'],
    ['another unit', '¥99/月。'],
    ['another currency', '$99 a day.'],
    ['the rent as deposit', '押金¥99。'],
    ['a price in a description', '它曾卖¥8,888。'],
    ['a total of another length', '租4天共415元。'],
    ['a difference of nothing', '便宜123元。'],
    ['a discount two points off', '打6折。'],
    ['one end of a range', '¥99-500/天'],
    ['a number the shopper typed for something else', '¥5一天', { shopper: ['我有5个人'] }],
    ['words split by emphasis', '¥**9****8**'],
    ['words split by hidden characters', '¥9\u200B8'],
    ['free shipping nobody promised', 'Free shipping for you.', { passages: [] }],
    ['free deposit nobody offers', '可以免押。', { items: [lens] }],
    ['a price in code', '`¥98`'],
  ] as [string, string, TestEvidence?][])('%s: %s', (_, text, more) => {
    expect(stands(text, more ?? {})).toBe(false);
    expect(
      runGuard([text], { ...evidence, ...more }).verdicts.some(({ rule, outcome }) => rule === 'amount' && outcome === 'replaced'),
    ).toBe(true);
  });

  it('the sentence stays', () => {
    expect(runGuard(['日租¥98,很轻。'], evidence).text).toBe('日租以卡片为准,很轻。');
    expect(runGuard(['It is **$98** a day and light.'], { ...evidence, locale: 'en' }).text).toBe('It is **see the card** and light.');
    expect(runGuard(['**¥**98'], { ...evidence, locale: 'en' }).text).toBe('**see the card**');
  });
});

it('the totals of a shown bundle stand', () => {
  const bundle = '<bundleCard title="Kit" ids="lens,tri" quantities="1,2"/>';
  expect(runGuard([`${bundle}一共¥1,899。`], evidence).text).toBe('一共¥1,899。');
  expect(runGuard(['一共¥1,899。'], evidence).text).toBe('一共以卡片为准。');
});

it('a question may name bounds to choose from, but state no price', () => {
  const ask = (option: string) => runGuard([`<askCard>{"question":"预算?","options":["${option}","更多"]}</askCard>`], evidence).directives;
  expect(ask('777元以下')).toMatchObject([{ options: ['777元以下', '更多'] }]);
  expect(ask('¥777–¥888')).toMatchObject([{ options: ['¥777–¥888', '更多'] }]);
  expect(ask('只要¥777')).toMatchObject([{ options: ['只要以卡片为准', '更多'] }]);
});

it('what formatMoney prints of the ledger always stands', () => {
  for (const locale of ['zh-CN', 'en', 'de', 'fr'])
    for (const money of [offer.price, yuan(2000), yuan(4999), yuan(1500), yuan(1299)])
      expect(stands(`— ${formatMoney(money, locale)} —`)).toBe(true);
});
