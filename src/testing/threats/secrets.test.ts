import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../bff/config.ts';
import { createLog, loggedError } from '../../bff/observe/log.ts';
import { startTelemetry } from '../../bff/observe/sdk.ts';
import { secretsOf } from '../../bff/observe/secrets.ts';
import { startTestBff, type TestBff } from '../bff.ts';
import { anItem } from '../items.ts';
import { startOtlpReceiver } from '../otlp-receiver.ts';
import { hasRedis, redisTests, startRedis } from '../redis.ts';
import type { Answer } from '../scripted-model/script.ts';
import { callTools, chunk, say } from '../scripted-model/script.ts';
import { startScriptedModel } from '../scripted-model/server.ts';

const KEY = 'sk-planted-0123456789abcdef';
/** Personal data as shoppers write it. */
const PERSONAL = ['13812345678', 'li.lei@example.com', '幸福路 12 号', '4111 1111 1111 1111'];
const MESSAGE = `我叫李雷，电话 ${PERSONAL.join('，')}，想租相机`;
const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera' })];

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A BFF over a scripted endpoint, with its log as text. */
async function startLogged(script: readonly Answer[], env: Record<string, string> = {}) {
  const model = await startScriptedModel(script);
  closing.push(() => model.close());
  const all = { MODEL_BASE_URL: model.url, MODEL_NAME: 'scripted', MODEL_API_KEY: KEY, MODEL_FALLBACKS: '[]', LOG_LEVEL: 'info', ...env };
  const lines: string[] = [];
  const log = createLog(all.LOG_LEVEL, secretsOf(readConfig(all)), { write: (line) => void lines.push(line) });
  const bff: TestBff = await startTestBff({ items, env: all, parts: { log } });
  closing.push(() => bff.close());
  return { bff, model, log: () => lines.join('') };
}

const repeats = (text: string): Answer => ({
  status: 401,
  headers: { 'content-type': 'application/json' },
  steps: [{ raw: JSON.stringify({ error: { message: `Incorrect API key provided: ${text}`, code: text } }) }],
});

