import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
