import { afterEach, describe, expect, it, vi } from 'vitest';
import { says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import { hasRedis, redisTests, startRedis } from '../../testing/redis.ts';
import { createLog } from './log.ts';

interface Line {
  readonly level: number;
  readonly msg: string;
}
const WARN = 40;
/** Requests of each kind that an outage refuses. */
const REQUESTS = 20;

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!hasRedis)(`the log while Redis is gone, ${redisTests}`, () => {
  it('has a line when it goes and one when it is back, however many requests are refused; those are counted', async () => {
    const redis = await startRedis();
    closing.push(() => redis.close());
    const lines: Line[] = [];
    const log = createLog('info', [], { write: (line) => void lines.push(JSON.parse(line) as Line) });
    const bff: TestBff = await startTestBff({
      items: [anItem({ id: 'cam-1' })],
      model: scriptedPort([says('Hello.')]),
      env: { RUNS_URL: redis.url },
      parts: { log },
    });
    closing.push(() => bff.close());
    const told = (): string[] => lines.filter(({ level, msg }) => level >= WARN || /store/.test(msg)).map(({ msg }) => msg);
    const isReady = async (): Promise<void> => expect((await bff.get('/readyz')).status).toBe(200);
    await vi.waitFor(isReady, 10_000);
    const conversation_id = (await bff.ask('hello')).headers.get('aisle-conversation');
    lines.splice(0);

    await redis.stop();
    for (let n = 0; n < REQUESTS; n += 1) {
      expect((await bff.ask('a camera')).status).toBe(503);
      expect((await bff.get(`/v1/conversations/${conversation_id}`)).status).toBe(503);
      // The catalogue answers; what it gave cannot be added to the ledger.
      expect((await bff.post('/v1/search', { query: 'camera', conversation_id })).status).toBe(503);
    }
    expect(told()).toEqual(['the shared store does not answer']);
    expect(await bff.metrics.text()).toContain(`aisle_failures_total{code="StoreDown"} ${3 * REQUESTS}`);

    await redis.start();
    await vi.waitFor(isReady, 10_000);
    expect((await bff.ask('hello again', { conversation_id })).status).toBe(200);
    expect(told()).toEqual(['the shared store does not answer', 'the shared store answers']);
  }, 60_000);
});

it('another fault of a request has its line, and is counted by its kind', async () => {
  const lines: Line[] = [];
  const log = createLog('info', [], { write: (line) => void lines.push(JSON.parse(line) as Line) });
  const bff = await startTestBff({
    items: [anItem({ id: 'cam-1' })],
    parts: { log },
    through: (catalog) => ({ ...catalog, items: () => Promise.reject(new TypeError('a mistake of ours')) }),
  });
  closing.push(() => bff.close());
  expect((await bff.get('/v1/items?ids=cam-1')).status).toBe(500);
  expect(lines.filter(({ level }) => level >= WARN)).toMatchObject([{ msg: 'request failed', err: { type: 'TypeError' } }]);
  expect(await bff.metrics.text()).toContain('aisle_failures_total{code="TypeError"} 1');
});
