import { describe, expect, it } from 'vitest';
import type { CompareRow } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';
import { anItem } from '../../testing/items.ts';
import { compare } from './compare.ts';
import { comparePolicy } from './policy.ts';

const rowFor = (items: readonly Item[], key: string, locale = 'en'): CompareRow | undefined =>
  compare(items, { locale, year: 2026 }).rows.find((row) => row.key === key);
const texts = (row: CompareRow | undefined): (string | null)[] | undefined => row?.cells.map((cell) => cell?.text ?? null);

describe('reviews', () => {
  it('tell the share of positive mentions with the count and a quote', () => {
    const items = [
      anItem({ id: 'a', review_aspects: [{ aspect: 'Battery', positive: 90, negative: 10, quote: 'Lasts all day.' }] }),
      anItem({ id: 'b', review_aspects: [{ aspect: 'Battery', positive: 30, negative: 10 }] }),
      anItem({ id: 'c' }),
    ];
    expect(texts(rowFor(items, 'review_aspects.Battery'))).toEqual(['90% positive (100) “Lasts all day.”', '75% positive (40)', null]);
    expect(rowFor(items.slice(0, 2), 'review_aspects.Battery')).toMatchObject({ best: 0, best_label: 'best liked' });
  });

  it('call nothing best that three people said', () => {
    const items = [
      anItem({ id: 'a', review_aspects: [{ aspect: 'Battery', positive: 3, negative: 0 }] }),
      anItem({ id: 'b', review_aspects: [{ aspect: 'Battery', positive: 190, negative: 10 }] }),
    ];
    expect(rowFor(items, 'review_aspects.Battery')?.best).toBeUndefined();
  });
});

describe('the maker', () => {
  const stroller = (id: string, certifications: { name: string; covers?: string }[]): Item =>
    anItem({
      id,
      categories: [{ value: '母婴 > 婴儿推车' }],
      seller: { id: 's', name: '小禾童车', location: '宁波', since: 2009, certifications },
    });

  it('has a place, years and certificates with what they cover', () => {
    const items = [stroller('a', [{ name: 'CCC 认证', covers: '儿童推车' }]), stroller('b', [])];
    expect(texts(rowFor(items, 'location', 'zh-CN'))).toEqual(['宁波', '宁波']);
    expect(texts(rowFor(items, 'since', 'zh-CN'))).toEqual(['2009 年起，17 年', '2009 年起，17 年']);
    expect(texts(rowFor(items, 'certifications', 'zh-CN'))).toEqual(['CCC 认证（儿童推车）', null]);
  });

  it('lacks a certificate its kind of product requires, in both languages', () => {
    const items = [stroller('a', [{ name: 'CCC 认证' }]), stroller('b', [])];
    expect(texts(rowFor(items, 'required_certificates', 'zh-CN'))).toEqual(['已注明：CCC 或 GB 14748', '没有注明：CCC 或 GB 14748']);
    expect(texts(rowFor(items, 'required_certificates'))).toEqual([
      'stated: CCC, GB 14748 or EN 1888',
      'not stated: CCC, GB 14748 or EN 1888',
    ]);
  });

  it('may state it among the facts of the item, and never in a description', () => {
    const bare = stroller('a', []);
    const items = [
      { ...bare, attributes: { standard: { label: '执行标准', value: 'GB 14748' } } },
      { ...bare, id: 'b', description: { plain: '符合 GB 14748' } },
    ];
    expect(rowFor(items, 'required_certificates')?.cells.map((cell) => cell?.value)).toEqual([true, false]);
  });

  it('has no such row for kinds that require none, and the shop may add kinds', () => {
    const items = [anItem({ id: 'a' }), anItem({ id: 'b' })];
    expect(rowFor(items, 'required_certificates')).toBeUndefined();
    const policy = comparePolicy({
      better: {},
      same: [],
      certificates: [{ types: ['Cameras'], any_of: ['CE (2)'], name: { zh: 'CE', en: 'CE' } }],
    });
    const row = compare(items, { locale: 'en', policy }).rows.find((each) => each.key === 'required_certificates');
    expect(texts(row)).toEqual(['not stated: CE', 'not stated: CE']);
  });
});

describe('what tells variants apart', () => {
  it('is a row each: colour, condition, stock', () => {
    const items = ['Red', 'Blue'].map((value, at) =>
      anItem({
        id: value,
        options: [{ name: 'Color', value }],
        condition: at === 0 ? 'new' : 'like_new',
        availability: { available: true, status: 'in_stock', quantity: at === 0 ? 3 : 90 },
      }),
    );
    expect(texts(rowFor(items, 'options.Color'))).toEqual(['Red', 'Blue']);
    expect(texts(rowFor(items, 'condition'))).toEqual(['new', 'like new']);
    expect(texts(rowFor(items, 'availability', 'zh-CN'))).toEqual(['有货，还剩 3 件', '有货']);
    expect(rowFor(items, 'brand')?.differs).toBe(false);
  });
});
