import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anItem } from '../src/testing/items.ts';
import { hasPostgres, startPostgres } from '../src/testing/postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = new URL('./import.ts', import.meta.url).pathname;
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { CATALOG_URL: _unset, ...rest } = process.env;
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { ...rest, ...env } });
}
const feed = join(folder, 'feed.jsonl');
const db = join(folder, 'shop.db');

test('good lines are imported, a bad one is printed with its place, and the exit code says so', () => {
  writeFileSync(feed, [JSON.stringify(anItem()), '{', JSON.stringify({ ...anItem({ id: 'x' }), title: '' })].join('\n'));
  const { status, stdout, stderr } = run(['--to', `sqlite:${db}`, feed]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/feed\.jsonl:2: no JSON/);
  expect(stderr).toMatch(/feed\.jsonl:3: title: /);
  expect(stdout).toMatch(/^1 items from 3 records in 1 files, 0 repeated, 2 passed over/);
});

test('the address comes from the environment where none is given', () => {
  writeFileSync(feed, JSON.stringify(anItem()));
  expect(run([feed], { CATALOG_URL: `sqlite:${join(folder, 'env.db')}` }).status).toBe(0);
  const nowhere = run([feed]);
  expect(nowhere.status).toBe(2);
  expect(nowhere.stderr).toMatch(/CATALOG_URL/);
});

test('an unreadable file makes no catalogue', () => {
  const target = join(folder, 'none.db');
  const { status, stderr } = run(['--to', `sqlite:${target}`, join(folder, 'absent.jsonl')]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/absent\.jsonl/);
  expect(existsSync(target)).toBe(false);
});

test('a wrong mapping is told before any line is read', () => {
  const mapping = join(folder, 'mapping.json');
  writeFileSync(mapping, JSON.stringify({ item: { id: { $nope: 1 } } }));
  const { status, stderr } = run(['--to', `sqlite:${db}`, '--mapping', mapping, feed]);
  expect(status).toBe(2);
  expect(stderr).toMatch(/unknown operator \$nope/);
});

test('a proposed mapping is written to the file named, and imports what it was made from', () => {
  const [table, mapping] = [join(folder, 'products.csv'), join(folder, 'my-shop.json')];
  writeFileSync(table, 'SKU,Name,Price,Image\nA-1,Kettle,20.00,https://cdn.test/1.jpg\nA-2,Cup,5.00,http://cdn.test/2.jpg');
  const explained = run(['--explain', '--out', mapping, table]);
  expect([explained.status, explained.stdout]).toEqual([0, '']);
  expect(explained.stderr).toContain(`The proposed mapping is in ${mapping}`);
  expect(JSON.parse(readFileSync(mapping, 'utf8'))).toMatchObject({ item: { id: { $join: ['$SKU'] } } });
  expect(readdirSync(folder).filter((name) => name.includes('my-shop.json'))).toEqual(['my-shop.json']);
  const imported = run(['--to', `sqlite:${join(folder, 'mapped.db')}`, '--mapping', mapping, table]);
  expect([imported.status, imported.stdout]).toEqual([
    0,
    expect.stringMatching(/^2 items from 2 records .* 0 passed over, 1 values left out/),
  ]);
  expect(imported.stderr).toMatch(/products\.csv:3: media\.0\.url: "http:\/\/cdn\.test\/2\.jpg" .*left out \(id A-2\)/);
});

test('--out is for one mapping that is asked for', () => {
  const [one, other] = [join(folder, 'one.csv'), join(folder, 'other.csv')];
  for (const path of [one, other]) writeFileSync(path, 'SKU,Name,Price\nA-1,Kettle,20.00');
  expect(run(['--out', 'x.json', '--to', `sqlite:${db}`, one]).stderr).toMatch(/--out goes with --explain/);
  expect(run(['--explain', '--out', join(folder, 'x.json'), one, other]).stderr).toMatch(/--out takes the mapping of one file/);
  expect(existsSync(join(folder, 'x.json'))).toBe(false);
});

test('a mapping that npm has written its banner into is told with the way out', () => {
  const mapping = join(folder, 'banner.json');
  writeFileSync(mapping, '\n> aisle@1.0.0 import\n> node scripts/import.ts\n\n{}');
  expect(run(['--to', `sqlite:${db}`, '--mapping', mapping, feed]).stderr).toMatch(/banner\.json: .*--explain --out \S*banner\.json/);
});

test.skipIf(!hasPostgres)(
  'PostgreSQL takes the same imports with the same report, and a cut file changes nothing there',
  async () => {
    const server = await startPostgres();
    try {
      const to = await server.database();
      writeFileSync(feed, [JSON.stringify(anItem()), '{', JSON.stringify(anItem()), JSON.stringify(anItem({ id: 'b' }))].join('\n'));
      const first = run(['--to', to, feed]);
      expect(first.stderr).toMatch(/feed\.jsonl:2: no JSON/);
      expect(first.stdout).toMatch(/^2 items from 4 records in 1 files, 1 repeated, 1 passed over/);
      expect(run(['--to', to, '--replace', feed]).stdout).toMatch(/^2 items from 4 records in 1 files, 1 repeated, 1 passed over/);
      expect(run(['--to', to, '--replace', join(folder, 'absent.jsonl')]).status).toBe(2);
      const wrong = run(['--to', 'postgres://aisle@127.0.0.1:1/none', feed]);
      expect([wrong.status, wrong.stderr.trim()]).toEqual([2, 'the PostgreSQL server cannot be reached (ECONNREFUSED)']);
    } finally {
      server.remove();
    }
  },
  60_000,
);