describe('T17: our key, repeated by an upstream', () => {
  const faults: Record<string, readonly Answer[]> = {
    'in the body of an error': [repeats(KEY)],
    'in a page of an error': [{ status: 500, headers: { 'content-type': 'text/html' }, steps: [{ raw: `<html>Bearer ${KEY}</html>` }] }],
    'in an error frame': [{ steps: [{ frame: { error: { message: `key ${KEY}`, code: 401 } } }] }],
    'in an error frame in mid-text': [{ steps: [chunk({ content: 'Let me see. ' }), { frame: { error: { message: `key ${KEY}` } } }] }],
    'in frames that are no JSON': [{ steps: Array.from({ length: 5 }, () => ({ raw: `data: {"key": ${KEY}\n\n` })) }],
    'in a header of a redirect': [{ status: 302, headers: { location: `https://elsewhere.example/?key=${KEY}` }, steps: [] }],
  };

  it.each(Object.entries(faults))(
    '%s: not a byte of it to a client, a log, a trace or a metric',
    { timeout: 60_000 },
    async (_, script) => {
      const receiver = await startOtlpReceiver();
      closing.push(() => receiver.close());
      const before = { ...process.env };
      Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
      const quiet = { info: () => {}, warn: () => {} };
      const telemetry = await startTelemetry(process.env, quiet, (name, value) => {
        process.env[name] = value;
      });
      const { bff, log } = await startLogged(script, {
        LOG_LEVEL: 'trace',
        OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true',
      });
      const stream = await bff.ask('hello there');
      const metrics = await (await bff.get('/metrics')).text();
      await telemetry?.stop();
      const api = await import('@opentelemetry/api');
      api.trace.disable();
      api.metrics.disable();
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];

      expect(stream.received.at(-1)?.frame.type).toBe('finish');
      expect(log()).not.toBe('');
      expect(receiver.bodies.length).toBeGreaterThan(0);
      const told = [stream.body, JSON.stringify([...stream.headers]), log(), receiver.bodies.join(''), metrics];
      for (const text of told) expect(text).not.toContain(KEY);
    },
  );

  it('the model does get it: the test looks where it could be', async () => {
    const { bff, model } = await startLogged([say('Hello.')]);
    await bff.ask('hello there');
    expect(JSON.stringify(model.requests[0]?.rawHeaders)).toContain(KEY);
  });

  it('a line of the log holds no secret, however it is spelled', () => {
    const lines: string[] = [];
    const secrets = ['pass"word\\1', 'key with spaces', 'short'];
    const log = createLog('info', secrets, { write: (line) => void lines.push(line) });
    log.error({ err: new Error('postgres://u:pass"word\\1@db'), url: `https://x/?k=${encodeURIComponent('key with spaces')}` }, 'short');
    expect(lines.join('')).not.toMatch(/pass"?\\*"?word|key with|key%20with/);
    expect(lines.join('')).toContain('short');
  });

  it.skipIf(!existsSync('dist/public/w'))('what was built for browsers holds nothing that looks like one, and no map of its source', () => {
    const files = readdirSync('dist/public', { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
    for (const file of files.filter((each) => each.endsWith('.js'))) {
      const text = readFileSync(join('dist/public', file), 'utf8');
      expect(text).not.toMatch(/sourceMappingURL|\bsk-[\w-]{16,}|BEGIN (?:RSA |EC )?PRIVATE KEY/);
      // The console tells operators which variable holds its token; shoppers are told none.
      if (!file.startsWith('console')) expect(text).not.toMatch(/MODEL_API_KEY|SHOPPER_JWT|CONSOLE_TOKEN/);
    }
  });
});

describe('T28: what a shopper writes', () => {
  const echo: Answer = {
    status: 400,
    headers: { 'content-type': 'application/json' },
    steps: [{ raw: JSON.stringify({ error: { message: `bad prompt: ${MESSAGE}` } }) }],
  };

  it.each([
    ['a good answer', [callTools([{ name: 'search_db', arguments: { query: MESSAGE } }]), say(`好的，${MESSAGE}`)]],
    ['a provider that repeats it in an error', [echo]],
    ['arguments that are none', [callTools([{ name: 'search_db', arguments: `{"query": "${MESSAGE}"` }]), say('抱歉。')]],
  ])('is in no line of the log: %s', async (_, script) => {
    const { bff, log } = await startLogged(script as readonly Answer[]);
    const { headers } = await bff.ask(MESSAGE, { locale: 'zh-CN', page: { url: `https://shop.example/?email=${PERSONAL[1]}` } });
    const id = headers.get('aisle-conversation') ?? '';
    await bff.post('/v1/search', { query: MESSAGE, conversation_id: id });
    await bff.post('/v1/search', { query: MESSAGE, limit: MESSAGE });
    await bff.post('/v1/chat', `{"message": {"text": "${MESSAGE}"`);
    expect(log()).toContain('"turn"');
    for (const text of [...PERSONAL, '李雷', id]) expect(log()).not.toContain(text);
    const metrics = await (await bff.get('/metrics')).text();
    for (const text of PERSONAL) expect(metrics).not.toContain(text);
  });

  it('an error keeps its kind, code and place; what it quotes and what a provider wrote show at debug alone', () => {
    const parse = (() => {
      try {
        return JSON.parse(`${MESSAGE}`) as unknown;
      } catch (error) {
        return error;
      }
    })();
    const logged = loggedError(new Error('the search failed', { cause: parse }));
    expect(logged).toMatchObject({ type: 'Error', message: 'the search failed', cause: { type: 'SyntaxError' } });
    expect(logged.stack).toContain('at ');
    for (const text of PERSONAL) expect(JSON.stringify(logged)).not.toContain(text);
    expect(JSON.stringify(loggedError(parse, true))).toContain('我叫李雷');
  });

  it('a refusal that is a decision writes no line: nobody floods the log of a shop that is paused', async () => {
    const token = 'an-operators-own-token';
    const { bff, log } = await startLogged([say('Hello.')], { CONSOLE_TOKEN: token });
    await bff.post('/v1/admin/pause', { paused: true }, { headers: { authorization: `Bearer ${token}` } });
    const before = log();
    expect((await bff.ask(MESSAGE)).status).toBe(503);
    expect(log()).toBe(before);
  });

  it('is forgotten with its conversation: nothing is left to read, in memory', async () => {
    const { bff } = await startLogged([say('Hello.')]);
    const { headers } = await bff.ask(MESSAGE);
    const id = headers.get('aisle-conversation') ?? '';
    expect((await bff.get(`/v1/conversations/${id}`, { method: 'DELETE' })).status).toBe(204);
    for (const path of [`/v1/conversations/${id}`, `/v1/conversations/${id}/stream`]) expect((await bff.get(path)).status).toBe(404);
    expect(await bff.conversations.read(id)).toBeNull();
  });

  it.skipIf(!hasRedis)(`is forgotten with its conversation: not a byte is left, ${redisTests}`, { timeout: 60_000 }, async () => {
    const redis = await startRedis();
    closing.push(() => redis.close());
    const { bff } = await startLogged([say(`好的，${MESSAGE}`)], { RUNS_URL: redis.url });
    while (!(await bff.get('/readyz')).ok) await new Promise((resolve) => setImmediate(resolve));
    const { headers } = await bff.ask(MESSAGE);
    const id = headers.get('aisle-conversation') ?? '';
    const client = new (await import('ioredis')).Redis(redis.url);
    closing.push(async () => client.disconnect());
    const everything = async (): Promise<string> => {
      const kept: unknown[] = [];
      for (const key of await client.keys('*')) {
        const type = await client.type(key);
        if (type === 'string') kept.push(key, await client.get(key));
        else if (type === 'hash') kept.push(key, await client.hgetall(key));
        else if (type === 'stream') kept.push(key, await client.xrange(key, '-', '+'));
        else if (type === 'zset') kept.push(key, await client.zrange(key, '0', '-1'));
        else if (type === 'set') kept.push(key, await client.smembers(key));
        else if (type === 'list') kept.push(key, await client.lrange(key, 0, -1));
      }
      return JSON.stringify(kept);
    };
    expect(await everything()).toContain(PERSONAL[0]);
    expect((await bff.get(`/v1/conversations/${id}`, { method: 'DELETE' })).status).toBe(204);
    const left = await everything();
    for (const text of [...PERSONAL, '李雷']) expect(left).not.toContain(text);
  });
});
