/** A product as the Universal Commerce Protocol writes it; the fields are those of its specification's own example. */
export interface UcpProduct {
  readonly id: string;
  readonly title: string;
  readonly [field: string]: unknown;
  readonly variants: { id: string; price: { amount: number; currency: string } | string; [field: string]: unknown }[];
}

const product = (
  id: string,
  title: string,
  type: string,
  brand: string,
  variants: readonly (readonly [string, number, boolean])[],
): UcpProduct => ({
  id,
  title,
  brand,
  description: { plain: `${title} by ${brand}.` },
  url: `https://flowers.example/products/${id}`,
  categories: [{ value: type, taxonomy: 'merchant' }],
  rating: { value: 4.5, scale_max: 5, count: 12 },
  variants: variants.map(([color, amount, available]) => ({
    id: `${id}-${color.toLowerCase()}`,
    title: `${title}, ${color}`,
    price: { amount, currency: 'USD' },
    availability: { available },
    selected_options: [{ name: 'Color', label: color }],
  })),
});

/** A flower shop. */
export const flowers: readonly UcpProduct[] = [
  product('rose-bouquet', 'Rose bouquet', 'Flowers > Bouquets', 'Petalform', [
    ['Red', 3500, true],
    ['White', 3900, true],
  ]),
  product('tulip-bouquet', 'Tulip bouquet', 'Flowers > Bouquets', 'Petalform', [['Yellow', 2900, true]]),
  product('orchid', 'Orchid in a pot', 'Flowers > Potted', 'Stillgarden', [['Purple', 4500, false]]),
  product('ceramic-vase', 'Ceramic vase', 'Vases', 'Stillgarden', [['White', 1500, true]]),
  // A price no one can pay: whoever shows it has not looked.
  { id: 'broken', title: 'Broken bouquet', variants: [{ id: 'broken-1', price: 'call us' }] },
];
