import type { NumberColumn, Test } from '../plan/tests.ts';
import { someValue } from './fact-column.ts';
import type { ItemSource } from './source.ts';

/** Whether an item, by number, passes. */
export type ItemTest = (no: number) => boolean;

type Numbers = Pick<ItemSource, 'columns' | 'facts'>;

const column = (name: NumberColumn, { columns }: Numbers): Float64Array =>
  ({
    rating: columns.rating,
    available: columns.available,
    quantity: columns.quantity,
    available_from: columns.availableFrom,
    ships_in: columns.shipsIn,
  })[name];

/** A test as a function over the columns. */
export function compiled(test: Test, numbers: Numbers): ItemTest {
  if ('column' in test) {
    const values = column(test.column, numbers);
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = test;
    return (no) => {
      const value = values[no] ?? Number.NaN;
      return value >= min && value <= max;
    };
  }
  if ('absent' in test || 'stated' in test) {
    const values = column('absent' in test ? test.absent : test.stated, numbers);
    const wanted = 'absent' in test;
    return (no) => Number.isNaN(values[no] ?? Number.NaN) === wanted;
  }
  if ('facts' in test) {
    const ranges = test.facts.map(({ attribute, low, high }) => ({ of: numbers.facts.of(attribute, numbers.columns.size), low, high }));
    return (no) => ranges.some(({ of, low, high }) => someValue(of, no, (value) => value >= low && value <= high));
  }
  if ('not' in test) {
    const inner = compiled(test.not, numbers);
    return (no) => !inner(no);
  }
  const parts = ('all' in test ? test.all : test.any).map((each) => compiled(each, numbers));
  return 'all' in test ? (no) => parts.every((part) => part(no)) : (no) => parts.some((part) => part(no));
}
