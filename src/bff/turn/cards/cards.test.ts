import { describe, expect, it } from 'vitest';
import type { MessagePart } from '../../../protocol/conversation.ts';
import type { Item } from '../../../protocol/item.ts';
import { aDeposit, aLease, anItem, aSale } from '../../../testing/items.ts';
import { compare } from '../../compare/compare.ts';
import { defaultPolicy } from '../../compare/policy.ts';
import { refreshParts } from '../refresh-parts.ts';
import { bundleTotals } from './bundle-card.ts';
import type { CardContext } from './card.ts';
import { makeCard } from './index.ts';

const video = { type: 'video' as const, url: '/v.webm', duration_s: 8 };
const camera = anItem({
  id: 'cam',
  title: 'Camera',
  offers: [aSale(329900), aLease(8900)],
  media: [video],
  categories: [{ value: 'Imaging' }, { value: 'Imaging > Camera' }],
});
const tent = anItem({ id: 'tent', title: 'Tent', offers: [aLease(3000, { lease: { deposit: aDeposit(50000) } })] });
const lamp = anItem({ id: 'lamp', title: 'Lamp', offers: [aSale(5000)] });

const context = (items: readonly Item[], more: Partial<CardContext> = {}): CardContext => ({
  items: async (ids) => ids.flatMap((id) => items.find((item) => item.id === id) ?? []),
  asSearched: (id) => items.find((item) => item.id === id),
  lastSearch: () => undefined,
  noted: () => ({}),
  nextPage: async () => undefined,
  locale: 'en',
  comparePolicy: defaultPolicy,
  rentalDays: () => undefined,
  now: () => '2026-11-21T12:00:00.000Z',
  ...more,
});

describe('cards', () => {
  it('an item that is gone makes no card and says so', async () => {
    expect(await makeCard({ name: 'itemCard', id: 'cam' }, context([]))).toEqual({ notice: 'gone' });
  });

  it('a price that moved since the search is shown as it is now, and marked', async () => {
    const made = await makeCard(
      { name: 'itemCard', id: 'cam' },
      context([camera], { asSearched: () => anItem({ id: 'cam', offers: [aSale(1)] }) }),
    );
    expect(made).toMatchObject({ part: { data: { item: { offers: camera.offers } } }, notice: 'price_changed' });
  });

  it('a question shows counts of facet values, and only of those', async () => {
    const facets = [{ field: 'use_cases', label: 'Use', values: [{ value: 'travel', count: 4 }] }];
    const lastSearch = () => ({ items: [], arguments: {}, total: 9, facets });
    const { part } = await makeCard(
      { name: 'askCard', question: 'For what?', options: ['Travel', 'Something else'], multi: false },
      context([], { lastSearch }),
    );
    expect(part?.data).toMatchObject({
      options: [
        { id: 'o1', label: 'Travel', count: 4 },
        { id: 'o2', label: 'Something else' },
      ],
    });
  });

  it('an option may name a facet value with its unit, or by the end of its path', async () => {
    const facets = [
      { field: 'attributes.storage', label: 'Storage', unit: 'GB', values: [{ value: '64', count: 2 }] },
      { field: 'product_types', label: 'Type', values: [{ value: 'Imaging > Camera', count: 5 }] },
    ];
    const lastSearch = () => ({ items: [], arguments: {}, total: 9, facets });
    const { part } = await makeCard(
      { name: 'askCard', question: 'Which?', options: ['64 GB', 'Camera'], multi: false },
      context([], { lastSearch }),
    );
    expect(part?.data).toMatchObject({ options: [{ count: 2 }, { count: 5 }] });
  });

  it('more items need a search with a rest', async () => {
    expect(await makeCard({ name: 'moreItems' }, context([]))).toEqual({});
    const lastSearch = () => ({ items: [], arguments: { query: 'x', direct: true }, total: 9, cursor: 'c1', facets: [] });
    const nextPage = async () => ({ items: [tent], arguments: {}, total: 9 });
    const { part } = await makeCard({ name: 'moreItems' }, context([], { lastSearch, nextPage }));
    expect(part?.data).toMatchObject({ search: { query: 'x' }, cursor: 'c1', total: 9, preview: [{ id: 'tent' }] });
  });

  it("a video is the item's own, or there is none", async () => {
    expect((await makeCard({ name: 'videoCard', id: 'cam' }, context([camera]))).part?.data).toMatchObject({
      url: '/v.webm',
      type: 'video/webm',
      duration_s: 8,
    });
    expect(await makeCard({ name: 'videoCard', id: 'tent' }, context([tent]))).toEqual({});
  });

  it('a kit of fewer than two members is none', async () => {
    const members = [
      { id: 'cam', quantity: 1 },
      { id: 'tent', quantity: 2 },
    ];
    expect(await makeCard({ name: 'bundleCard', title: 'Kit', members }, context([camera]))).toEqual({ notice: 'gone' });
    const { part } = await makeCard({ name: 'bundleCard', title: 'Kit', members }, context([camera, tent]));
    expect(part?.data).toMatchObject({ members: [{ role: 'Camera', quantity: 1 }, { quantity: 2 }] });
  });
});

