import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve as absolute, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../scripts/doctor/finding.ts';
import { importItems } from '../bff/catalog/sqlite/transaction.ts';
import { anItem } from './items.ts';
import { hasPostgres, NO_POSTGRES, startPostgres } from './postgres.ts';
import { freePort, hasRedis, redisTests, startRedis } from './redis.ts';
import { callTools, say } from './scripted-model/script.ts';
import { startScriptedModel } from './scripted-model/server.ts';
import { startShopEndpoint } from './shop-endpoint.ts';

const KEY = 'sk-planted-0123456789abcdef';
const folder = mkdtempSync(join(tmpdir(), 'aisle-doctor-'));
// A checkout in which the widget was built.
mkdirSync(join(folder, 'dist/public'), { recursive: true });
writeFileSync(join(folder, 'dist/public/aisle.js'), '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Examined {
  readonly code: number;
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  readonly output: string;
  /** What was found of one area. */
  of(area: string): Pick<Finding, 'status' | 'seen' | 'todo'>[];
}

/** Runs the doctor as an operator would, in an environment of this test's own. */
function examine(env: Record<string, string>, ...flags: string[]): Promise<Examined> {
  return new Promise((resolve) => {
    const args = [absolute('scripts/doctor.ts'), ...(flags.length > 0 ? flags : ['--json'])];
    execFile(
      process.execPath,
      args,
      { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env }, encoding: 'utf8' },
      (error, stdout, stderr) => {
        const code = error ? Number(error.code) : 0;
        const report = flags.length > 0 ? { ok: code === 0, findings: [] } : (JSON.parse(stdout) as { ok: boolean; findings: Finding[] });
        resolve({
          code,
          ...report,
          output: stdout + stderr,
          of: (area) => report.findings.filter((each) => each.area === area).map(({ area: _, ...rest }) => rest),
        });
      },
    );
  });
}

const sqlite = (name: string, items: Parameters<typeof importItems>[1]): string => {
  const path = join(folder, name);
  importItems(path, items);
  return `sqlite:${path}`;
};
const model = async (...script: Parameters<typeof startScriptedModel>) => {
  const started = await startScriptedModel(...script);
  closing.push(() => started.close());
  return { MODEL_BASE_URL: started.url, MODEL_NAME: 'scripted', MODEL_API_KEY: KEY };
};
const ready = callTools([{ name: 'report_ready', arguments: { ready: true } }]);

describe('npm run doctor', () => {
  it('the environment of a first trial has nothing in its way', async () => {
    const { code, ok, of } = await examine({});
    expect([code, ok]).toEqual([0, true]);
    expect(of('model')).toMatchObject([{ status: 'ok', seen: expect.stringContaining('planner') }]);
    expect(of('shop')).toMatchObject([{ status: 'warn', todo: expect.stringContaining('CATALOG_URL') }]);
  });

  it('every wrong value is a line with its name, and no value of it', async () => {
    const { code, of, output } = await examine({
      PORT: 'x',
      CONSOLE_TOKEN: 'hush-hush',
      MODEL_BASE_URL: 'http://model.example',
      SITES: '{',
    });
    expect(code).toBe(1);
    for (const area of ['PORT', 'CONSOLE_TOKEN', 'MODEL_BASE_URL', 'SITES']) expect(of(area)).toMatchObject([{ status: 'fail' }]);
    expect(output).not.toContain('hush-hush');
  });

  it('people read lines with marks, and what to do under those that need it', async () => {
    const { code, output } = await examine({ LINK_HOSTS: 'https://help.shop.example/x' }, '--text');
    expect(code).toBe(1);
    expect(output).toMatch(/^FAIL {2}links .*\n +→ write hosts alone/m);
    expect(output).toMatch(/\d+ ok, \d+ to look at, 1 in the way/);
  });
});

