import { afterEach, describe, expect, it } from 'vitest';
import { callsTool, says, scriptedPort, startTestBff, type TestBff } from '../bff.ts';
import { shop } from '../small-shop.ts';
import { hostileBodies, hostileTexts } from './hostile-inputs.ts';
import { apiRoutes, call } from './routes.ts';

/** Seconds of processor time that no input may cost. How long the event loop waits is measured by `bench/hostile-input.ts`. */
const MOST_S = 2;
const TOKEN = 'an-operators-own-token';

let bff: TestBff;
afterEach(() => bff.close());

const cpuSeconds = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const neverPolluted = (): void => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
};

describe('T23: input made to pollute, to hang or to fill', () => {
  it('no text of a shopper takes the planner, the search or the guard two seconds', { timeout: 300_000 }, async () => {
    bff = await startTestBff({ items: shop });
    for (const [name, text] of Object.entries(hostileTexts))
      for (const locale of ['en', 'zh-CN']) {
        const seconds = await cpuSeconds(async () => {
          const stream = await bff.ask(text, { locale });
          expect([name, stream.received.at(-1)?.frame.type]).toEqual([name, 'finish']);
          await bff.post('/v1/search', { query: text.slice(0, 500), locale });
        });
        expect([name, seconds < MOST_S]).toEqual([name, true]);
      }
    neverPolluted();
  });

  it('no text of a model takes the guard two seconds, and none is shown raw', { timeout: 300_000 }, async () => {
    const texts = Object.values(hostileTexts);
    const model = scriptedPort(texts.map((text) => says(text.repeat(8).slice(0, 30_000), ' End.')));
    bff = await startTestBff({ items: shop, model });
    for (const name of Object.keys(hostileTexts)) {
      const seconds = await cpuSeconds(async () => {
        const { body } = await bff.ask('hello there');
        expect(body).not.toMatch(/<tool_call|<itemCard/);
      });
      expect([name, seconds < MOST_S]).toEqual([name, true]);
    }
  });

  it('arguments of a model that reach for prototypes change nothing', async () => {
    const args = [
      '{"__proto__":{"polluted":true},"query":"x"}',
      '{"query":"x","constructor":{"prototype":{"polluted":1}}}',
      '{"attributes":[{"name":"__proto__","op":"eq","value":"x"}]}',
    ];
    const model = scriptedPort([...args.map((each) => callsTool('search_db', each)), says('Hello.')]);
    bff = await startTestBff({ items: shop, model });
    const { received } = await bff.ask('hello there');
    expect(received.at(-1)?.frame.type).toBe('finish');
    neverPolluted();
  });

  it('a body that is not what it seems is refused by every route at once, and the process lives', { timeout: 120_000 }, async () => {
    bff = await startTestBff({ items: shop, env: { CONSOLE_TOKEN: TOKEN } });
    const routes = apiRoutes(bff).filter(({ method, path }) => ['POST', 'PUT'].includes(method) && !path.endsWith('/stop'));
    for (const route of routes)
      for (const [name, body] of Object.entries(hostileBodies)) {
        let status = 0;
        const seconds = await cpuSeconds(async () => {
          const response = await bff.get(route.path, {
            method: route.method,
            headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
            body: Buffer.from(body, 'latin1'),
          });
          status = response.status;
          await response.text();
        });
        expect([route.path, name, seconds < MOST_S]).toEqual([route.path, name, true]);
        expect([route.path, name, status >= 400 && status < 500]).toEqual([route.path, name, true]);
      }
    neverPolluted();
    expect((await call(bff, { method: 'GET', path: '/v1/shop' }, { conversation_id: '', run_id: '' }, {})).status).toBe(200);
  });
});
