import * as v from 'valibot';
import { expect, test } from 'vitest';
import { itemSchema } from '../../../protocol/item.ts';
import { proposeMapping } from './explain.ts';
import { mappingSchema, mapRow, sourcesOf } from './mapping.ts';

const rows = Array.from({ length: 40 }, (_, index) => ({
  商品编号: `SP${index}`,
  商品名称: `保温杯 ${index}`,
  品牌: index % 2 ? '晨露' : '山岚',
  售价: `${20 + index}.50`,
  容量: `${300 + (index % 3) * 100}ml`,
  库存: index,
  picture_url: `https://cdn.test/${index}.jpg`,
}));

test('a proposed mapping makes an item of every row, and leaves no described field out', () => {
  const mapping = v.parse(mappingSchema, proposeMapping(rows, 'CNY').mapping);
  const items = rows
    .flatMap((row) => mapRow(mapping, row, 'cups'))
    .map((item) => ({ ...(item as object), locale: 'zh-CN', updated_at: 'x' }));
  for (const item of items) expect(v.safeParse(itemSchema, item).issues).toBeUndefined();
  expect(items[1]).toMatchObject({
    id: 'SP1',
    title: '保温杯 1',
    brand: '晨露',
    offers: [{ price: { amount: 2150, currency: 'CNY' } }],
    attributes: { 容量: { label: '容量', value: 400, unit: 'ml' } },
    media: [{ url: 'https://cdn.test/1.jpg' }],
  });
});

test('a column of whole numbers called cents or fen is in minor units', () => {
  const { mapping } = proposeMapping([{ sku: 'a', name: 'A', price_cents: 1999 }], 'USD');
  expect(mapping.item.offers).toMatchObject([{ price: { $money: '$price_cents', currency: 'USD', as: 'minor' } }]);
});

test('rows without an id of their own get a hash of the row', () => {
  expect(proposeMapping([{ name: 'A' }, { name: 'A' }], 'USD').mapping.item.id).toEqual({ $hash: ['$@row'], prefix: 'row-' });
});

test('the fields a mapping reads are known by their first name', () => {
  const mapping = v.parse(mappingSchema, { only: '$ok', item: { id: '$a.b', title: { $first: ['$c', 'd', '$@file'] } } });
  expect([...sourcesOf(mapping)].sort()).toEqual(['a', 'c', 'ok']);
});

test('a column of ids with gaps and a repeated one is still the id, and is told', () => {
  const skus = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-6', undefined];
  for (const name of ['SKU', 'sku', 'id', '货号']) {
    const { mapping, notices } = proposeMapping(
      skus.map((sku, at) => ({ ...(sku && { [name]: sku }), name: `Cup ${at}`, price: '1.00 USD' })),
      undefined,
    );
    expect(mapping.item.id).toEqual({ $join: [`$${name}`] });
    expect(notices).toEqual([expect.stringMatching(`"${name}" .*88 % .*1 value`)]);
  }
});

test('a sale price is the price where it stands, and the price beside it the list price', () => {
  for (const beside of ['Price', 'Regular Price']) {
    const rows = [
      { sku: 'a', name: 'A', [beside]: '20.00', 'Sale Price': '15.00' },
      { sku: 'b', name: 'B', [beside]: '30.00' },
    ];
    const mapping = v.parse(mappingSchema, proposeMapping(rows, 'USD').mapping);
    expect(mapping.item.attributes).toEqual({});
    expect(rows.flatMap((row) => mapRow(mapping, row, 'x'))).toMatchObject([
      { offers: [{ price: { amount: 1500 }, list_price: { amount: 2000 } }] },
      { offers: [{ id: 'sell', kind: 'sell', price: { amount: 3000, currency: 'USD' } }] },
    ]);
    expect(JSON.stringify(mapRow(mapping, rows[1] ?? {}, 'x'))).not.toContain('list_price');
  }
});

test('a unit in a column’s name is the unit of its attribute', () => {
  const { mapping } = proposeMapping(
    [
      { sku: 'a', name: 'A', 'Weight (g)': '120', '容量（ml）': 300, 'Size (EU)': '42' },
      { sku: 'b', name: 'B', 'Weight (g)': '140', '容量（ml）': 500, 'Size (EU)': '43' },
    ],
    'USD',
  );
  expect(mapping.item.attributes).toEqual({
    weight: { $fact: '$Weight (g)', label: 'Weight', unit: 'g' },
    容量: { $fact: '$容量（ml）', label: '容量', unit: 'ml' },
    'size_(eu)': { $fact: '$Size (EU)', label: 'Size (EU)' },
  });
});

test('the currency is the one the prices name, a column names or the caller gives; one that nobody names is told', () => {
  const proposed = (row: object, currency?: string) => {
    const { mapping, notices } = proposeMapping([{ sku: 'a', name: 'A', ...row }], currency);
    return [JSON.stringify(mapping.item.offers), notices.join('\n')];
  };
  expect(proposed({ price: '12.00 EUR' })).toEqual([expect.stringContaining('"currency":"EUR"'), '']);
  expect(proposed({ price: '12.00', Currency: 'GBP' })).toEqual([expect.stringContaining('"currency":"$Currency"'), '']);
  expect(proposed({ price: '12.00' }, 'JPY')).toEqual([expect.stringContaining('"currency":"JPY"'), '']);
  expect(proposed({ price: '12.00' })).toEqual([expect.stringContaining('"currency":"USD"'), expect.stringContaining('--currency')]);
});
