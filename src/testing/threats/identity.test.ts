import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { framesOf, says, scriptedPort, startTestBff, type TestBff } from '../bff.ts';
import { anItem } from '../items.ts';
import { apiRoutes, call, type Ids, isOperators, takesId } from './routes.ts';

const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera' }), anItem({ id: 'cam-2', title: 'Lumisol X5 camera' })];
const secret = 'a-secret-of-at-least-thirty-two-characters';
const CONSOLE_TOKEN = 'an-operators-own-token';
const SITES = JSON.stringify({
  pk_a: { origins: ['https://a.example'] },
  pk_b: { origins: ['https://b.example'] },
});
const PLANTED = 'Planted words of tenant a';

let bff: TestBff;
afterEach(() => bff.close());
const start = async (env: Record<string, string> = {}) => {
  bff = await startTestBff({
    items,
    model: scriptedPort([says('Here you are.')]),
    env: { SITES, CONSOLE_TOKEN, SHOPPER_JWT_SECRET: secret, ...env },
  });
};

const now = (): number => Math.floor(Date.now() / 1000);
const key = (text = secret): Uint8Array => new TextEncoder().encode(text);
const claims = (changes: object = {}) => ({ sub: 'ann', aud: 'pk_a', iat: now(), exp: now() + 300, jti: crypto.randomUUID(), ...changes });
const sign = (payload: object, header: object = {}, signer: Uint8Array | CryptoKey = key(), alg = 'HS256'): Promise<string> =>
  new SignJWT(payload as Record<string, unknown>).setProtectedHeader({ alg, ...header }).sign(signer);
const unsigned = (header: object, payload: object): string =>
  `${[header, payload].map((each) => Buffer.from(JSON.stringify(each)).toString('base64url')).join('.')}.`;

/** Somebody's conversation with one turn. */
async function conversation(headers: Record<string, string>): Promise<Ids> {
  const stream = await bff.ask(PLANTED, {}, headers);
  const { conversation_id = '', run_id = '' } = framesOf(stream, 'start')[0]?.messageMetadata ?? {};
  return { conversation_id, run_id };
}