describe('totals of a kit', () => {
  const member = (item: Item, quantity = 1) => ({ item, role: '', quantity });
  it('add rent for the days and deposits, each by quantity', () => {
    const totals = bundleTotals([member(tent, 2)], 3);
    expect(totals).toEqual({ rent: { amount: 2 * 3 * 3000, currency: 'CNY' }, days: 3, deposit: { amount: 100000, currency: 'CNY' } });
  });
  it('take the longest minimum term where no term was named', () => {
    const weekly = anItem({ id: 'w', offers: [aLease(1000, { lease: { term: { min: 7 } } })] });
    expect(bundleTotals([member(tent), member(weekly)], undefined).days).toBe(7);
  });
  it('are a price where the kit was searched for to buy', () => {
    expect(bundleTotals([member(camera)], 3, 'sell')).toEqual({ price: { amount: 329900, currency: 'CNY' } });
  });
  it('keep what is sold apart from what is let, and promise nothing over an item without an offer', () => {
    const cable = anItem({ id: 'c', offers: [aSale(4900)] });
    expect(bundleTotals([member(tent), member(cable, 2)], 1)).toMatchObject({ price: { amount: 9800 }, rent: { amount: 3000 } });
    expect(bundleTotals([member(tent), member(anItem({ id: 'n', offers: [] }))], 1)).toEqual({});
  });
});

describe('kept parts read again', () => {
  const NOON = Date.parse('2026-11-21T12:00:00Z');
  const card = (item: Item, checked_at = '2026-11-21T12:00:00.000Z') => ({
    type: 'data-itemCard' as const,
    id: '1',
    data: { v: 1 as const, item, checked_at },
  });
  const again = async (parts: readonly MessagePart[], items: readonly Item[]): Promise<MessagePart[]> => {
    const [fresh = []] = await refreshParts([parts], {
      read: async () => items,
      locale: 'en',
      policy: defaultPolicy,
      mayStay: () => false,
      now: () => NOON,
    });
    return fresh;
  };
  const cheaper = { ...camera, offers: [aSale(100)] };

  it('leave a vanished item out, mark a changed price, and were checked now', async () => {
    const parts = await again([{ type: 'text', text: 'Here' }, card(camera, '2026-11-01T00:00:00.000Z'), card(tent)], [cheaper]);
    expect(parts.map((part) => part.type)).toEqual(['text', 'data-itemCard', 'data-notice']);
    expect(parts[1]).toMatchObject({ data: { item: { offers: cheaper.offers }, checked_at: '2026-11-21T12:00:00.000Z' } });
  });

  it('are read in one go for all answers, each item once, and not at all without cards', async () => {
    const reads: (readonly string[])[] = [];
    const read = async (ids: readonly string[]) => {
      reads.push(ids);
      return [camera, tent];
    };
    const refresh = { read, locale: 'en', policy: defaultPolicy, mayStay: () => false, now: () => NOON };
    await refreshParts([[card(camera)], [{ type: 'text', text: 'Hello' }], [card(tent), card(camera)]], refresh);
    expect(reads).toEqual([[camera.id, tent.id]]);
    await refreshParts([[{ type: 'text', text: 'Hello' }]], refresh);
    expect(reads).toHaveLength(1);
  });

  it('say in the answer where a price moved, and in no other', async () => {
    const refresh = { read: async () => [cheaper, tent], locale: 'en', policy: defaultPolicy, mayStay: () => false, now: () => NOON };
    const answers = await refreshParts([[card(camera)], [card(tent)]], refresh);
    expect(answers.map((parts) => parts.map((part) => part.type))).toEqual([['data-itemCard', 'data-notice'], ['data-itemCard']]);
  });

  it('say nothing when nothing changed', async () => {
    expect(await again([card(camera)], [camera])).toEqual([card(camera)]);
  });

  it('stay as last seen where the catalogue gives no answer, but for those that hold an item nobody vouches for', async () => {
    const refresh = {
      read: async () => null,
      locale: 'en',
      policy: defaultPolicy,
      mayStay: (id: string) => id !== tent.id,
      now: () => NOON,
    };
    const seen = card(camera, '2026-11-01T00:00:00.000Z');
    const table = { type: 'data-compareTable' as const, data: { v: 1 as const, ...compare([camera, tent], { locale: 'en' }) } };
    const words = { type: 'text' as const, text: 'Hello' };
    const answers = await refreshParts(
      [
        [words, seen, table],
        [card(tent), words],
      ],
      refresh,
    );
    expect(answers).toEqual([[words, seen, expect.objectContaining({ type: 'data-notice' })], [words]]);
    expect(await refreshParts([[words]], refresh)).toEqual([[words]]);
  });

  it('reckon a kit anew', async () => {
    const members = [camera, tent].map((item) => ({ item, role: '', quantity: 1 }));
    const kit = { type: 'data-bundleCard' as const, data: { v: 1 as const, title: 'Kit', members, totals: bundleTotals(members, 3) } };
    const [fresh, notice] = await again([kit], [camera, { ...tent, offers: [aLease(1)] }]);
    expect(fresh).toMatchObject({ data: { totals: { rent: { amount: 3 * 8900 + 3 }, days: 3 } } });
    expect(notice).toMatchObject({ data: { code: 'price_changed' } });
    expect(await again([kit], [camera])).toEqual([]);
  });

  it('compare anew what is left of a table, and nothing where one item is', async () => {
    const table = { type: 'data-compareTable' as const, data: { v: 1 as const, ...compare([camera, tent, lamp], { locale: 'en' }) } };
    const [fresh, notice] = await again([table], [cheaper, tent]);
    expect(fresh).toMatchObject({ data: { items: [{ id: 'cam' }, { id: 'tent' }] } });
    expect(JSON.stringify(fresh)).toContain('¥1');
    expect(notice).toMatchObject({ data: { code: 'price_changed' } });
    expect(await again([table], [tent])).toEqual([]);
  });
});
