import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { originTricks } from '../../testing/threats/origin-tricks.ts';
import type { HttpEnvironment } from './environment.ts';
import { errorResponse, HttpError } from './errors.ts';
import { siteCheck } from './sites.ts';

const app = (options: Parameters<typeof siteCheck>[0]) => {
  const hono = new Hono<HttpEnvironment>();
  hono.onError((error, c) => errorResponse(c, error instanceof HttpError ? error : new HttpError('internal'), 'en'));
  hono.use(siteCheck(options));
  hono.all('*', (c) => c.text(c.get('site')));
  return hono;
};
const shop = app({ sites: { pk_a: { origins: ['https://shop.example'] }, pk_b: { origins: ['https://other.example'] } } });
const get = (headers: Record<string, string>, method = 'GET') => shop.request('http://bff/v1/items', { method, headers });

it('a listed origin is echoed, and only for its own key', async () => {
  const response = await get({ 'aisle-site': 'pk_a', origin: 'https://shop.example' });
  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect(response.headers.get('access-control-expose-headers')).toBe('aisle-conversation, retry-after');
  expect((await get({ 'aisle-site': 'pk_b', origin: 'https://shop.example' })).status).toBe(403);
});

it.each(originTricks)('T12: the origin trick %s is refused', async (origin) => {
  const response = await get({ 'aisle-site': 'pk_a', origin });
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

it('a missing or unknown key is unauthorized', async () => {
  expect((await get({})).status).toBe(401);
  expect((await get({ 'aisle-site': '__proto__' })).status).toBe(401);
});

it('a page of the shop with the wrong key may read that it has', async () => {
  for (const [site, status] of [
    ['pk_b', 403],
    ['pk_none', 401],
  ] as const) {
    const refused = await get({ 'aisle-site': site, origin: 'https://shop.example' });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([status, 'https://shop.example']);
  }
  const unknown = await get({ 'aisle-site': 'pk_none', origin: 'https://shop.example' });
  expect(await unknown.json()).toMatchObject({ error: { code: 'unauthorized', reason: 'unknown_site' } });
});

it('each page that is turned away is told once, with its key and origin, and a stranger cannot fill the log', async () => {
  const refused: unknown[] = [];
  const watched = app({ sites: { pk_a: { origins: ['https://shop.example'] } }, onRefused: (page) => refused.push(page) });
  const ask = (headers: Record<string, string>, method = 'GET') => watched.request('http://bff/v1/items', { method, headers });
  for (let times = 0; times < 3; times += 1) await ask({ 'aisle-site': 'pk_b', origin: 'https://shop.example' });
  await ask({ origin: 'https://new.example', 'access-control-request-method': 'POST' }, 'OPTIONS');
  expect(refused).toEqual([
    { site: 'pk_b', origin: 'https://shop.example' },
    { site: undefined, origin: 'https://new.example' },
  ]);
  for (let n = 0; n < 200; n += 1) await ask({ 'aisle-site': 'pk_a', origin: `https://evil-${n}.example` });
  expect(refused).toHaveLength(100);
});

it('a request without an origin is accepted: the conversation id is the capability', async () => {
  expect((await get({ 'aisle-site': 'pk_a' })).status).toBe(200);
});

it('a preflight is answered for any origin that some key lists, and for no other', async () => {
  const preflight = { 'access-control-request-method': 'POST' };
  expect((await get({ ...preflight, origin: 'https://other.example' }, 'OPTIONS')).status).toBe(204);
  expect((await get({ ...preflight, origin: 'https://evil.example' }, 'OPTIONS')).status).toBe(403);
});

it('the demo site means loopback on any port', async () => {
  const demo = app({ sites: { pk_demo: { origins: ['loopback'] } }, default_site: 'pk_demo' });
  const ask = async (origin: string) => (await demo.request('http://bff/v1/items', { headers: { origin } })).status;
  expect(await ask('http://127.0.0.1:8787')).toBe(200);
  expect(await ask('http://localhost:3000')).toBe(200);
  expect(await ask('http://localhost.evil.example')).toBe(403);
  expect(await ask('http://127.0.0.1.evil.example')).toBe(403);
});
