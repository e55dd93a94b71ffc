import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { says, scriptedPort, startTestBff, type TestBff } from '../bff.ts';
import { anItem } from '../items.ts';
import { originTricks } from './origin-tricks.ts';
import { apiRoutes, call, isOperators } from './routes.ts';

const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera' }), anItem({ id: 'cam-2', title: 'Lumisol X5 camera' })];
const ids = { conversation_id: 'never-was', run_id: 'never-was' };
const CONSOLE_TOKEN = 'an-operators-own-token';

let bff: TestBff;
afterEach(() => bff.close());
const start = async (env: Record<string, string> = {}) => {
  const model = scriptedPort([says('Hello.')]);
  bff = await startTestBff({ items, model, env: { CONSOLE_TOKEN, ...env } });
  return model;
};

/** As a browser would not let a page do it: whatever `Host` and header. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }> {
  const { hostname, port } = new URL(bff.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('T12: a page that is not the shop’s', () => {
  const ORIGIN = 'https://shop.example';
  it.each(originTricks)('with the origin %s reads nothing on any route, streams included', async (origin) => {
    await start({ SITES: JSON.stringify({ pk: { origins: [ORIGIN] } }) });
    for (const route of apiRoutes(bff).filter((each) => !isOperators(each))) {
      const response = await call(bff, route, ids, { 'aisle-site': 'pk', origin });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    }
    expect((await bff.get('/v1/shop', { headers: { 'aisle-site': 'pk', origin: ORIGIN } })).status).toBe(200);
  });
});

describe('T13: a form of another site, or a name pointed here', () => {
  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'a %s post is refused by every route that takes a body',
    async (type) => {
      const model = await start();
      for (const route of apiRoutes(bff).filter(({ method, path }) => method !== 'GET' && method !== 'DELETE' && !path.endsWith('/stop'))) {
        const operator = isOperators(route) ? { authorization: `Bearer ${CONSOLE_TOKEN}` } : {};
        const response = await call(bff, route, ids, { ...operator, 'content-type': type });
        // A run without an archive is unknown before its body is looked at.
        const refused = route.path.startsWith('/v1/runs') ? 404 : 415;
        expect([`${route.method} ${route.path}`, response.status]).toEqual([`${route.method} ${route.path}`, refused]);
      }
      expect(model.requests).toEqual([]);
    },
  );

  it('no answer sets a cookie: there is nothing a browser would send along by itself', async () => {
    await start();
    for (const route of apiRoutes(bff)) expect((await call(bff, route, ids, {})).headers.getSetCookie()).toEqual([]);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80', 'localhost,evil.example'])(
    'another host (%j) gets 421 for everything',
    async (host) => {
      await start();
      for (const path of ['/v1/shop', '/aisle.js', '/readyz', '/metrics', '/']) expect((await raw(path, { host })).status).toBe(421);
    },
  );

  it('PUBLIC_HOSTS names the hosts that are answered', async () => {
    await start({ PUBLIC_HOSTS: 'copilot.shop.example,copilot.shop.example:8443' });
    const status = async (host: string) => (await raw('/v1/shop', { host })).status;
    expect(await status('copilot.shop.example')).toBe(200);
    expect(await status('copilot.shop.example:8443')).toBe(200);
    expect(await status('shop.example')).toBe(421);
  });
});

describe('security headers', () => {
  const common = { 'x-content-type-options': 'nosniff', 'strict-transport-security': 'max-age=31536000' };

  it('stand on every answer of the API: good, refused, streamed', async () => {
    await start();
    const answers = [
      ...(await Promise.all(apiRoutes(bff).map((route) => call(bff, route, ids, {})))),
      await bff.post('/v1/chat', { message: { id: crypto.randomUUID(), text: 'hello' } }),
      await bff.get('/v1/nothing'),
      await bff.get('/readyz'),
      await bff.get('/healthz'),
    ];
    for (const response of answers) {
      const headers = Object.fromEntries(response.headers);
      await response.text();
      expect(headers).toMatchObject({ ...common, 'x-frame-options': 'DENY' });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });

  it('what belongs to one shopper is kept by no cache', async () => {
    await start();
    const { headers } = await bff.ask('hello');
    const id = headers.get('aisle-conversation');
    expect((await bff.get(`/v1/conversations/${id}`)).headers.get('cache-control')).toBe('no-store');
    expect((await bff.get('/v1/shop')).headers.get('cache-control')).toContain('max-age');
  });

  it('a page keeps its scripts, and is framed by nobody else', async () => {
    bff = await startTestBff({
      items,
      model: scriptedPort([says('Hello.')]),
      demo: { fetch: async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }) },
    });
    const { headers } = await bff.get('/');
    expect(Object.fromEntries(headers)).toMatchObject({ ...common, 'x-frame-options': 'SAMEORIGIN' });
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(headers.get('content-security-policy')).not.toContain('default-src');
  });
});
