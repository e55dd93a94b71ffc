import { describe, expect, test } from 'vitest';
import { importedFile, usd } from '../../../../testing/imported.ts';

describe('Shopify', () => {
  const product = {
    id: 11,
    handle: 'wool-hat',
    title: 'Wool hat',
    body_html: '<p>Warm.</p>',
    vendor: 'Nord',
    product_type: 'Hats',
    tags: 'winter, wool',
    updated_at: '2026-10-01T00:00:00Z',
    options: [{ name: 'Colour' }],
    images: [
      { src: 'https://cdn.test/red.jpg', variant_ids: [1] },
      { src: 'https://cdn.test/all.jpg', variant_ids: [] },
    ],
    variants: [
      { id: 1, title: 'Red', option1: 'Red', price: '25.00', compare_at_price: '30.00', available: true, sku: 'H-R', grams: 120 },
      { id: 2, title: 'Blue', option1: 'Blue', price: '25.00', compare_at_price: null, available: false, sku: 'H-B', grams: 0 },
    ],
  };
  test('products.json: each variant is an item of the product, its own picture first', async () => {
    const { items, faults } = await importedFile('products.json', JSON.stringify({ products: [product] }), { currency: 'USD' });
    expect(faults).toEqual([]);
    expect(items).toMatchObject([
      {
        id: '1',
        product_id: '11',
        title: 'Wool hat Red',
        url: '/products/wool-hat?variant=1',
        brand: 'Nord',
        tags: ['winter', 'wool'],
        options: [{ name: 'Colour', value: 'Red' }],
        media: [{ url: 'https://cdn.test/red.jpg' }, { url: 'https://cdn.test/all.jpg' }],
        offers: [{ price: usd(2500), list_price: usd(3000) }],
        availability: { available: true },
        attributes: { weight: { value: 120, unit: 'g' } },
      },
      { id: '2', availability: { available: false }, offers: [{ price: usd(2500) }] },
    ]);
  });
  test('without a currency every variant is a fault that says what to give', async () => {
    const { items, faults } = await importedFile('products.json', JSON.stringify({ products: [product] }));
    expect(items).toEqual([]);
    expect(faults[0]).toMatch(/--currency/);
  });
  test.each([
    [
      'names of old',
      'Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty,Image Src',
    ],
    ['names of new', 'URL handle,Title,Description,Vendor,Type,Option1 name,Option1 value,SKU,Price,Inventory quantity,Product image URL'],
  ])('CSV with %s: rows of one handle are one product', async (_, head) => {
    const rows = [
      'wool-hat,Wool hat,<p>Warm.</p>,Nord,Hats,Colour,Red,H-R,25.00,3,https://cdn.test/a.jpg',
      'wool-hat,,,,,,Blue,H-B,26.00,0,https://cdn.test/b.jpg',
      'wool-hat,,,,,,,,,,https://cdn.test/c.jpg',
      'scarf,Scarf,,Nord,Scarves,Title,Default Title,S-1,15.00,1,',
    ];
    const { items, faults } = await importedFile('shopify.csv', [head, ...rows].join('\n'), { currency: 'USD' });
    expect(faults).toEqual([]);
    expect(items).toMatchObject([
      {
        id: 'H-R',
        product_id: 'wool-hat',
        title: 'Wool hat Red',
        options: [{ name: 'Colour', value: 'Red' }],
        availability: { quantity: 3 },
      },
      { id: 'H-B', title: 'Wool hat Blue', brand: 'Nord', offers: [{ price: usd(2600) }], availability: { available: false } },
      { id: 'S-1', title: 'Scarf', url: '/products/scarf' },
    ]);
    expect(items[1]?.media).toHaveLength(3);
  });
});
