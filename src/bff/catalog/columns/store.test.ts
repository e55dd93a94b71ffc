import { expect, test } from 'vitest';
import type { Columns } from './columns.ts';
import { ColumnStore } from './store.ts';
import { type RecordTerms, TermListsBuilder } from './term-lists.ts';

const bytes = (terms: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(terms).buffer);
const row = (no: number, product: number, popularity: number | null) => [no, product, popularity, null, 4, 10, 1, null, null, null];
const head = { locale: 'en', currency: 'EUR', locales: ['en', 'zh-CN'] };

/** Items by number with their terms, in `en` and some in `zh-CN`. */
type Records = ReadonlyMap<number, readonly RecordTerms[]>;
const records = (entries: Readonly<Record<number, readonly number[]>>): Records =>
  new Map(Object.entries(entries).map(([no, terms]) => [Number(no), [{ locale: 'en', terms: bytes(terms) }]]));

function lists(own: Records, size: number) {
  return (locale: string) => {
    const builder = new TermListsBuilder(locale, 'en', size);
    for (const [no, list] of [...own].sort(([a], [b]) => a - b)) for (const each of list) builder.record(no, each.locale, each.terms);
    return builder.finish();
  };
}
const termsOf = (columns: Columns, no: number): number[] => {
  const { offsets, terms } = columns.termsFor('en');
  return [...terms.subarray(offsets[no], offsets[no + 1])];
};

test('a catalogue followed item by item is the one that is read as a whole', () => {
  const before = records({ 1: [1, 2], 2: [2], 3: [3] });
  const store = new ColumnStore(head, { items: 4, products: 3, terms: 4 });
  for (const each of [row(1, 1, 5), row(2, 1, 9), row(3, 2, null)]) store.item(each);
  for (const no of [1, 2, 3]) store.price([no, 'EUR', no * 100, null]);
  for (const no of [1, 2, 3]) store.term([no, 'brands']);
  const first = store.columns('1-a', lists(before, 4));
  expect([first.items, first.hasVariants, first.popularityMax, termsOf(first, 1)]).toEqual([3, true, 9, [1, 2]]);
  expect([...first.itemsOf(2)]).toEqual([1, 2]);

  // 2 leaves its product, is cheaper and has other terms; 4 is new, and its id stands before all others.
  const changes = records({ 2: [4, 3, 1], 4: [4] });
  store.grow({ items: 5, products: 5, terms: 5 });
  expect([row(2, 3, 1), row(4, 4, 2)].map((each) => store.item(each))).toEqual([false, true]);
  store.price([2, 'EUR', 150, null]);
  store.price([4, 'USD', 999, null]);
  store.term([4, 'colors']);
  store.changeTerms(changes);
  store.rank([4, 1, 2, 3]);
  const followed = store.columns('2-b', lists(before, 4));

  const whole = new ColumnStore(head, { items: 5, products: 5, terms: 5 });
  for (const each of [row(4, 4, 2), row(1, 1, 5), row(2, 3, 1), row(3, 2, null)]) whole.item(each);
  for (const [no, currency, sale] of [
    [1, 'EUR', 100],
    [2, 'EUR', 150],
    [3, 'EUR', 300],
    [4, 'USD', 999],
  ])
    whole.price([no, currency, sale, null]);
  for (const [no, field] of [
    [1, 'brands'],
    [2, 'brands'],
    [3, 'brands'],
    [4, 'colors'],
  ])
    whole.term([no, field]);
  const read = whole.columns('2-b', lists(new Map([...before, ...changes]), 5));

  const numbers = ({ termsFor: _termsFor, itemsOf: _itemsOf, ...rest }: Columns) => rest;
  expect(numbers(followed)).toEqual(numbers(read));
  for (const locale of head.locales) expect(followed.termsFor(locale)).toEqual(read.termsFor(locale));
  for (let term = 1; term < 5; term++) expect([...followed.itemsOf(term)]).toEqual([...read.itemsOf(term)]);
});
