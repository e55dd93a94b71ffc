import { duplexPair } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { callsTool, type ScriptedStep, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

let bff: TestBff;
afterEach(() => bff.close());

const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera' })];
const ended = async (): Promise<void> => {
  while (bff.turns.size > 0) await new Promise((resolve) => setImmediate(resolve));
};
const asked = (text: string) => JSON.stringify({ message: { id: crypto.randomUUID(), text }, locale: 'en' });

describe('a turn that everybody has left, no grace given', () => {
  it('ends while a tool is looking something up, and the tool is told', async () => {
    const searching = Promise.withResolvers<AbortSignal>();
    bff = await startTestBff({
      items,
      model: scriptedPort([callsTool('search_db', { query: 'camera' }), says('Found.')]),
      env: { DISCONNECT_GRACE_MS: '0' },
      through: (catalog) => ({
        ...catalog,
        search: (_, { signal }) => {
          if (signal) searching.resolve(signal);
          return new Promise(() => undefined);
        },
      }),
    });
    const leaving = new AbortController();
    const response = bff.post('/v1/chat', undefined, { body: asked('a camera'), signal: leaving.signal });
    const signal = await searching.promise;
    await response;
    leaving.abort();
    await ended();
    expect(signal.aborted).toBe(true);
  });

  it('ends while the one who left had not taken what was said', async () => {
    let told: AbortSignal | undefined;
    const talking: ScriptedStep = async function* (_, signal) {
      told = signal;
      for (let n = 0; !signal.aborted; n += 1) {
        if (n % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
        yield { type: 'text', text: `word${n % 10} ` };
      }
      throw signal.reason;
    };
    bff = await startTestBff({ items, model: scriptedPort([talking]), env: { DISCONNECT_GRACE_MS: '0' } });
    const [client, server] = duplexPair();
    client.on('error', () => undefined);
    bff.connect(server);
    const body = asked('hello there');
    client.write(
      `POST /v1/chat HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    // Full: the reader takes nothing.
    while (!server.writableNeedDrain) await new Promise((resolve) => setImmediate(resolve));
    server.destroy();
    await ended();
    expect(told?.aborted).toBe(true);
  });
});
