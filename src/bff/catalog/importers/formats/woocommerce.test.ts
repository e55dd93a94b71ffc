import { expect, test } from 'vitest';
import { importedFile, usd } from '../../../../testing/imported.ts';

test('WooCommerce: variations take from their product what they leave out, hidden products stay out', async () => {
  const head =
    'ID,Type,SKU,Name,Published,Short description,In stock?,Stock,Weight (kg),Sale price,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s)';
  const rows = [
    '1,variable,TEE,Linen tee,1,<p>Cool.</p>,1,,0.2,,,"Clothing, Clothing > Shirts",https://cdn.test/tee.jpg,,Size,"S, M"',
    '2,variation,TEE-S,Linen tee - S,1,,1,4,,18.00,20.00,,,id:1,Size,S',
    '3,variation,TEE-M,Linen tee - M,1,,0,0,,,20.00,,,TEE,Size,M',
    '4,simple,OLD,Old,0,,1,,,,1.00,,,,,',
    '5,variation,X,Lost,1,,1,,,,1.00,,,id:99,,',
  ];
  const { items, faults } = await importedFile('woo.csv', [head, ...rows].join('\n'), { currency: 'USD' });
  expect(faults).toEqual(['6 Parent: "id:99" is no variable product above this row']);
  expect(items).toMatchObject([
    {
      id: '2',
      product_id: '1',
      sku: 'TEE-S',
      description: { plain: 'Cool.' },
      categories: [{ value: 'Clothing' }, { value: 'Clothing > Shirts' }],
      options: [{ name: 'Size', value: 'S' }],
      offers: [{ price: usd(1800), list_price: usd(2000) }],
      availability: { available: true, quantity: 4 },
      attributes: { weight: { value: 0.2, unit: 'kg' }, size: { value: 'S' } },
    },
    { id: '3', offers: [{ price: usd(2000) }], availability: { available: false } },
  ]);
});
