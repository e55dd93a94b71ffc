import { Hono } from 'hono';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import type { HttpEnvironment } from './environment.ts';
import { errorResponse, HttpError } from './errors.ts';
import { type IdentityOptions, identityCheck } from './identity.ts';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const key = new TextEncoder().encode(secret);
const now = () => Math.floor(Date.now() / 1000);

const app = (options: IdentityOptions) => {
  const hono = new Hono<HttpEnvironment>();
  hono.onError((error, c) => errorResponse(c, error instanceof HttpError ? error : new HttpError('internal'), 'en'));
  hono.use(async (c, next) => {
    c.set('site', 'pk_a');
    await next();
  });
  hono.use(identityCheck(options));
  hono.get('*', (c) => c.text(c.get('sub') ?? 'nobody'));
  return hono;
};
const ask = async (hono: Hono<HttpEnvironment>, token?: string) =>
  hono.request('http://bff/', { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
const claims = { sub: 'ann', aud: 'pk_a', iat: now(), exp: now() + 300, jti: 'j1' };
const sign = (payload: Record<string, unknown>, signer: CryptoKey | Uint8Array = key, alg = 'HS256') =>
  new SignJWT(payload).setProtectedHeader({ alg }).sign(signer);

it('a valid token names the shopper, and no token is nobody', async () => {
  const hono = app({ secret });
  expect(await (await ask(hono, await sign(claims))).text()).toBe('ann');
  expect(await (await ask(hono)).text()).toBe('nobody');
});

it('T10: every mutated token is refused', async () => {
  const hono = app({ secret });
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const good = await sign(claims);
  const [head = '', body = ''] = good.split('.');
  const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
  const tokens = [
    none,
    `${head}.${body}.AAAA`,
    `${head}.${Buffer.from(JSON.stringify({ ...claims, sub: 'bob' })).toString('base64url')}.${good.split('.')[2]}`,
    await sign({ ...claims, aud: 'pk_b' }),
    await sign({ ...claims, exp: now() - 61 }),
    await sign({ ...claims, exp: now() + 16 * 60 }),
    await sign({ ...claims, sub: undefined }),
    await sign({ ...claims, jti: undefined }),
    await sign({ ...claims, iat: undefined }),
    await sign({ ...claims, exp: undefined }),
    await sign(claims, new TextEncoder().encode('another-secret-of-thirty-two-characters!')),
    await sign(claims, privateKey, 'ES256'),
    await sign(claims, new TextEncoder().encode(await exportSPKI(publicKey))),
    'not-a-token',
    '',
  ];
  for (const token of tokens) expect((await ask(hono, token)).status).toBe(401);
});

it('clocks may differ by a minute', async () => {
  expect((await ask(app({ secret }), await sign({ ...claims, iat: now() - 200, exp: now() - 55 }))).status).toBe(200);
});

it('a public key pins ES256, and its own text is no secret', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const pem = await exportSPKI(publicKey);
  const hono = app({ public_key: pem });
  expect((await ask(hono, await sign(claims, privateKey, 'ES256'))).status).toBe(200);
  expect((await ask(hono, await sign(claims, new TextEncoder().encode(pem)))).status).toBe(401);
});

it('without a configured key no token is accepted', async () => {
  expect((await ask(app({}), await sign(claims))).status).toBe(401);
});
