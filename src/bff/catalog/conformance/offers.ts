import { describe, expect, test } from 'vitest';
import type { SearchArguments } from '../../../protocol/search.ts';
import { SearchRefused } from '../engine.ts';
import type { Asked } from './asked.ts';

/** Prices, rentals, stock and delivery. */
export function offers({ search, ids, found, can }: Asked): void {
  describe('offers', () => {
    test('sales sort before rentals, items without an offer last', async () => {
      expect(await ids({ sort: 'price_asc' })).toEqual(['lumo-p3', 'solvik-r2-silver', 'kestrel-k1', 'plain-lamp']);
      expect(await ids({ sort: 'price_desc' })).toEqual(['solvik-r2-black', 'lumo-p3', 'kestrel-k1', 'plain-lamp']);
      expect(await ids({ offer_kind: 'lease', sort: 'price_asc' })).toEqual(['lumo-p3', 'solvik-r2-black', 'kestrel-k1']);
    });
    test.runIf(can.refuses)('amounts are exact decimals', async () => {
      expect(await ids({ offer_kind: 'sell', price_range: { max: '1999.00' } })).toEqual(['lumo-p3']);
      expect(await ids({ offer_kind: 'sell', price_range: { max: '1998.99' } })).toEqual([]);
      await expect(search({ price_range: { max: '1.005' } })).rejects.toThrow(SearchRefused);
    });
    test('a monthly rate passes a daily bound by exact comparison', async () => {
      const rate = (max: string): SearchArguments => ({ product_types: ['无人机'], price_range: { max, basis: 'day' } });
      expect(await ids(rate('100'))).toEqual(['kestrel-k1']);
      expect(await ids(rate('99.99'))).toEqual([]);
    });
    test('the tier of the rental length counts, and the total for it', async () => {
      const cameras: SearchArguments = { product_types: ['相机'] };
      expect(await ids({ ...cameras, rental_days: 7, price_range: { max: '79', basis: 'day' } })).toEqual(['solvik-r2-black']);
      expect(await ids({ ...cameras, rental_days: 5, price_range: { max: '79', basis: 'day' } })).toEqual([]);
      expect(await ids({ ...cameras, rental_days: 7, price_range: { max: '553' } })).toEqual(['solvik-r2-black']);
      expect(await ids({ ...cameras, rental_days: 7, price_range: { max: '552.99' } })).toEqual([]);
    });
    test('a rental shorter than the minimum term or longer than the longest does not match', async () => {
      expect(await found({ rental_days: 2 })).toEqual(['lumo-p3']);
      expect(await found({ rental_days: 60, product_types: ['相机'] })).toEqual([]);
    });
    test('deposit-free is none or one that can be waived; not stated passes no test', async () => {
      expect(await found({ deposit_free: true })).toEqual(['lumo-p3', 'solvik-r2-black']);
      expect(await found({ deposit_max: '1000' })).toEqual(['kestrel-k1', 'lumo-p3']);
      expect(await ids({ offer_kind: 'lease', sort: 'deposit_asc' })).toEqual(['lumo-p3', 'kestrel-k1', 'solvik-r2-black']);
    });
  });

  describe('stock, rating, delivery', () => {
    test('what is not stated does not match', async () => {
      expect(await ids({ rating_min: 4.6 })).toEqual(['solvik-r2-black']);
      expect(await found({ rating_min: 4.5 })).toEqual(['kestrel-k1', 'solvik-r2-black']);
      expect(await ids({ in_stock: true, query: '台灯' })).toEqual([]);
      expect(await ids({ quantity: 5 })).toEqual(['solvik-r2-black']);
      expect(await ids({ quantity: 6 })).toEqual([]);
    });
    test('from a start date counts what is back by then', async () => {
      expect(await found({ product_id: 'solvik-r2', start_date: '2026-05-31' })).toEqual(['solvik-r2-black']);
      expect(await found({ product_id: 'solvik-r2', start_date: '2026-06-01' })).toEqual(['solvik-r2-black', 'solvik-r2-silver']);
    });
    test('delivery by a date and to a region', async () => {
      expect(await ids({ ships_to: '成都' })).toEqual(['solvik-r2-black']);
      expect(await ids({ deliver_by: '2099-01-01' })).toEqual(['solvik-r2-black']);
      expect(await ids({ deliver_by: '2000-01-01' })).toEqual([]);
    });
  });
}
