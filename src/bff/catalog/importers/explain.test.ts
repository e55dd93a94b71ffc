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
  const mapping = v.parse(mappingSchema, proposeMapping(rows, 'CNY'));
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
  const mapping = proposeMapping([{ sku: 'a', name: 'A', price_cents: 1999 }], 'USD');
  expect(mapping.item.offers).toMatchObject([{ price: { $money: '$price_cents', currency: 'USD', as: 'minor' } }]);
});

test('rows without an id of their own get a hash of the row', () => {
  expect(proposeMapping([{ name: 'A' }, { name: 'A' }], 'USD').item.id).toEqual({ $hash: ['$@row'], prefix: 'row-' });
});

test('the fields a mapping reads are known by their first name', () => {
  const mapping = v.parse(mappingSchema, { only: '$ok', item: { id: '$a.b', title: { $first: ['$c', 'd', '$@file'] } } });
  expect([...sourcesOf(mapping)].sort()).toEqual(['a', 'c', 'ok']);
});