async function mutatedTokens(): Promise<Record<string, string>> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const rsa = await generateKeyPair('RS256');
  const good = await sign(claims());
  const [head = '', body = '', signature = ''] = good.split('.');
  const bob = Buffer.from(JSON.stringify(claims({ sub: 'bob' }))).toString('base64url');
  const revoked = claims();
  const { status } = await bff.post('/v1/admin/revoke', { jti: revoked.jti }, { headers: { authorization: `Bearer ${CONSOLE_TOKEN}` } });
  expect(status).toBe(204);
  return {
    'alg none': unsigned({ alg: 'none' }, claims()),
    'alg None': unsigned({ alg: 'None' }, claims()),
    'alg none with the old signature': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.${signature}`,
    'HS384 with the right secret': await sign(claims(), {}, key(), 'HS384'),
    'HS512 with the right secret': await sign(claims(), {}, key(), 'HS512'),
    'ES256 with a key of its own': await sign(claims(), {}, privateKey, 'ES256'),
    'ES256 with its key in the header': await sign(claims(), { jwk: await exportJWK(publicKey) }, privateKey, 'ES256'),
    'RS256 with a key of its own': await sign(claims(), {}, rsa.privateKey, 'RS256'),
    'another secret': await sign(claims(), {}, key(`${secret}!`)),
    'the secret cut short': await sign(claims(), {}, key(secret.slice(0, 32))),
    'a payload of somebody else': `${head}.${bob}.${signature}`,
    'no signature': `${head}.${body}.`,
    'half a signature': `${head}.${body}.${signature.slice(0, 20)}`,
    'a critical header nobody knows': await sign(claims(), { crit: ['exp'] }).catch(() => `${head}x.${body}.${signature}`),
    expired: await sign(claims({ iat: now() - 400, exp: now() - 61 })),
    'without an end': await sign(claims({ exp: undefined })),
    'longer than fifteen minutes': await sign(claims({ exp: now() + 16 * 60 })),
    'issued without a time': await sign(claims({ iat: undefined })),
    'for another site key': await sign(claims({ aud: 'pk_b' })),
    'for nobody': await sign(claims({ aud: undefined })),
    'of nobody': await sign(claims({ sub: undefined })),
    'of an empty name': await sign(claims({ sub: '' })),
    'without an id': await sign(claims({ jti: undefined })),
    'taken back': await sign(revoked),
    'no token at all': 'not-a-token',
  };
}

describe('T10: a forged, old or foreign token', () => {
  it('is refused on every route, however it was changed', { timeout: 120_000 }, async () => {
    await start();
    const ids = await conversation({ 'aisle-site': 'pk_a' });
    const tokens = Object.entries(await mutatedTokens());
    expect(tokens.length).toBeGreaterThanOrEqual(20);
    const routes = apiRoutes(bff);
    expect(routes.length).toBeGreaterThan(12);
    const accepted: string[] = [];
    for (const route of routes)
      for (const [name, token] of tokens) {
        const { status } = await call(bff, route, ids, { 'aisle-site': 'pk_a', authorization: `Bearer ${token}` });
        if (status !== 401) accepted.push(`${route.method} ${route.path}: ${name} got ${status}`);
      }
    expect(accepted).toEqual([]);
    // The conversation is still there: nothing was done for any of them.
    expect((await bff.get(`/v1/conversations/${ids.conversation_id}`, { headers: { 'aisle-site': 'pk_a' } })).status).toBe(200);
  });

  it('a good one is let in, until the shop takes it back', async () => {
    await start();
    const payload = claims();
    const token = { 'aisle-site': 'pk_a', authorization: `Bearer ${await sign(payload)}` };
    expect((await bff.get('/v1/shop', { headers: token })).status).toBe(200);
    await bff.post('/v1/admin/revoke', { jti: payload.jti }, { headers: { authorization: `Bearer ${CONSOLE_TOKEN}` } });
    expect((await bff.get('/v1/shop', { headers: token })).status).toBe(401);
  });

  it('a route of operators takes no shopper’s token, and a shopper’s none of theirs', async () => {
    await start();
    const shopper = { 'aisle-site': 'pk_a', authorization: `Bearer ${await sign(claims())}` };
    const operator = { 'aisle-site': 'pk_a', authorization: `Bearer ${CONSOLE_TOKEN}` };
    const ids = { conversation_id: 'x', run_id: 'y' };
    for (const route of apiRoutes(bff)) expect((await call(bff, route, ids, isOperators(route) ? shopper : operator)).status).toBe(401);
  });
});

describe('T11: one tenant’s ids in another tenant’s hands', () => {
  it.each([
    ['another site', { 'aisle-site': 'pk_b', origin: 'https://b.example' }],
    ['another site without an origin', { 'aisle-site': 'pk_b' }],
  ])('%s: 404 on every route with a place for one, and not a word of it', async (_, headers) => {
    await start();
    const ids = await conversation({ 'aisle-site': 'pk_a' });
    const before = await bff.conversations.read(ids.conversation_id);
    for (const route of apiRoutes(bff).filter((each) => !isOperators(each))) {
      const response = await call(bff, route, ids, headers);
      const body = await response.text();
      expect(body).not.toContain('Planted');
      if (takesId(route)) expect([`${route.method} ${route.path}`, response.status]).toEqual([`${route.method} ${route.path}`, 404]);
    }
    expect(await bff.conversations.read(ids.conversation_id)).toEqual(before);
  });

  it('a conversation of an identified shopper is nobody else’s: neither another shopper’s nor that of nobody', async () => {
    await start();
    const as = async (sub: string) => ({ 'aisle-site': 'pk_a', authorization: `Bearer ${await sign(claims({ sub }))}` });
    const ids = await conversation(await as('ann'));
    const before = await bff.conversations.read(ids.conversation_id);
    for (const headers of [await as('bob'), { 'aisle-site': 'pk_a' }])
      for (const route of apiRoutes(bff).filter((each) => !isOperators(each) && takesId(each))) {
        const response = await call(bff, route, ids, headers);
        expect([`${route.method} ${route.path}`, response.status]).toEqual([`${route.method} ${route.path}`, 404]);
        expect(await response.text()).not.toContain('Planted');
      }
    expect(await bff.conversations.read(ids.conversation_id)).toEqual(before);
  });

  it('ids are 128 random bits or more, and a guessed one is like one that never was', async () => {
    await start();
    const ids = await Promise.all(Array.from({ length: 20 }, () => conversation({ 'aisle-site': 'pk_a' })));
    expect(new Set(ids.map(({ conversation_id }) => conversation_id)).size).toBe(20);
    for (const { conversation_id, run_id } of ids)
      for (const id of [conversation_id, run_id]) expect(Buffer.from(id, 'base64url').length).toBeGreaterThanOrEqual(16);
    const [{ conversation_id }] = ids as [Ids];
    const answer = async (id: string, site: string) => {
      const response = await bff.get(`/v1/conversations/${id}`, { headers: { 'aisle-site': site } });
      return [response.status, await response.text()];
    };
    expect(await answer(conversation_id, 'pk_b')).toEqual(await answer('never-was', 'pk_b'));
  });
});
