import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callsTool, says, scriptedPort, startTestBff, type TestBff } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import { startOtlpReceiver } from '../../testing/otlp-receiver.ts';
import type { ModelEvent } from '../model/port.ts';
import { exporterDefaults, startTelemetry, type Telemetry, telemetryAsked } from './sdk.ts';

const SAID = 'Planted words of a shopper';
const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera' })];
const usage = { input_tokens: 120, output_tokens: 30, cached_tokens: 100 };
const withUsage = (events: readonly ModelEvent[]): ModelEvent[] =>
  events.map((event) => (event.type === 'finish' ? { ...event, usage } : event));
const answer = [withUsage(callsTool('search_db', { query: 'Lumisol', direct: false })), withUsage(says('Here.\n\n<itemCard id="cam-1"/>'))];

const log = () => {
  const lines: [object, string][] = [];
  const keep = (values: object, text: string): void => void lines.push([values, text]);
  return { lines, info: keep, warn: keep };
};
const set = (name: string, value: string): void => {
  process.env[name] = value;
};

let receiver: Awaited<ReturnType<typeof startOtlpReceiver>>;
let telemetry: Telemetry | null;
let bff: TestBff;
const before = { ...process.env };

async function ask(env: Record<string, string> = {}, steps = answer) {
  const asked = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json', ...env };
  Object.assign(process.env, asked);
  telemetry = await startTelemetry(process.env, log(), set);
  bff = await startTestBff({ items, model: scriptedPort(steps), env });
  const stream = await bff.ask(SAID);
  await bff.close();
  await telemetry?.stop();
  return stream;
}