describe('the model', () => {
  it('is asked for one small tool call, over the road of every turn', async () => {
    const { code, of } = await examine(await model([ready]));
    expect(code).toBe(0);
    expect(of('model')).toMatchObject([
      { status: 'ok', seen: expect.stringMatching(/scripted at 127\.0\.0\.1:\d+ calls tools, first event after \d+ ms/) },
    ]);
    expect(of('fallback 1')).toMatchObject([{ status: 'ok', seen: 'the built-in planner' }]);
  });

  it.each([
    ['only talks', [say('I am ready.')], /answers with words and calls no tool/],
    ['calls something else', [callTools([{ name: 'other', arguments: {} }])], /not offered/],
    ['cannot write JSON', [callTools([{ name: 'report_ready', arguments: '{"ready"' }])], /no JSON/],
    ['does not know the key', [{ status: 401, steps: [{ raw: `{"error":{"message":"bad key ${KEY}"}}` }] }], /status 401/],
  ] as const)('one that %s is in the way, and its key is not shown', async (_, script, seen) => {
    const { code, of, output } = await examine(await model([...script]));
    expect(code).toBe(1);
    expect(of('model')).toMatchObject([{ status: 'fail', seen: expect.stringMatching(seen), todo: expect.any(String) }]);
    expect(output).not.toContain(KEY);
  });

  it('each fallback is asked too; one that is away is in the way', async () => {
    const good = await model([ready]);
    const away = { base_url: `http://127.0.0.1:${await freePort()}/v1`, api_key: KEY, name: 'away' };
    const { code, of, output } = await examine({ ...good, MODEL_FALLBACKS: JSON.stringify([away]) });
    expect(code).toBe(1);
    expect(of('model')).toMatchObject([{ status: 'ok' }]);
    expect(of('fallback 1')).toMatchObject([{ status: 'fail', todo: expect.stringContaining('MODEL_BASE_URL') }]);
    expect(output).not.toContain(KEY);
  });
});

describe('the catalogue', () => {
  it('is told with engine, items and revision, and what has no price', async () => {
    const url = sqlite('shop.db', [anItem({ id: 'a' }), anItem({ id: 'b' }), anItem({ id: 'c', offers: [] })]);
    const { code, of } = await examine({ CATALOG_URL: url });
    expect(code).toBe(0);
    expect(of('catalogue')).toMatchObject([
      { status: 'ok', seen: expect.stringMatching(/^sqlite, 3 items in .*, CNY, revision \S+, \d+ ms$/) },
    ]);
    expect(of('offers')).toMatchObject([{ status: 'warn', seen: expect.stringContaining('1 of 3 products') }]);
    expect(of('shop')).toMatchObject([{ status: 'warn', todo: expect.stringContaining('SHOP') }]);
  });

  it.each([
    ['a file that is not there', () => `sqlite:${join(folder, 'none.db')}`],
    ['a server that is not there', () => 'postgres://127.0.0.1:9/shop'],
    ['an endpoint that is not there', () => 'http://127.0.0.1:9/shop'],
  ])('%s is in the way', async (_, url) => {
    const { code, of } = await examine({ CATALOG_URL: url() });
    expect(code).toBe(1);
    expect(of('catalogue')).toMatchObject([{ status: 'fail', todo: expect.stringContaining('CATALOG_URL') }]);
  });
});

describe('what the shop knows besides', () => {
  it('knowledge and orders that answer are told; orders shown to nobody in particular are in the way', async () => {
    const kb = await startShopEndpoint(() => ({
      json: { passages: [{ id: 'p', title: 'Returns', text: 'Within 7 days.', domain: 'internal_kb' }] },
    }));
    const none = await startShopEndpoint(() => ({ json: { orders: [] } }));
    const order = { id: 'A1', status: 'shipped', placed_at: '2026-01-01T00:00:00Z', lines: [], total: { amount: 1, currency: 'CNY' } };
    const leaking = await startShopEndpoint(() => ({ json: { orders: [order] } }));
    closing.push(kb.close, none.close, leaking.close);
    const good = await examine({
      KNOWLEDGE_URL: kb.url,
      ORDERS_URL: none.url,
      SHOPPER_JWT_SECRET: 'a-secret-of-at-least-thirty-two-characters',
    });
    expect(good.of('knowledge')).toMatchObject([{ status: 'ok' }]);
    expect(good.of('orders')).toMatchObject([{ status: 'ok' }]);
    const bad = await examine({ KNOWLEDGE_URL: 'http://127.0.0.1:9', ORDERS_URL: leaking.url });
    expect(bad.code).toBe(1);
    expect(bad.of('knowledge')).toMatchObject([{ status: 'fail' }]);
    expect(bad.of('orders')).toMatchObject([{ status: 'fail', seen: expect.stringContaining('does not exist') }]);
    expect(bad.of('shopper tokens')).toMatchObject([{ status: 'warn' }]);
  });

  it('a tool server that does not start is named, without its secrets', async () => {
    const { of, output } = await examine({ MCP_SERVERS: JSON.stringify({ desk: { command: 'no-such-program', env: { TOKEN: KEY } } }) });
    expect(of('tools of desk')).toMatchObject([{ status: 'fail', todo: expect.stringContaining('docs/mcp.md') }]);
    expect(output).not.toContain(KEY);
  });
});

