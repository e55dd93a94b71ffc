import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anItem } from '../../../testing/items.ts';
import type { CatalogEngine } from '../engine.ts';
import { itemFile } from '../item-file.ts';
import { openSqliteCatalog } from '../sqlite/open.ts';
import { groupsWithoutTerm, warnOfUnknownGroups } from './dictionary.ts';
import { parseSynonyms } from './file.ts';
import { withSynonyms } from './with-synonyms.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-synonyms-'));
const items = [
  anItem({ id: 'wine', title: 'Valley Cabernet', brand: '拉维', categories: [{ value: 'Drinks > Grape wine' }] }),
  anItem({ id: 'glass', title: 'Crystal glass', categories: [{ value: 'Tableware > Red wine glass' }] }),
  anItem({ id: 'rice', title: 'Sushi rice vinegar', categories: [{ value: 'Pantry' }] }),
  anItem({ id: 'beer', title: 'Amber ale', categories: [{ value: 'Drinks > Beer' }] }),
];
let engine: CatalogEngine;
let catalog: CatalogEngine;
beforeAll(async () => {
  engine = await openSqliteCatalog({ path: itemFile(items, folder), workers: 1 });
  catalog = withSynonyms(engine, parseSynonyms('grape wine | red wine | 红酒\nnowhere sold | unheard of\nrice vinegar | komezu | 米醋'));
}, 60_000);
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
});
const found = async (search: Parameters<CatalogEngine['search']>[0]) => {
  const result = await catalog.search(search, { locale: 'en' });
  return { ids: result.items.map((item) => item.id), read_as: result.read_as };
};

describe('a name the shop has listed', () => {
  it('finds what the catalogue files under another, in a free text and as a type, and tells so', async () => {
    const { ids, read_as } = await found({ query: 'a good Red Wine' });
    expect([ids[0], read_as]).toEqual(['wine', { 'red wine': 'Grape wine' }]);
    expect((await found({ query: '红酒' })).ids[0]).toBe('wine');
    expect(await found({ product_types: ['red wine'] })).toMatchObject({ ids: ['wine'], read_as: { 'red wine': 'Drinks > Grape wine' } });
  });

  it('is no part of a longer name that is the catalogue’s own', async () => {
    expect(await found({ query: 'red wine glass' })).toMatchObject({ ids: ['glass'] });
    expect(await found({ product_types: ['Red wine glass'] })).toEqual({ ids: ['glass'], read_as: undefined });
  });

  it('is among the labels of the vocabulary, the same object for the same words', async () => {
    const type = (await catalog.vocabulary()).product_types.find(({ value }) => value.endsWith('Grape wine'));
    expect(type?.labels).toEqual(expect.arrayContaining(['red wine', '红酒']));
  });

  it('is read as the first of its group where the catalogue has the name in titles only, and tells so', async () => {
    expect(await found({ query: 'some Komezu please' })).toEqual({ ids: ['rice'], read_as: { komezu: 'rice vinegar' } });
    expect(await found({ query: '米醋' })).toEqual({ ids: ['rice'], read_as: { 米醋: 'rice vinegar' } });
    expect(await found({ query: 'rice vinegar' })).toEqual({ ids: ['rice'], read_as: undefined });
  });

  it('is told to the operator where nothing in the vocabulary answers to its group', async () => {
    const groups = parseSynonyms('grape wine | red wine\nnowhere sold | unheard of\nrice vinegar | komezu');
    const unknown = [
      ['nowhere sold', 'unheard of'],
      ['rice vinegar', 'komezu'],
    ];
    const vocabulary = await engine.vocabulary();
    expect(groupsWithoutTerm(groups, vocabulary)).toEqual(unknown);
    const lines: string[] = [];
    warnOfUnknownGroups(groups, vocabulary, (line) => lines.push(line));
    expect(lines).toEqual(unknown.map((names) => expect.stringContaining(names.join(' | '))));
  });

  it('changes nothing where the catalogue has none of the group', async () => {
    expect(await found({ query: 'amber ale' })).toEqual({ ids: ['beer'], read_as: undefined });
    expect((await found({ query: 'unheard of' })).ids).toEqual([]);
  });
});

describe('a synonyms file', () => {
  it('has comments, blank lines and either stroke', () => {
    expect(parseSynonyms('# ours\n\n红酒｜葡萄酒 # filed\r\na | b | a\n')).toEqual([
      ['红酒', '葡萄酒'],
      ['a', 'b'],
    ]);
  });
  it('with a line of one name is refused by its number', () => {
    expect(() => parseSynonyms('a | b\nalone')).toThrow('line 2: a group is two names or more, separated by |');
  });
});
