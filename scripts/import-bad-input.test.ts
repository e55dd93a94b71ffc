import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteCatalog } from '../src/bff/catalog/sqlite/open.ts';
import { importItems } from '../src/bff/catalog/sqlite/transaction.ts';
import { anItem } from '../src/testing/items.ts';

// What no shop wants to import, through the program that a shop runs: a clear word, and the old revision serves on.
const folder = mkdtempSync(join(tmpdir(), 'aisle-bad-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'shop.db');
beforeAll(() => void importItems(path, [anItem({ id: 'old', title: 'Old lamp' })]));

const script = new URL('./import.ts', import.meta.url).pathname;
/** Prints the most memory that the program held, in kB. */
const MEMORY = 'data:text/javascript,process.on("exit",()=>console.error("memory",process.resourceUsage().maxRSS))';
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', MEMORY, script, '--to', `sqlite:${path}`, '--currency', 'EUR', ...args], {
    encoding: 'utf8',
    timeout: 120_000,
  });
function feed(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
async function serving() {
  const engine = await openSqliteCatalog({ path, workers: 1 });
  const { items, revision } = await engine.search({ limit: 20 }, { locale: 'en' });
  await engine.close();
  return { items: items.map(({ id, title }) => [id, title]), revision: revision.split('-')[0] };
}
const OLD = { items: [['old', 'Old lamp']], revision: '1' };

const xml = (...items: string[]) =>
  `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
const googleItem = (id: string, price: string) =>
  `<g:id>${id}</g:id><title>Lamp</title><link>https://x.test</link><g:price>${price}</g:price>`;
const shopify = (id: number, price: string) => ({
  id,
  handle: `lamp-${id}`,
  title: 'Lamp',
  body_html: '',
  variants: [{ id, title: 'One', price }],
});
const protocol = (id: string, price: unknown) => ({ id, title: 'Lamp', variants: [{ id, title: 'Lamp', price }] });
const schemaOrg = (sku: string, price: string) => ({ '@type': 'Product', sku, name: 'Lamp', offers: { price, priceCurrency: 'EUR' } });
const page = (...products: unknown[]) =>
  `<!doctype html><script type="application/ld+json">${JSON.stringify({ '@graph': products })}</script>`;

/** A feed of each kind that holds an item of id 1 with a price in words and one of id 2. */
const FEEDS: readonly (readonly [file: string, content: string])[] = [
  ['google.xml', xml(googleItem('1', 'call us'), googleItem('2', '5 EUR'))],
  ['google.tsv', 'id\ttitle\tlink\tprice\n1\tLamp\thttps://x.test\tcall us\n2\tLamp\thttps://x.test\t5 EUR\n'],
  ['shopify.json', JSON.stringify({ products: [shopify(1, 'call us'), shopify(2, '5.00')] })],
  ['shopify.csv', 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\na,Lamp,,,1,call us\nb,Lamp,,,2,5.00\n'],
  ['woo.csv', 'ID,Type,Name,Published,Regular price,Images\n1,simple,Lamp,1,call us,\n2,simple,Lamp,1,5.00,\n'],
  ['schema.json', JSON.stringify([schemaOrg('1', 'call us'), schemaOrg('2', '5')])],
  ['page.html', page(schemaOrg('1', 'call us'), schemaOrg('2', '5'))],
  ['ucp.json', JSON.stringify({ products: [protocol('1', 'call us'), protocol('2', { amount: 500, currency: 'EUR' })] })],
  ['items.jsonl', [anItem({ id: '1' }), anItem({ id: '2' })].map((item) => `${JSON.stringify(item)}\n`).join('')],
];

describe('a feed cut in the middle', () => {
  test.each(FEEDS)('%s: is refused with its name, and nothing of it is there', async (name, content) => {
    const cut = content.replace('call us', '5 EUR');
    // In the middle of what is said of the second item.
    const { status, stderr } = run('--replace', '--force', feed(`cut-${name}`, cut.slice(0, -10)));
    expect(stderr).toMatch(new RegExp(`cut-${name.replace('.', '\\.')}.*(cut off|no JSON)`));
    expect(status).toBe(2);
    expect(await serving()).toEqual(OLD);
  });
});

test('a line of 256 MB that never ends is passed over in constant memory', async () => {
  const file = feed('endless.jsonl', '');
  truncateSync(file, 256 * 2 ** 20);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, '{"id":"');
  closeSync(descriptor);
  const { status, stderr, stdout } = run(file);
  expect(stderr).toMatch(/endless\.jsonl:1: longer than 8 MiB/);
  expect([status, stdout]).toEqual([2, expect.stringMatching(/0 items from 1 records .* 1 passed over.*nothing was changed/)]);
  expect(Number(/memory (\d+)/.exec(stderr)?.[1])).toBeLessThan(256 * 1024);
  expect(await serving()).toEqual(OLD);
}, 120_000);

test('a mapping to a field that does not exist names it and those there are', async () => {
  const mapping = feed('mapping.json', JSON.stringify({ item: { id: '$sku', title: '$name', colour: '$color', offers: [] } }));
  const { status, stderr } = run('--mapping', mapping, feed('rows.csv', 'sku,name,color\n1,Lamp,red\n'));
  expect([status, stderr]).toEqual([2, expect.stringMatching(/an item has no field colour; it has id, .*title/)]);
  expect(await serving()).toEqual(OLD);
});

test('a mapping that reads a field no record has says so, and what can be imported is', () => {
  const mapping = feed('absent.json', JSON.stringify({ item: { id: '$sku', title: '$name', brand: '$maker', offers: [] } }));
  const { status, stderr } = run(
    '--to',
    `sqlite:${join(folder, 'mapped.db')}`,
    '--mapping',
    mapping,
    feed('few.csv', 'sku,name\n1,Lamp\n'),
  );
  expect([status, stderr]).toEqual([0, expect.stringContaining('The mapping reads maker, which no record has.')]);
});

test.each(FEEDS.filter(([name]) => name !== 'items.jsonl'))(
  '%s: a price in words is told with its place and its item, and the others are imported',
  (name, content) => {
    const { status, stderr, stdout } = run('--to', `sqlite:${join(folder, `${name}.db`)}`, feed(name, content));
    expect(stderr).toMatch(new RegExp(`${name.replace('.', '\\.')}:\\d+: .*price.*: .*(call us|price)`, 'i'));
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^1 items from \d+ records .* 1 passed over/)]);
  },
);