describe('spans and metrics, sent to a collector', () => {
  beforeEach(async () => {
    receiver = await startOtlpReceiver();
  });
  afterEach(async () => {
    await receiver.close();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    (await import('@opentelemetry/api')).trace.disable();
    (await import('@opentelemetry/api')).metrics.disable();
  });

  it('a turn is one trace with the GenAI names: an agent, its model calls and its tools', async () => {
    const stream = await ask();
    const run_id = receiver.spans.find(({ name }) => name === 'invoke_agent aisle')?.attributes['aisle.run.id'];
    expect(receiver.spans.map(({ name }) => name).toSorted()).toEqual([
      'chat scripted',
      'chat scripted',
      'execute_tool search_db',
      'invoke_agent aisle',
    ]);
    const agent = receiver.spans.find(({ name }) => name === 'invoke_agent aisle');
    expect(new Set(receiver.spans.map(({ traceId }) => traceId)).size).toBe(1);
    for (const span of receiver.spans) if (span !== agent) expect(span.parentSpanId).toBe(agent?.spanId);
    expect(agent?.attributes).toMatchObject({
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': 'aisle',
      'aisle.site': 'pk_demo',
      'aisle.run.outcome': 'finished',
      'gen_ai.usage.input_tokens': 240,
      'gen_ai.usage.output_tokens': 60,
    });
    expect(stream.body).toContain(String(run_id));
    const chats = receiver.spans.filter(({ name }) => name.startsWith('chat'));
    expect(chats.map(({ attributes }) => attributes['gen_ai.response.finish_reasons'])).toEqual([['tool_calls'], ['stop']]);
    for (const { kind, attributes } of chats) {
      expect(kind).toBe(3); // client
      expect(attributes).toMatchObject({
        'gen_ai.operation.name': 'chat',
        'gen_ai.request.model': 'scripted',
        'gen_ai.request.max_tokens': 1500,
        'gen_ai.usage.input_tokens': 120,
        'gen_ai.usage.cache_read.input_tokens': 100,
      });
      expect(attributes['gen_ai.response.time_to_first_chunk']).toBeGreaterThanOrEqual(0);
    }
    expect(receiver.spans.find(({ name }) => name === 'execute_tool search_db')?.attributes).toMatchObject({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'search_db',
      'gen_ai.tool.type': 'function',
    });
  });

  it('metrics have the names, units and bounds of the conventions', async () => {
    await ask();
    const of = (metric: string) => receiver.points.filter((point) => point.metric === metric);
    expect(of('gen_ai.client.operation.duration')).toMatchObject([
      { unit: 's', count: 2, attributes: { 'gen_ai.operation.name': 'chat' } },
    ]);
    expect(of('gen_ai.client.operation.duration')[0]?.bounds.slice(0, 3)).toEqual([0.01, 0.02, 0.04]);
    expect(of('gen_ai.client.operation.time_to_first_chunk')).toMatchObject([{ unit: 's', count: 2 }]);
    const tokens = of('gen_ai.client.token.usage');
    expect(tokens.map(({ attributes, sum }) => [attributes['gen_ai.token.type'], sum]).toSorted()).toEqual([
      ['input', 240],
      ['output', 60],
    ]);
    expect(tokens[0]).toMatchObject({ unit: '{token}' });
    expect(of('gen_ai.invoke_agent.duration')).toMatchObject([{ count: 1 }]);
    expect(of('gen_ai.execute_tool.duration')).toMatchObject([{ count: 1, attributes: { 'gen_ai.tool.name': 'search_db' } }]);
  });

  it('no word of a shopper or a model, and no id that opens a conversation, unless messages are asked for', async () => {
    const stream = await ask();
    const sent = receiver.bodies.join('');
    for (const text of [SAID, 'Lumisol', 'Here.', String(stream.headers.get('aisle-conversation'))]) expect(sent).not.toContain(text);
    expect(receiver.resources[0]).toMatchObject({ 'service.name': 'aisle' });
    expect(Object.keys(receiver.resources[0] ?? {}).filter((key) => /^(process|host)\./.test(key))).toEqual([]);
  });

  it('with OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT the spans hold them', async () => {
    await ask({ OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' });
    const [chat] = receiver.spans.filter(({ name }) => name.startsWith('chat'));
    const tool = receiver.spans.find(({ name }) => name.startsWith('execute_tool'));
    expect(chat?.attributes['gen_ai.input.messages']).toContain(SAID);
    expect(tool?.attributes['gen_ai.tool.call.arguments']).toContain('Lumisol');
    expect(tool?.attributes['gen_ai.tool.call.result']).toContain('cam-1');
  });

  it('a tool the model made up has no name of its own, and is an error', async () => {
    await ask({}, [callsTool('buy_everything', {}), says('I cannot.')]);
    const tool = receiver.spans.find(({ name }) => name.startsWith('execute_tool'));
    expect(tool).toMatchObject({ name: 'execute_tool unknown', status: { code: 2 }, attributes: { 'error.type': 'tool_error' } });
    expect(receiver.bodies.join('')).not.toContain('buy_everything');
  });
});

describe('what asks for the SDK', () => {
  it('is an address or an exporter; nothing, none and OTEL_SDK_DISABLED do not', () => {
    expect(telemetryAsked({})).toEqual([]);
    expect(telemetryAsked({ OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: '' })).toEqual([]);
    expect(telemetryAsked({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' })).toEqual([]);
    expect(telemetryAsked({ OTEL_TRACES_EXPORTER: 'console' })).toEqual(['OTEL_TRACES_EXPORTER']);
  });

  it('what has no place to go is not sent to a default address', () => {
    expect(exporterDefaults({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces' })).toMatchObject({
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_LOGS_EXPORTER: 'none',
    });
    expect(exporterDefaults({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' })).not.toHaveProperty('OTEL_METRICS_EXPORTER');
  });

  it('where it is not installed, one line says how to install it, and the BFF runs without', async () => {
    const told = log();
    const missing = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' }));
    expect(await startTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }, told, set, missing)).toBeNull();
    expect(told.lines).toMatchObject([
      [
        { asked: ['OTEL_EXPORTER_OTLP_ENDPOINT'], code: 'ERR_MODULE_NOT_FOUND' },
        expect.stringContaining('npm install @opentelemetry/sdk-node'),
      ],
    ]);
  });
});
