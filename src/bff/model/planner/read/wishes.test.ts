import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoItems } from '../../../../demo/catalog/items.ts';
import type { CatalogEngine, Vocabulary } from '../../../catalog/engine.ts';
import { itemFile } from '../../../catalog/item-file.ts';
import { openSqliteCatalog } from '../../../catalog/sqlite/open.ts';
import type { Wish } from '../wish.ts';
import { readWish } from './read.ts';

let engine: CatalogEngine;
let vocabulary: Vocabulary;
beforeAll(async () => {
  engine = await openSqliteCatalog({ path: itemFile(demoItems(), join(tmpdir(), 'aisle-wishes')), workers: 1 });
  vocabulary = await engine.vocabulary();
}, 60_000);
afterAll(() => engine.close());

const read = (text: string): Wish => readWish(text, { vocabulary, locale: 'en', today: '2026-03-02' });
const typesOf = (text: string): string => (read(text).terms.product_types ?? []).join();

describe('what is turned down', () => {
  it.each([['音箱不要蓝牙的'], ['音箱，不要带蓝牙的'], ['speaker, anything but bluetooth'], ['a speaker, not bluetooth']])(
    'is the name behind the refusal, not the one before it: %s',
    (text) => {
      const wish = read(text);
      expect(typesOf(text)).toMatch(/音箱|Speaker/);
      expect(wish.exclude.features?.join()).toMatch(/蓝牙|Bluetooth/);
      expect(wish.exclude.product_types).toBeUndefined();
    },
  );

  it.each([['不要松褶，不要远麓的帐篷'], ['no Pinefold, no Farlea, just a tent'], ['neither Pinefold nor Farlea tents']])(
    'may be several brands: %s',
    (text) => {
      expect(read(text).exclude.brands?.join()).toMatch(/Pinefold|松褶/);
      expect(read(text).exclude.brands?.join()).toMatch(/Farlea|远麓/);
    },
  );

  it.each([['不要帐篷了，只要炉子'], ['forget the tent, only a stove']])('may be the kind of thing spoken of before: %s', (text) => {
    expect(typesOf(text)).toMatch(/炉具|stove/i);
    expect(typesOf(text)).not.toMatch(/帐篷|Tent/);
  });
});

describe('people', () => {
  it.each([['适合老人的手机'], ['给爸妈用的手机'], ['a phone for older people'], ['phone suitable for seniors']])(
    'a thing is for are its audience: %s',
    (text) => expect(read(text).terms.audience?.join()).toMatch(/长辈|older/),
  );

  it.each([['带爸妈去旅行，租个相机'], ['rent a camera, travelling with my parents']])('who come along are none: %s', (text) =>
    expect(read(text).terms.audience).toBeUndefined(),
  );

  it.each([
    ['a tent for 6 people', 'capacity_people', 6],
    ['六个人住的帐篷', 'capacity_people', 6],
    ['projector for our annual party of 300', 'audience_size', 300],
    ['300人年会用的投影仪', 'audience_size', 300],
  ])('are counted by what such things state: %s', (text, name, value) =>
    expect(read(text).attributes).toEqual([expect.objectContaining({ name, op: 'gte', value })]),
  );
});

describe('what the shop does not have', () => {
  it.each([
    ['iPhone 16', 'iPhone 16'],
    ['苹果手机', '苹果'],
    ['Apple phone', 'Apple'],
    ['索尼的手机', '索尼'],
  ])('leaves the words to search for, the kind stays: %s', (text, stranger) => {
    const wish = read(text);
    expect(wish.strangers).toEqual([stranger]);
    expect(wish.words).toEqual([]);
    expect(typesOf(text)).toMatch(/手机|Phone/);
  });

  it('is searched for where something is made for it', () => {
    expect(read('iPhone 16 手机壳').strangers).toEqual([]);
  });
});

it.each([
  ['不租了，我想买', 'sell'],
  ["I don't want to rent, I want to buy", 'sell'],
  ['不买了，租一个', 'lease'],
])('a change of mind names the other kind of offer: %s', (text, kind) => expect(read(text).offer_kind).toBe(kind));

describe('a number joined to its unit', () => {
  it.each([
    ['a 4-person tent', 'capacity_people', 4],
    ['a 15-inch laptop', 'screen_size', 15],
    ['a 50-mm lens', 'focal_length', 50],
  ])('counts as it does apart: %s', (text, name, value) =>
    expect(read(text).attributes).toEqual([expect.objectContaining({ name, value })]),
  );

  it.each([['rent a camera for a 3-day trip'], ['a 3-day camera rental']])('may be a length: %s', (text) =>
    expect(read(text).rental_days).toBe(3),
  );

  it.each([['a 2-in-1 laptop'], ['an 8-in-1 hub'], ['a sleeping bag for a 7-10 day trip']])('is no frost: %s', (text) =>
    expect(read(text).attributes).toEqual([]),
  );
});
