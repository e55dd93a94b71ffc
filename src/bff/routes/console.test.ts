import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

const TOKEN = 'a-token-of-operators';
const built = mkdtempSync(join(tmpdir(), 'aisle-console-'));
mkdirSync(join(built, 'console/assets'), { recursive: true });
writeFileSync(join(built, 'console/index.html'), '<!doctype html><title>Console</title>');
writeFileSync(join(built, 'console/assets/console-1.js'), 'export {};');

let bff: TestBff;
afterEach(async () => {
  await bff.close();
});
process.on('exit', () => rmSync(built, { recursive: true, force: true }));

const start = async (env: Record<string, string> = { CONSOLE_TOKEN: TOKEN }, assets = built) => {
  bff = await startTestBff({ items: [anItem({ id: 'cam-1' })], env, parts: { assets: relative(process.cwd(), assets) } });
};

it('without a token of operators there is no console', async () => {
  await start({});
  for (const path of ['/console', '/console/runs/x', '/console/assets/console-1.js']) {
    const response = await bff.get(path);
    expect(response.status, path).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
  }
});

it('every view is the same page, under a policy that lets nothing inline or foreign in', async () => {
  await start();
  for (const path of ['/console', '/console/runs/some-run', '/console/compare?a=1&b=2', '/console/insights']) {
    const response = await bff.get(path);
    expect(response.status, path).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  }
});

it('its files never change their contents and so are kept; an address of none is told', async () => {
  await start();
  const file = await bff.get('/console/assets/console-1.js');
  expect(file.headers.get('content-type')).toContain('javascript');
  expect(file.headers.get('cache-control')).toContain('immutable');
  expect((await bff.get('/console/assets/console-2.js')).status).toBe(404);
});

it('a console that was not built says that it is not ready', async () => {
  await start({ CONSOLE_TOKEN: TOKEN }, mkdtempSync(join(built, 'empty-')));
  expect((await bff.get('/console')).status).toBe(503);
});
