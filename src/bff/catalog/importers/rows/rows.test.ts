import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { delimiterOf } from './delimited.ts';
import { encodingOfBytes } from './encoding.ts';
import { jsonRecords } from './json-document.ts';
import { jsonLines, linesOf } from './lines.ts';
import { openRows } from './open.ts';
import { FeedBroken, LONGEST_RECORD, type Row } from './row.ts';
import { xmlRows } from './xml.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, `${files++}-${name}`);
  writeFileSync(path, content);
  return path;
}
async function* pieces(text: string, size = text.length || 1): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
const all = async (rows: AsyncIterable<Row>): Promise<Row[]> => {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
};
const values = async (rows: AsyncIterable<Row>) => (await all(rows)).map((row) => ('value' in row ? row.value : row.fault));

describe('encodings', () => {
  /** 中文商品，价格面议。 in GB 18030. */
  const chinese = Uint8Array.from(
    [0xd6d0, 0xcec4, 0xc9cc, 0xc6b7, 0xa3ac, 0xbcdb, 0xb8f1, 0xc3e6, 0xd2e9, 0xa1a3].flatMap((pair) => [pair >> 8, pair & 255]),
  );
  const latin = Uint8Array.from([...'Gr\xf6\xdfe, caf\xe9 cr\xe8me, na\xefve, d\xe9j\xe0 vu'].map((letter) => letter.charCodeAt(0)));
  test.each([
    ['utf-8', new TextEncoder().encode('中文 café')],
    ['utf-8', new TextEncoder().encode('plain')],
    ['utf-8', new TextEncoder().encode('中文').subarray(0, 5)],
    ['utf-16le', Uint8Array.from([0xff, 0xfe, 0x61, 0])],
    ['utf-16be', Uint8Array.from([0xfe, 0xff, 0, 0x61])],
    ['utf-16le', Uint8Array.from([0x61, 0, 0x62, 0])],
    ['gb18030', chinese],
    ['gb18030', new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?><a/>')],
    ['windows-1252', latin],
  ])('%s', (encoding, bytes) => {
    expect(encodingOfBytes(bytes)).toBe(encoding);
  });
  test('a table in GB 18030 and one in UTF-16 are read as they were written', async () => {
    const head = new TextEncoder().encode('id,name\n1,');
    expect(await values((await openRows(written('gb.csv', Uint8Array.from([...head, ...chinese])))).rows)).toEqual([
      { id: '1', name: '中文商品，价格面议。' },
    ]);
    const utf16 = Buffer.from('\uFEFFid\tname\n1\t保温杯', 'utf16le');
    expect(await values((await openRows(written('u.tsv', utf16))).rows)).toEqual([{ id: '1', name: '保温杯' }]);
  });
});

describe('shapes are seen from the first characters', () => {
  test.each([
    ['a.txt', '[{"a":1}]', 'json'],
    ['a.txt', '{"products":[{"a":1}]}', 'json'],
    ['a.txt', '{"a":1}\n{"a":2}\n', 'json-lines'],
    ['a.jsonl', '{"a":', 'json-lines'],
    ['a.txt', '{\n "a": 1\n}', 'json'],
    ['a.txt', 'id;name\n1;x', 'table'],
    ['a.txt', '<?xml version="1.0"?><rss/>', 'xml'],
    ['a.txt', '<!doctype html><html></html>', 'page'],
  ])('%s: %s', async (name, text, shape) => {
    expect((await openRows(written(name, text))).shape).toBe(shape);
  });
});

describe('lines', () => {
  test('lines are the same however the text is cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[a-z,"]{0,6}$/), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (lines, size) => {
          const read: (string | null)[] = [];
          for await (const { text } of linesOf(pieces(`${lines.join('\r\n')}\r\n`, size))) read.push(text);
          expect(read).toEqual(lines);
        },
      ),
    ));
  test('a line without end is passed over, not held, and what follows is read', async () => {
    async function* endless() {
      yield '{"a":1}\n';
      for (let sent = 0; sent < LONGEST_RECORD * 3; sent += 2 ** 20) yield 'x'.repeat(2 ** 20);
      yield '\n{"a":2}\n';
    }
    expect(await all(jsonLines(endless()))).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, fault: expect.stringContaining('8 MiB') },
      { line: 3, value: { a: 2 } },
    ]);
  });
  test('a last line that was cut off breaks the feed, one that is merely wrong does not', async () => {
    await expect(values(jsonLines(pieces('{"a":1}\n{"a":')))).rejects.toThrow(/line 2: no JSON.*cut off/);
    expect(await values(jsonLines(pieces('{"a":1}\n{"a":\n')))).toEqual([{ a: 1 }, expect.stringContaining('no JSON')]);
  });
});

