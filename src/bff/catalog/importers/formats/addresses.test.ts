import { expect, test } from 'vitest';
import { importedFile } from '../../../../testing/imported.ts';

const bad = 'http://cdn.test/1.jpg';
const good = 'https://cdn.test/2.jpg';
const price = { amount: 100, currency: 'EUR' };

test.each([
  ['google.tsv', `id\ttitle\tlink\tprice\timage_link\tadditional_image_link\n1\tCup\thttps://x.test/1\t1 EUR\t${bad}\t${good}`],
  [
    'products.json',
    JSON.stringify({
      products: [
        {
          id: 1,
          handle: 'cup',
          title: 'Cup',
          body_html: '',
          images: [{ src: bad }, { src: good }],
          // The picture of two variants is told once.
          variants: [
            { id: 1, title: 'Red', price: '1.00' },
            { id: 2, title: 'Blue', price: '1.00' },
          ],
        },
      ],
    }),
  ],
  ['shopify.csv', `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src\ncup,Cup,,,C,1.00,${bad}\ncup,,,,,,${good}`],
  ['woo.csv', `ID,Type,Name,Published,Regular price,Images\n1,simple,Cup,1,1.00,"${bad}, ${good}"`],
  [
    'page.json',
    JSON.stringify([{ '@type': 'Product', sku: '1', name: 'Cup', image: [bad, good], offers: { price: 1, priceCurrency: 'EUR' } }]),
  ],
  [
    'ucp.json',
    JSON.stringify({
      products: [
        {
          id: 'c',
          title: 'Cup',
          media: [
            { type: 'image', url: bad },
            { type: 'image', url: good },
          ],
          variants: [{ id: '1', title: 'Cup', price }],
        },
      ],
    }),
  ],
])('%s: a picture that a browser would block is left out and told; the item and its other pictures stay', async (name, content) => {
  const { items, faults, left_out } = await importedFile(name, content, { currency: 'EUR' });
  expect(faults).toEqual([]);
  expect(items[0]?.media?.map(({ url }) => url)).toEqual([good]);
  expect(left_out).toEqual([expect.stringMatching(/^\d+ media\.url: "http:\/\/cdn\.test\/1\.jpg" is no address .* left out$/)]);
});
