import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importedFile, keptItems, usd } from '../../../../testing/imported.ts';
import { importFiles } from '../import-files.ts';

test('UCP and ACP products: each variant is an item, amounts are minor units already', async () => {
  const products = [
    {
      id: 'tee',
      title: 'Tee',
      description: { html: '<p>Soft.</p>' },
      media: [{ type: 'image', url: 'https://cdn.test/tee.jpg' }],
      categories: [{ value: 'Clothing > Tees', taxonomy: 'merchant' }],
      variants: [
        {
          id: 'tee-s',
          title: 'Tee S',
          price: { amount: 1999, currency: 'USD' },
          availability: { available: false, status: 'out_of_stock' },
          variant_options: [{ name: 'Size', value: 'S' }],
          barcodes: [{ type: 'GTIN', value: '00012345600029' }],
        },
        { id: 'tee-m', title: 'Tee M', price: { amount: 19.99, currency: 'USD' } },
      ],
    },
  ];
  const { items, faults } = await importedFile('feed.json', JSON.stringify({ products }));
  expect(faults).toEqual(['1 variants.price: a price is whole minor units and a currency']);
  expect(items).toEqual([]);
  const whole = { products: [{ ...products[0], variants: products[0]?.variants.slice(0, 1) }] };
  expect((await importedFile('feed.json', JSON.stringify(whole))).items).toMatchObject([
    {
      id: 'tee-s',
      product_id: 'tee',
      description: { plain: 'Soft.' },
      offers: [{ price: usd(1999) }],
      availability: { available: false, status: 'out_of_stock' },
      options: [{ name: 'Size', value: 'S' }],
      barcodes: ['00012345600029'],
    },
  ]);
});

test('a feed of no known kind is refused with what to do', async () => {
  await expect(importedFile('odd.csv', 'Artikel,Preis\nLampe,3')).rejects.toThrow(/Artikel, Preis is of no known kind.*--explain/);
});

const samples = join(import.meta.dirname, '../../../../../../shared/data/commerce-protocol-samples');

describe.skipIf(!existsSync(samples))(
  `commerce protocol samples (${existsSync(samples) ? 'found' : 'SKIPPED: ../shared/data is absent'})`,
  () => {
    test('the schema.org products of the UCP sample', async () => {
      const target = keptItems();
      const summary = await importFiles(target, [join(samples, 'ucp__products.json')]);
      expect(summary.faults).toBe(0);
      expect(target.items.find(({ id }) => id === 'BISC-001')).toMatchObject({
        title: 'Chocochip Cookies',
        brand: 'CookieCo',
        categories: [{ value: 'Groceries > Snacks > Cookies & Biscuits' }],
        offers: [{ price: usd(499) }],
      });
    });
  },
);
