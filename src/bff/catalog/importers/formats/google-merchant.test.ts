import { describe, expect, test } from 'vitest';
import { importedFile, usd } from '../../../../testing/imported.ts';
import type { RecordFault } from '../import-files.ts';

describe('a Google Merchant feed', () => {
  const xml = (item: string) =>
    `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>${item}</channel></rss>`;
  test('every field that says something to a shopper arrives', async () => {
    const { items, faults, left_out } = await importedFile(
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
    expect(left_out).toEqual([expect.stringMatching(/^1 media\.url: "http:\/\/plain\.test\/c\.jpg" is no address/)]);
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
      const [{ items }, lamp] = [await importedFile('sale.xml', xml(item(dates))), usd(2000)];
      expect(items[0]?.offers).toMatchObject([{ price: lamp }]);
      expect(items[0]?.offers[0]).not.toHaveProperty('list_price');
    }
  });
  test('a word for availability that nobody knows is told, and the item claims none', async () => {
    const { items, left_out } = await importedFile(
      'maybe.xml',
      xml(
        '<item><g:id>5</g:id><title>Lamp</title><link>https://x.test</link><g:price>20 USD</g:price><g:availability>maybe</g:availability></item>',
      ),
    );
    expect(left_out).toEqual([expect.stringMatching(/^1 availability: "maybe" is no availability .*in stock.*left out$/)]);
    expect(items).toMatchObject([{ id: '5' }]);
    expect(items[0]).not.toHaveProperty('availability');
  });
  test('a record that is passed over is told with its line and its id', async () => {
    const faults: RecordFault[] = [];
    const item = (id: number, price: string) =>
      `\n<item><g:id>${id}</g:id><title>Lamp</title><link>https://x.test</link><g:price>${price}</g:price></item>`;
    await importedFile('lines.xml', xml(item(1, '1 USD') + item(2, 'ask') + item(3, '1 USD').replace('Lamp', '')), {
      report: (fault) => faults.push(fault),
    });
    expect(faults).toMatchObject([
      { line: 3, id: '2', field: 'price' },
      { line: 4, id: '3', field: 'title' },
    ]);
  });
  test('a table in Chinese, priced in yuan', async () => {
    const { items } = await importedFile(
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
    const { items, faults } = await importedFile(
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
    await expect(importedFile('cut.xml', cut.slice(0, -22))).rejects.toThrow(/cut\.xml: line 1: <\w+> is not closed; the file was cut off/);
  });
});
