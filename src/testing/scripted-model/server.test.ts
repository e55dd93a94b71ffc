import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { adviser } from './adviser.ts';
import { type FaultName, faults } from './faults.ts';
import { callTools, paced, type Script, say } from './script.ts';
import { type ScriptedModel, type ScriptedModelOptions, startScriptedModel } from './server.ts';

let server: ScriptedModel;

afterEach(() => server.close());

/** Everything the server sends for one request, headers included, until it closes or falls silent for good. */
async function raw(script: Script, body: string, options?: ScriptedModelOptions): Promise<string> {
  server = await startScriptedModel(script, options);
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const head = `POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nX-Odd-Case: yes\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.end(head + body);
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  socket.on('error', () => {});
  await once(socket, 'close');
  return received;
}

describe('the scripted model', () => {
  it('records a request byte for byte', async () => {
    const body = '{"model":"m",  "messages":[{"role":"user","content":"相机"}]}';
    await raw([say('Hello')], body);
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/v1/chat/completions', json: { model: 'm' } });
    expect(server.requests[0]?.body.toString()).toBe(body);
    expect(server.requests[0]?.rawHeaders).toContain('X-Odd-Case');
  });

  it('waits by the clock it was given', async () => {
    const waits: number[] = [];
    const answer = paced(say(['a', 'b']), 300, 20);
    await raw([answer], '{}', { sleep: async (ms) => void waits.push(ms) });
    expect(waits.slice(0, 3)).toEqual([300, 20, 20]);
  });

  it('counts its sockets', async () => {
    await raw([say('Hello')], '{}');
    await server.allClosed();
    expect(server.sockets).toMatchObject({ open: 0, closed: 1 });
  });

  it.each<[FaultName, RegExp]>([
    ['busy', /^HTTP\/1.1 429 .*retry-after: 1\r\n/s],
    ['bad_gateway_html', /^HTTP\/1.1 502 .*<html>/s],
    ['bad_key', /^HTTP\/1.1 401 /],
    ['cut_mid_text', /The answer (?!.*\[DONE\])/s],
    ['no_done', /"finish_reason":"stop"(?!.*\[DONE\])/s],
  ])('plays the fault %s', async (fault, bytes) => {
    expect(await raw([faults[fault]], '{}')).toMatch(bytes);
  });
});

describe('the adviser of the demonstration', () => {
  const tools = [{ function: { name: 'search_db' } }];

  it('searches for the shopper’s words, then shows the items found', () => {
    const question = { role: 'user', content: '夜景相机' };
    expect(adviser({ model: 'm', messages: [question], tools })).toEqual(
      callTools([{ name: 'search_db', arguments: { query: '夜景相机' } }]),
    );
    const result = { role: 'tool', content: '{"items":[{"id":"cam-1"},{"id":"cam-2"}]}' };
    const said = JSON.stringify(
      adviser({ model: 'm', messages: [question, result], tools }).steps.map((step) => ('frame' in step ? step.frame : '')),
    );
    expect(said).toContain('cam-');
  });
});
