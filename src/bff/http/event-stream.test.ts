import { once } from 'node:events';
import { connect } from 'node:net';
import { Duplex, duplexPair } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Frame } from '../../protocol/frames.ts';
import { readStream, type ScriptedStep, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';

let bff: TestBff;
afterEach(() => bff.close());

/** A long answer that comes in hundreds of words. */
const long: ScriptedStep = async function* () {
  for (let n = 0; n < 3000; n += 1) {
    if (n % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    yield { type: 'text', text: `word${n % 10} ` };
  }
  yield { type: 'finish', reason: 'stop' };
};
const start = async (step: ScriptedStep, parts = {}) => {
  bff = await startTestBff({ items: [anItem({ id: 'a' })], model: scriptedPort([step]), parts });
};
const question = () => ({ message: { id: crypto.randomUUID(), text: 'hello there' }, locale: 'en' });

const request = (body: object, version = '1.1'): string => {
  const text = JSON.stringify(body);
  return `POST /v1/chat HTTP/${version}\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};
/** Asks over a pipe that holds 16 KiB and carries on only what the test reads: a kernel's buffers would take in a whole answer. */
function askThroughPipe(body: object): Duplex {
  const [client, server] = duplexPair();
  bff.connect(server);
  client.on('error', () => undefined);
  client.write(request(body));
  return client.setEncoding('utf8');
}
const numbers = (received: string): number[] => [...received.matchAll(/^id: (\d+)$/gm)].map(([, n]) => Number(n));

describe('a reader that is slower than the model', () => {
  it('is let go once it has taken nothing for its time; the turn never waited, and all the rest is there when it comes back', async () => {
    await start(long, { stalled_ms: 100 });
    const body = question();
    const pipe = askThroughPipe(body);
    const closed = Promise.race([once(pipe, 'close'), once(pipe, 'end')]);
    const other = await readStream(await bff.post('/v1/chat', body));
    expect(other.done).toBe(true);
    let received = '';
    while (bff.turns.readers > 0) await new Promise((resolve) => setImmediate(resolve));
    // What had come before it was let go.
    pipe.on('data', (text: string) => {
      received += text;
    });
    await closed;
    expect(received).not.toContain('[DONE]');
    const last = numbers(received.slice(0, received.lastIndexOf('\n\n'))).at(-1) ?? 0;
    expect(last).toBeGreaterThan(0);
    const conversation = /aisle-conversation: (\S+)/i.exec(received)?.[1];
    const rest = await readStream(await bff.get(`/v1/conversations/${conversation}/stream?after=${last}`));
    expect(rest.received).toEqual(other.received.slice(last));
    expect(rest.done).toBe(true);
  });

  it('is kept while it takes a little now and then, however far behind, and misses nothing', async () => {
    await start(long, { stalled_ms: 1000 });
    const body = question();
    const pipe = askThroughPipe(body);
    const other = await readStream(await bff.post('/v1/chat', body));
    let received = '';
    while (!received.includes('[DONE]')) {
      // Far slower than its time: all of it takes many such times.
      await new Promise((resolve) => setTimeout(resolve, 50));
      received += pipe.read() ?? '';
      expect(pipe.destroyed).toBe(false);
    }
    expect(numbers(received)).toEqual(other.received.map(({ id }) => id));
    pipe.destroy();
  });
});

describe('a process that is to end', () => {
  it('waits a moment for a reader that has not yet taken the end of its answer', async () => {
    await start(long);
    const pipe = askThroughPipe(question());
    let received = '';
    // The first word, and then nothing.
    while (!received.includes('text-delta')) {
      received += pipe.read() ?? '';
      await new Promise((resolve) => setImmediate(resolve));
    }
    while (bff.turns.size > 0) await new Promise((resolve) => setImmediate(resolve));
    const drained = bff.turns.drain(10_000);
    pipe.on('data', (text: string) => {
      received += text;
    });
    await drained;
    while (!received.includes('[DONE]')) await new Promise((resolve) => setImmediate(resolve));
    const all = numbers(received);
    expect(all).toEqual(all.map((_, n) => n + 1));
    pipe.destroy();
  });
});

it('the mark that ends an answer and the end of its body leave together: whoever leaves at the mark keeps the connection', async () => {
  await start(says('Light and small.'));
  // Of the server's own writes: a kernel may join what left apart.
  const left: string[] = [];
  const socket = new Duplex({
    decodeStrings: false,
    read: () => undefined,
    write: (chunk, _, done) => {
      left.push(String(chunk));
      done();
    },
    writev: (chunks, done) => {
      left.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
  });
  bff.connect(socket);
  socket.push(request(question()));
  await vi.waitFor(() => expect(left.join('')).toMatch(/\r\n0\r\n\r\n$/));
  expect(left.find((piece) => piece.includes('[DONE]'))).toMatch(/\r\n0\r\n\r\n$/);
  socket.destroy();
});

describe('a stream to a client of HTTP/1.0, as some proxies are', () => {
  it('comes without chunks and is whole', async () => {
    await start(says('Light and ', 'small, 轻便。'));
    const socket = connect(Number(new URL(bff.url).port), '127.0.0.1').setEncoding('utf8');
    socket.write(request(question(), '1.0'));
    let received = '';
    socket.on('data', (piece: string) => {
      received += piece;
    });
    await once(socket, 'close');
    const [head = '', ...rest] = received.split('\r\n\r\n');
    expect(head.toLowerCase()).not.toContain('transfer-encoding');
    const frames = rest
      .join('\r\n\r\n')
      .split('\n\n')
      .filter(Boolean)
      .map((event) => event.slice(event.indexOf('data: ') + 6));
    expect(frames.at(-1)).toBe('[DONE]');
    const deltas = frames.slice(0, -1).map((each) => JSON.parse(each) as Frame);
    expect(deltas.map((frame) => (frame.type === 'text-delta' ? frame.delta : '')).join('')).toBe('Light and small, 轻便。');
  });
});
