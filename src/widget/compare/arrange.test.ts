import { expect, it } from 'vitest';
import type { CompareRow } from '../../protocol/compare.ts';
import { headline } from './arrange.ts';

const amounts = (key: string, ...all: (number | null)[]): CompareRow => ({
  key,
  label: key,
  group: 'Price',
  differs: true,
  cells: all.map((amount) =>
    amount === null ? null : { text: `¥${amount}`, value: { amount: amount * 100, currency: 'CNY' }, source: 'offers' },
  ),
});
const labels = (rows: CompareRow[], columns: number) => Array.from({ length: columns }, (_, at) => headline({ rows }, at)?.label);

it('the heads of a table tell one kind of amount where every item has it', () => {
  expect(labels([amounts('price', 7899, null), amounts('rate', 90, 247)], 2)).toEqual(['rate', 'rate']);
  expect(labels([amounts('total', 419, 899), amounts('price', 4299, 9699)], 2)).toEqual(['total', 'total']);
});

it('each tells its own where there is none for all', () => {
  expect(labels([amounts('price', 7899, null), amounts('rate', null, 247)], 2)).toEqual(['price', 'rate']);
});
