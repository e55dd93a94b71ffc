import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type ScriptedStep, scriptedPort, startTestBff, type TestBff } from './bff.ts';
import { anItem } from './items.ts';

/** What such a proxy waits for before it sends anything on, bytes: nginx's `proxy_buffers`. */
const BUFFER = 8 * 4096;

/**
 * A proxy that gathers answers before it passes them on, as nginx does by default, unless the answer says `X-Accel-Buffering: no`;
 * and that compresses, which gathers too, unless it says `no-transform`.
 * @param listens whether it heeds the two headers
 */
async function startBufferingProxy(target: string, listens: boolean): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, host: new URL(target).host };
    const onward = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers }, (answer) => {
      const passes =
        answer.headers['x-accel-buffering'] === 'no' && String(answer.headers['cache-control']).includes('no-transform') && listens;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      let gathered = Buffer.alloc(0);
      answer.on('data', (piece: Buffer) => {
        gathered = Buffer.concat([gathered, piece]);
        if (!passes && gathered.length < BUFFER) return;
        outgoing.write(gathered);
        gathered = Buffer.alloc(0);
      });
      answer.on('end', () => outgoing.end(gathered));
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

let bff: TestBff;
let proxy: { url: string; server: Server };
afterEach(async () => {
  proxy.server.closeAllConnections();
  proxy.server.close();
  await bff.close();
});

/** Asks a model that says nothing until the test is over. @returns the first words that come through, or null within the time. */
async function firstThrough(listens: boolean, within_ms: number): Promise<string | null> {
  const silent: ScriptedStep = async function* (_, signal) {
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    yield { type: 'finish', reason: 'stop' };
  };
  bff = await startTestBff({ items: [anItem({ id: 'a' })], model: scriptedPort([silent]), env: { DISCONNECT_GRACE_MS: '0' } });
  proxy = await startBufferingProxy(bff.url, listens);
  const leaving = new AbortController();
  const asked = fetch(`${proxy.url}/v1/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message: { id: crypto.randomUUID(), text: 'hello there' }, locale: 'en' }),
    signal: leaving.signal,
  });
  const first = asked.then(async (response) => new TextDecoder().decode((await response.body?.getReader().read())?.value));
  const words = await Promise.race([first, new Promise<null>((resolve) => setTimeout(resolve, within_ms, null))]);
  leaving.abort();
  await first.catch(() => undefined);
  return words;
}

describe('a proxy that gathers answers', () => {
  it('passes the first event on at once, long before the model says a word', async () => {
    expect(await firstThrough(true, 10_000)).toContain('"type":"start"');
  });

  it('holds all of it back where it heeds no header: this is what the test above would see', async () => {
    expect(await firstThrough(false, 300)).toBeNull();
  });
});
