import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { createDemoShop } from '../shop.ts';
import { tokenSigner } from './token.ts';

const secret = 'a secret of this test, 32 characters';
const shop = createDemoShop({ signToken: tokenSigner({ secret, audience: 'pk_demo' }) });
const at = async (path: string, init: RequestInit = {}) => {
  const response = await shop.fetch(new Request(`http://shop.test${path}`, init));
  if (!response) throw new Error(`${path} is none of the shop's`);
  return response;
};
const post = (fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const body = new URLSearchParams(fields).toString();
  return at('/account', { method: 'POST', body, headers: { 'content-length': String(body.length), ...headers } });
};
const page = async (path: string, cookie = '') => (await at(path, { headers: { cookie, 'accept-language': 'en' } })).text();
const tokenIn = (text = '') => /data-token="([^"]+)"/.exec(text)?.[1];

describe('signing in', () => {
  it('is a form that leads back to its page and leaves a cookie no script can read', async () => {
    const response = await post({ shopper: 'demo-lin', back: '/p/cam-x?days=3' }, { origin: 'http://shop.test' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/p/cam-x?days=3']);
    expect(response.headers.get('set-cookie')).toBe('shopper=demo-lin; Path=/; HttpOnly; SameSite=Lax');
  });

  it('takes none but the three, no form of another site, and none that is too long', async () => {
    expect((await post({ shopper: 'somebody' })).status).toBe(400);
    expect((await post({ shopper: 'demo-lin' }, { origin: 'http://evil.test' })).status).toBe(403);
    expect((await post({ shopper: 'demo-lin' }, { origin: 'null' })).status).toBe(403);
    expect((await post({ shopper: 'demo-lin', back: 'x'.repeat(5000) })).status).toBe(413);
    expect(tokenIn(await page('/', 'shopper=somebody'))).toBeUndefined();
  });

  it.each(['https://evil.test/', '//evil.test', 'javascript:alert(1)', '/\\evil.test', ''])(
    'never leads out of the shop: %s',
    async (back) => {
      expect((await post({ shopper: 'demo-lin', back })).headers.get('location')).toMatch(/^\/(?![/\\])/);
    },
  );

  it('out again takes the cookie away', async () => {
    expect((await post({ shopper: '' })).headers.get('set-cookie')).toContain('shopper=; ');
    expect((await post({ shopper: '' })).headers.get('set-cookie')).toContain('Max-Age=0');
  });
});

describe('the token', () => {
  it('stands in the pages of whoever is signed in, and can be had anew', async () => {
    const answer = await at('/account/token', { headers: { cookie: 'shopper=demo-zhou' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { token } = (await answer.json()) as { token: string };
    for (const each of [token, tokenIn(await page('/cart', 'shopper=demo-zhou')) ?? '']) {
      const { payload } = await jwtVerify(each, new TextEncoder().encode(secret), { audience: 'pk_demo', algorithms: ['HS256'] });
      expect(payload).toMatchObject({ sub: 'demo-zhou', jti: expect.any(String) });
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(15 * 60);
    }
  });

  it('is for nobody where nobody is signed in', async () => {
    expect((await at('/account/token')).status).toBe(401);
    expect(await page('/')).not.toContain('data-token');
  });
});

it('a shop that signs nothing has no menu, no route and no token', async () => {
  const closed = createDemoShop();
  const ask = (path: string, init?: RequestInit) =>
    closed.fetch(new Request(`http://shop.test${path}`, { headers: { cookie: 'shopper=demo-lin' }, ...init }));
  expect(await ask('/account/token')).toBeNull();
  expect(await ask('/account', { method: 'POST', body: 'shopper=demo-lin' })).toBeNull();
  const text = await (await ask('/'))?.text();
  expect(text).not.toContain('id="account"');
  expect(text).not.toContain('data-token');
});
