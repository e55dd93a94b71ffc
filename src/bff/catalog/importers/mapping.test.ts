import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { mappingSchema, mapRow } from './mapping.ts';

describe('mapping a row', () => {
  const map = (item: Record<string, unknown>, row: Record<string, unknown>, rest = {}) =>
    mapRow(v.parse(mappingSchema, { item, ...rest }), row, 'power-supply');

  test('an id is a hash of the named columns and of nothing else', () => {
    const id = (row: Record<string, unknown>) => map({ id: { $hash: ['$name', '$size'], prefix: 'p-' } }, row)[0];
    expect(id({ name: 'A', size: 1, price: 5 })).toEqual(id({ price: 6, size: 1, name: 'A' }));
    expect(id({ name: 'A', size: 1 })).not.toEqual(id({ name: 'A1', size: null }));
  });
  test('the file names the product type', () => {
    expect(map({ brand: { $map: '$@file', to: { 'power-supply': 'Power supply' } } }, {})).toEqual([{ brand: 'Power supply' }]);
  });
  test('decimals become minor units without a float in between', () => {
    const price = (amount: unknown, currency = 'USD') => map({ sku: { $money: '$p', currency } }, { p: amount })[0];
    expect(price(34.9)).toEqual({ sku: { amount: 3490, currency: 'USD' } });
    expect(price('1299.95')).toEqual({ sku: { amount: 129995, currency: 'USD' } });
    expect(price(1299, 'JPY')).toEqual({ sku: { amount: 1299, currency: 'JPY' } });
    expect(() => price('12.345')).toThrow(/no amount/);
  });
  test('what is missing is left out, an object with a failed $if too', () => {
    const offers = { offers: [{ $if: '$price', price: { $money: '$price', currency: 'USD' } }], brand: '$brand' };
    expect(map(offers, { price: null })).toEqual([{ offers: [] }]);
  });
  test('facts keep units, read numbers in text, and take several values', () => {
    const fact = (value: unknown, rest = {}) => map({ model: { $fact: '$v', label: 'L', ...rest } }, { v: value })[0];
    expect(fact('4GB')).toEqual({ model: { label: 'L', value: 4, unit: 'GB' } });
    expect(fact(['3GB', '4GB'])).toEqual({ model: { label: 'L', values: [3, 4], unit: 'GB' } });
    expect(fact('143', { unit: 'g' })).toEqual({ model: { label: 'L', value: 143, unit: 'g' } });
    expect(fact(1300, { unit: '万', units: { 万: '万像素' } })).toEqual({ model: { label: 'L', value: 1300, unit: '万像素' } });
    expect(fact('1920*1080')).toEqual({ model: { label: 'L', value: '1920*1080' } });
    expect(fact(false)).toEqual({ model: { label: 'L', value: false } });
    expect(fact(null)).toEqual({});
  });
  test('each element of a list becomes an item, each locale a record', () => {
    const each = map({ id: '$@each.id', product_id: '$id' }, { id: 'p', skus: [{ id: 'a' }, { id: 'b' }] }, { each: '$skus' });
    expect(each).toEqual([
      { id: 'a', product_id: 'p' },
      { id: 'b', product_id: 'p' },
    ]);
    const locales = { en: { title: '$en' }, 'zh-CN': { title: '$zh' } };
    expect(map({ id: '$id' }, { id: 'p', en: 'Lamp', zh: '灯' }, { locales })).toEqual([
      { id: 'p', title: 'Lamp', locale: 'en' },
      { id: 'p', title: '灯', locale: 'zh-CN' },
    ]);
  });
  test('a field that items do not have is told before any row is read', () => {
    expect(() => v.parse(mappingSchema, { item: { id: '$id', titel: '$name' } })).toThrow(/no field titel.*title/);
  });
  test('an unknown operator is refused with those there are', () => {
    expect(() => v.parse(mappingSchema, { item: { id: { $sha: 'x' } } })).toThrow(/\$sha.*\$hash/);
  });
  test('a row cannot reach what is not its own', () => {
    expect(map({ model: '$constructor.name', sku: '$__proto__', brand: { $map: 'toString', to: {} } }, {})).toEqual([{}]);
  });
});
