import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Item } from '../../../../protocol/item.ts';
import type { ImportTarget } from '../../target.ts';
import { type ImportOptions, importFiles, type RecordFault } from '../import-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that was put, as a catalogue would get it. */
function kept(): ImportTarget & { readonly items: Item[] } {
  const items: Item[] = [];
  return {
    items,
    put: (item) => {
      const known = items.findIndex(({ id, locale }) => id === item.id && locale === item.locale);
      if (known >= 0) items.splice(known, 1);
      items.push(item);
      return known >= 0;
    },
    commit: () => {},
    rollback: () => {
      items.length = 0;
    },
  };
}

async function imported(name: string, content: string, options: ImportOptions = {}) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const target = kept();
  const faults: RecordFault[] = [];
  await importFiles(target, [path], { now: () => new Date('2026-11-21T08:00:00Z'), report: (fault) => faults.push(fault), ...options });
  return { items: target.items, faults: faults.map(({ line, field, reason }) => `${line} ${field}: ${reason}`) };
}
const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('a Google Merchant feed', () => {
  const xml = (item: string) =>
    `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>${item}</channel></rss>`;
  test('every field that says something to a shopper arrives', async () => {
    const { items, faults } = await imported(
      'google.xml',
      xml(`<item><g:id>TV-1</g:id><g:item_group_id>TV</g:item_group_id><g:title>Aster 27&quot; screen &amp;amp; stand</g:title>
        <g:description>&lt;p&gt;Bright.&lt;/p&gt;</g:description><g:link>https://shop.test/tv</g:link>
        <g:image_link>https://shop.test/a.jpg</g:image_link><g:additional_image_link>https://shop.test/b.jpg</g:additional_image_link>
        <g:additional_image_link>http://plain.test/c.jpg</g:additional_image_link>
        <g:availability>in_stock</g:availability><g:price>199.00 USD</g:price><g:sale_price>149.50 USD</g:sale_price>
        <g:sale_price_effective_date>2026-11-01T00:00Z/2026-12-01T00:00Z</g:sale_price_effective_date>
        <g:brand>Aster</g:brand><g:gtin>3234567890126</g:gtin><g:mpn>AS-27</g:mpn><g:condition>new</g:condition>
        <g:product_type>Home &gt; Screens</g:product_type><g:google_product_category>222</g:google_product_category>
        <g:color>Black</g:color><g:product_weight>4.2 kg</g:product_weight><g:product_highlight>No glare</g:product_highlight>
        <g:product_detail><g:section_name>General</g:section_name><g:attribute_name>Refresh rate</g:attribute_name>
        <g:attribute_value>144 Hz</g:attribute_value></g:product_detail></item>`),
    );
    expect(faults).toEqual([]);
    expect(items).toMatchObject([
      {
        id: 'TV-1',
        product_id: 'TV',
        title: 'Aster 27" screen & stand',
        locale: 'en',
        description: { plain: 'Bright.' },
        url: 'https://shop.test/tv',
        brand: 'Aster',
        model: 'AS-27',
        barcodes: ['3234567890126'],
        condition: 'new',
        categories: [{ value: 'Home > Screens' }],
        media: [{ url: 'https://shop.test/a.jpg' }, { url: 'https://shop.test/b.jpg' }],
        offers: [{ kind: 'sell', price: usd(14950), list_price: usd(19900), valid_until: '2026-12-01T00:00:00.000Z' }],
        availability: { available: true, status: 'in_stock' },
        features: ['No glare'],
        attributes: {
          color: { label: 'Colour', value: 'Black' },
          weight: { value: 4.2, unit: 'kg' },
          refresh_rate: { label: 'Refresh rate', value: 144, unit: 'Hz' },
        },
      },
    ]);
  });
  test('a sale that is over, or has not begun, is not the price', async () => {
    const item = (dates: string) =>
      `<item><g:id>1</g:id><title>Lamp</title><link>https://x.test</link><g:price>20 USD</g:price><g:sale_price>15 USD</g:sale_price><g:sale_price_effective_date>${dates}</g:sale_price_effective_date></item>`;
    for (const dates of ['2026-01-01T00:00Z/2026-02-01T00:00Z', '2027-01-01T00:00Z/2027-02-01T00:00Z']) {
      const [{ items }, lamp] = [await imported('sale.xml', xml(item(dates))), usd(2000)];
      expect(items[0]?.offers).toMatchObject([{ price: lamp }]);
      expect(items[0]?.offers[0]).not.toHaveProperty('list_price');
    }
  });
  test('a word for availability that nobody knows is told, and the item claims none', async () => {
    const { items, faults } = await imported(
      'maybe.xml',
      xml(
        '<item><g:id>5</g:id><title>Lamp</title><link>https://x.test</link><g:price>20 USD</g:price><g:availability>maybe</g:availability></item>',
      ),
    );
    expect(faults).toEqual([expect.stringMatching(/^1 availability: "maybe" is no availability .*in stock.*left out$/)]);
    expect(items).toMatchObject([{ id: '5' }]);
    expect(items[0]).not.toHaveProperty('availability');
  });
  test('a record that is passed over is told with its line and its id', async () => {
    const faults: RecordFault[] = [];
    const item = (id: number, price: string) =>
      `\n<item><g:id>${id}</g:id><title>Lamp</title><link>https://x.test</link><g:price>${price}</g:price></item>`;
    await imported('lines.xml', xml(item(1, '1 USD') + item(2, 'ask') + item(3, '1 USD').replace('Lamp', '')), {
      report: (fault) => faults.push(fault),
    });
    expect(faults).toMatchObject([
      { line: 3, id: '2', field: 'price' },
      { line: 4, id: '3', field: 'title' },
    ]);
  });
  test('a table in Chinese, priced in yuan', async () => {
    const { items } = await imported(
      'google.tsv',
      'id\ttitle\tlink\tprice\tavailability\tcolor\n7\t保温杯\thttps://x.test/7\t59.00 CNY\tout of stock\t白色',
    );
    expect(items).toMatchObject([
      {
        locale: 'zh-CN',
        offers: [{ price: { amount: 5900, currency: 'CNY' } }],
        availability: { available: false, status: 'out_of_stock' },
        attributes: { color: { label: '颜色', value: '白色' } },
      },
    ]);
  });
  test('"call us" is told with its line; the others are imported', async () => {
    const { items, faults } = await imported(
      'words.csv',
      'id,title,link,price\n1,A,https://x.test/1,call us\n2,B,https://x.test/2,10 USD\n3,C,https://x.test/3,',
    );
    expect(faults).toEqual(['2 price: "call us" is no price']);
    expect(items.map(({ id, offers }) => [id, offers.length])).toEqual([
      ['2', 1],
      ['3', 0],
    ]);
  });
  test('a feed cut in the middle imports nothing and says where', async () => {
    const cut = xml('<item><g:id>1</g:id><title>A</title><link>https://x.test</link><g:price>1 USD</g:price></item><item><g:id>2');
    await expect(imported('cut.xml', cut.slice(0, -22))).rejects.toThrow(/cut\.xml: line 1: <\w+> is not closed; the file was cut off/);
  });
});

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
    const { items, faults } = await imported('products.json', JSON.stringify({ products: [product] }), { currency: 'USD' });
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
    const { items, faults } = await imported('products.json', JSON.stringify({ products: [product] }));
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
    const { items, faults } = await imported('shopify.csv', [head, ...rows].join('\n'), { currency: 'USD' });
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
  const { items, faults } = await imported('woo.csv', [head, ...rows].join('\n'), { currency: 'USD' });
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
    const { items, faults } = await imported('page.html', page);
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
    const { items } = await imported('group.json', JSON.stringify([group]));
    expect(items).toMatchObject([
      { id: 'G-1', product_id: 'G', title: 'Mug white' },
      { id: 'G-2', product_id: 'G', title: 'Mug', offers: [] },
    ]);
  });
});

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
  const { items, faults } = await imported('feed.json', JSON.stringify({ products }));
  expect(faults).toEqual(['1 variants.price: a price is whole minor units and a currency']);
  expect(items).toEqual([]);
  const whole = { products: [{ ...products[0], variants: products[0]?.variants.slice(0, 1) }] };
  expect((await imported('feed.json', JSON.stringify(whole))).items).toMatchObject([
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
  await expect(imported('odd.csv', 'Artikel,Preis\nLampe,3')).rejects.toThrow(/Artikel, Preis is of no known kind.*--explain/);
});

const samples = join(import.meta.dirname, '../../../../../../shared/data/commerce-protocol-samples');
describe.skipIf(!existsSync(samples))(
  `commerce protocol samples (${existsSync(samples) ? 'found' : 'SKIPPED: ../shared/data is absent'})`,
  () => {
    test('the schema.org products of the UCP sample', async () => {
      const target = kept();
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
