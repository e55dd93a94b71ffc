import { Hono } from 'hono';
import { expect, it } from 'vitest';
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

it.each([
  'null',
  'https://shop.example.evil.example',
  'https://evil-shop.example',
  'https://shop.example:444',
  'http://shop.example',
  'https://SHOP.example',
  'https://user@shop.example',
  'https://shop.example/',
  'https://shop.example.',
  'https://sub.shop.example',
  'https://shop.example%00',
  'file://',
])('T12: the origin trick %s is refused', async (origin) => {
  const response = await get({ 'aisle-site': 'pk_a', origin });
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

it('a missing or unknown key is unauthorized', async () => {
  expect((await get({})).status).toBe(401);
  expect((await get({ 'aisle-site': '__proto__' })).status).toBe(401);
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
