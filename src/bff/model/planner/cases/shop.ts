import * as v from 'valibot';
import { type Item, itemSchema } from '../../../../protocol/item.ts';
import type { Offer } from '../../../../protocol/offer.ts';
import { type Row, rows, type Two } from './shop-rows.ts';

const LABELS: Readonly<Record<string, { readonly label: Two; readonly unit?: string }>> = {
  weight: { label: ['重量', 'Weight'], unit: 'g' },
  brightness: { label: ['亮度', 'Brightness'], unit: 'lm' },
  noise: { label: ['噪音', 'Noise'], unit: 'dB' },
  battery_life: { label: ['续航时间', 'Battery life'], unit: 'h' },
  screen_size: { label: ['屏幕尺寸', 'Screen size'], unit: 'in' },
  memory: { label: ['内存', 'Memory'], unit: 'GB' },
  capacity_people: { label: ['可住人数', 'Sleeps (people)'] },
  power: { label: ['功率', 'Power'], unit: 'W' },
};

function recordsOf(row: Row): Item[] {
  const words = (at: 0 | 1) => ({
    title: `${row.brand} ${row.model} ${row.type.at(-1)?.[at] ?? ''}`,
    categories: [{ value: row.type.map((name) => name[at]).join(' > ') }],
    options: [{ name: at === 0 ? '颜色' : 'Color', value: row.color[at] }],
    features: row.features.map((each) => each[at]),
    use_cases: row.uses.map((each) => each[at]),
    attributes: Object.fromEntries(
      Object.entries(row.facts).map(([key, value]) => {
        const { label, unit } = LABELS[key] ?? { label: [key, key] };
        return [key, { label: label[at], value, ...(unit === undefined ? {} : { unit }) }];
      }),
    ),
  });
  const shared = {
    id: row.id,
    brand: row.brand,
    model: row.model,
    updated_at: '2026-01-01T00:00:00Z',
    availability: { available: true, status: 'in_stock' },
    offers: offersOf(row),
    ...(row.rating === undefined ? {} : { rating: { value: row.rating, scale_max: 5, count: 20 } }),
  };
  return [v.parse(itemSchema, { ...shared, ...words(0), locale: 'zh-CN' }), v.parse(itemSchema, { ...shared, ...words(1), locale: 'en' })];
}

function offersOf({ sale, rent, deposit, waivable = false }: Row): Offer[] {
  const yuan = (amount: number) => ({ amount: amount * 100, currency: 'CNY' });
  const offers: Offer[] = [];
  if (sale !== undefined) offers.push({ id: 'sale', kind: 'sell', price: yuan(sale), fees: [] });
  if (rent !== undefined)
    offers.push({
      id: 'lease',
      kind: 'lease',
      price: yuan(rent),
      fees: [],
      lease: {
        billing_period: { unit: 'day', count: 1 },
        term: { min: 1 },
        price_tiers: [{ min_periods: 1, price: yuan(rent) }],
        deposit: deposit ? { amount: yuan(deposit), refundable: true, waivable } : null,
      },
    });
  return offers;
}

/** The small shop: rental and sale, both languages. */
export const shopItems: readonly Item[] = rows.flatMap(recordsOf);