describe('one JSON document', () => {
  const read = (text: string, size?: number) => values(jsonRecords(pieces(text, size)));
  test('records of the outermost list, under a name or bare, however the text is cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.dictionary(
            fc.string({ maxLength: 5 }).filter((key) => key !== '__proto__'),
            fc.jsonValue({ maxDepth: 2 }),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        fc.constantFrom('bare', 'products', 'nested'),
        fc.integer({ min: 1, max: 20 }),
        async (records, shape, size) => {
          const document = { bare: records, products: { page: 1, products: records, next: [1] }, nested: { data: { items: records } } }[
            shape
          ];
          expect(await read(JSON.stringify(document, null, size % 3), size)).toEqual(JSON.parse(JSON.stringify(records)));
        },
      ),
    ));
  test('a document that is one record', async () => {
    expect(await read('{"@type":"Product","offers":[{"price":1}]}')).toEqual([{ '@type': 'Product', offers: [{ price: 1 }] }]);
  });
  test('a document cut in the middle, or with a bracket too many, is broken', async () => {
    await expect(read('[{"a":1},{"a":')).rejects.toThrow(FeedBroken);
    await expect(read('[{"a":"x')).rejects.toThrow(/cut off/);
    await expect(read('[{"a":1]}')).rejects.toThrow(/closes nothing/);
  });
});

describe('tables', () => {
  const read = async (text: string) => values((await openRows(written('t.csv', text))).rows);
  test('the delimiter is the one the first line has most of', () => {
    expect(['a,b', 'a;b;c', 'a\tb', 'a|b|c', '"x,y,z";b'].map(delimiterOf)).toEqual([',', ';', '\t', '|', ';']);
  });
  test('quotes, line breaks in cells, inches, empty cells, a column named twice', async () => {
    expect(await read('id,name,image,image\n1,"a ""b""\nc",x,y\n2,27" screen,z,\n3\n')).toEqual([
      { id: '1', name: 'a "b"\nc', image: ['x', 'y'] },
      { id: '2', name: '27" screen', image: 'z' },
      { id: '3' },
    ]);
  });
  test('more cells than columns is a fault of that row', async () => {
    expect(await read('id,name\n1,a,b\n2,c')).toEqual([expect.stringContaining('3 cells under 2 columns'), { id: '2', name: 'c' }]);
  });
  test('a quote that is never closed breaks the feed', async () => {
    await expect(read('id,name\n1,"a\n2,b\n')).rejects.toThrow(FeedBroken);
  });
});

describe('XML', () => {
  const feed = `<?xml version="1.0"?><rss xmlns:g="g"><channel><title>Shop</title>
    <item><g:id>1</g:id><title><![CDATA[Tea & cake]]></title><g:empty/><g:image>a</g:image><g:image>b</g:image>
    <g:shipping><g:country>DE</g:country></g:shipping></item><entry><id>2</id><link href="https://x.test/2"/></entry></channel></rss>`;
  const expected = [
    { id: '1', title: 'Tea & cake', image: ['a', 'b'], shipping: { country: 'DE' } },
    { id: '2', link: 'https://x.test/2' },
  ];
  test('items by local names, however the text is cut', async () => {
    for (const size of [1, 7, 4096]) expect(await values(xmlRows(pieces(feed, size)))).toEqual(expected);
  });
  test('a record has the line its tag begins on, however the text is cut', async () => {
    const lined = '<rss>\n<channel>\n<item>\n<id>1</id>\n</item>\n\n<item><id>2</id></item><item\n><id>3</id></item>\n</channel></rss>';
    for (const size of [1, 3, 8, 4096]) {
      const lines: number[] = [];
      for await (const row of xmlRows(pieces(lined, size))) lines.push(row.line);
      expect(lines).toEqual([3, 7, 7]);
    }
  });
  test('a feed cut anywhere inside an item is broken', async () => {
    const [from, to] = [feed.indexOf('<g:id>'), feed.indexOf('</item>')];
    for (let cut = from; cut < to; cut += 11) await expect(values(xmlRows(pieces(feed.slice(0, cut))))).rejects.toThrow(FeedBroken);
  });
});
