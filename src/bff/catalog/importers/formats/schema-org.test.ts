import { describe, expect, test } from 'vitest';
import { importedFile } from '../../../../testing/imported.ts';

describe('schema.org', () => {
  const product = {
    '@type': 'Product',
    productID: 'DRILL',
    name: 'Drill',
    brand: { name: 'Ferro' },
    weight: { value: 1.5, unitCode: 'KGM' },
    additionalProperty: [
      { name: 'Torque', value: 60, unitText: 'Nm' },
      { name: 'Hammer', value: true },
    ],
    aggregateRating: { ratingValue: '4.5', reviewCount: '12' },
    offers: [
      { '@type': 'Offer', price: '99.90', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
      {
        '@type': 'Offer',
        businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
        priceSpecification: {
          '@type': 'UnitPriceSpecification',
          price: 9,
          priceCurrency: 'EUR',
          referenceQuantity: { value: 1, unitCode: 'DAY' },
        },
      },
    ],
  };
  test('a page: what its JSON-LD says, whatever else stands there; a price per day is a rental', async () => {
    const page = `<!doctype html><title>x</title><script>var a = "<b>";</script>
      <script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': 'BreadcrumbList' }, product] })}</script>`;
    const { items, faults } = await importedFile('page.html', page);
    expect(faults).toEqual([]);
    expect(items).toMatchObject([
      {
        id: 'DRILL',
        brand: 'Ferro',
        rating: { value: 4.5, scale_max: 5, count: 12 },
        availability: { available: true },
        offers: [
          { id: 'sell', kind: 'sell', price: { amount: 9990, currency: 'EUR' } },
          { id: 'lease-2', kind: 'lease', price: { amount: 900 }, lease: { billing_period: { unit: 'day', count: 1 } } },
        ],
        attributes: { weight: { value: 1.5, unit: 'kg' }, torque: { value: 60, unit: 'Nm' }, hammer: { value: true } },
      },
    ]);
  });
  test('a group: each variant is an item; a range of prices is no offer', async () => {
    const group = {
      '@type': 'ProductGroup',
      productGroupID: 'G',
      name: 'Mug',
      hasVariant: [
        { '@type': 'Product', sku: 'G-1', name: 'Mug white', color: 'white', offers: { price: 5, priceCurrency: 'EUR' } },
        { '@type': 'Product', sku: 'G-2', offers: { '@type': 'AggregateOffer', lowPrice: 5, highPrice: 9, priceCurrency: 'EUR' } },
      ],
    };
    const { items } = await importedFile('group.json', JSON.stringify([group]));
    expect(items).toMatchObject([
      { id: 'G-1', product_id: 'G', title: 'Mug white' },
      { id: 'G-2', product_id: 'G', title: 'Mug', offers: [] },
    ]);
  });
});