describe('stores', () => {
  it.skipIf(!hasRedis)(`Redis is told with version, latency and clock, ${redisTests}`, async () => {
    const redis = await startRedis();
    closing.push(() => redis.close());
    const { code, of } = await examine({ RUNS_URL: redis.url });
    expect(code).toBe(0);
    expect(of('run store')[0]).toMatchObject({ status: 'ok', seen: expect.stringMatching(/^Redis \d+\.\d+\S*, \d+ ms$/) });
    expect(of('clock')).toMatchObject([{ status: 'ok' }]);
  });

  it.skipIf(!hasPostgres)(
    `PostgreSQL is told with its version; an empty database is in the way${hasPostgres ? '' : `: ${NO_POSTGRES}`}`,
    async () => {
      const postgres = await startPostgres();
      closing.push(async () => postgres.remove());
      const { code, of } = await examine({ CATALOG_URL: await postgres.database() });
      expect(code).toBe(1);
      expect(of('database')).toMatchObject([{ status: 'ok', seen: expect.stringMatching(/^PostgreSQL \d+\S*.*, \d+ ms$/) }]);
      expect(of('catalogue')).toMatchObject([{ status: 'fail', todo: expect.stringContaining('npm run import') }]);
    },
  );

  it('one that does not answer is in the way, without its password', async () => {
    const { code, of, output } = await examine({ RUNS_URL: 'redis://:planted-password@127.0.0.1:9/0' });
    expect(code).toBe(1);
    expect(of('run store')).toMatchObject([{ status: 'fail', todo: expect.stringContaining('RUNS_URL') }]);
    expect(output).not.toContain('planted-password');
  });
});

describe('a shop for everybody', () => {
  const catalogue = (): string => sqlite('public.db', [anItem()]);
  const open = { HOST: '0.0.0.0' };

  it('what is fine for a trial is told: no sites, any host name, no proxy, no console, no daily limit', async () => {
    const { code, of } = await examine({ ...open, CATALOG_URL: catalogue() });
    expect(code).toBe(1);
    expect(of('sites')).toMatchObject([{ status: 'fail', todo: expect.stringContaining('SITES') }]);
    for (const area of ['public hosts', 'proxy', 'console']) expect(of(area)).toMatchObject([{ status: 'warn' }]);
  });

  it.each([
    ['an origin in the clear', { SITES: '{"pk":{"origins":["http://shop.example"]}}' }, 'site pk', 'fail'],
    ['a site without an origin', { SITES: '{"pk":{"origins":[]}}' }, 'site pk', 'fail'],
    ['loopback in production', { SITES: '{"pk":{"origins":["loopback"]}}' }, 'site pk', 'warn'],
    ['everybody as a proxy', { TRUST_PROXY: '0.0.0.0/0' }, 'proxy', 'fail'],
    ['a weak console token', { CONSOLE_TOKEN: 'aaaaaaaaaaaaaaaaaaaaaaaa' }, 'console', 'warn'],
    ['a weak secret', { SHOPPER_JWT_SECRET: 'a'.repeat(40) }, 'shopper tokens', 'warn'],
    [
      'a key that is none',
      { SHOPPER_JWT_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----' },
      'shopper tokens',
      'fail',
    ],
  ] as const)('%s', async (_, env, area, status) => {
    const { of } = await examine({ ...open, CATALOG_URL: catalogue(), ...env });
    expect(of(area).map((each) => each.status)).toContain(status);
  });

  it('one with everything set has nothing to be told', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const shop = join(folder, 'shop.json');
    writeFileSync(
      shop,
      JSON.stringify({
        name: 'Lumen',
        greeting: 'Hello',
        contact: 'https://s.example/c',
        privacy: 'https://s.example/p',
        time_zone: 'Asia/Shanghai',
      }),
    );
    const { code, findings } = await examine({
      ...open,
      ...(await model([ready])),
      CATALOG_URL: catalogue(),
      SHOP: shop,
      SITES: '{"pk_live":{"origins":["https://shop.example"],"daily_cost":10}}',
      PUBLIC_HOSTS: 'copilot.shop.example',
      TRUST_PROXY: '10.0.0.0/8',
      CONSOLE_TOKEN: 'Q7xTz0pRk3Vn8LmW2cYb5HsJ',
      SHOPPER_JWT_PUBLIC_KEY: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      LINK_HOSTS: 'help.shop.example',
    });
    expect(findings.filter(({ status, area }) => status !== 'ok' && area !== 'widget')).toEqual([]);
    expect(code).toBe(0);
  });
});
