import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestBff, type TestBff } from '../../../testing/bff.ts';
import { anItem } from '../../../testing/items.ts';
import { type ChatRequest, callTools, say } from '../../../testing/scripted-model/script.ts';
import { type RecordedRequest, type ScriptedModel, startScriptedModel } from '../../../testing/scripted-model/server.ts';
import type { Tool } from '../../tools/tool.ts';

/*
 * A provider reads a prompt from its cache as far as its bytes are those of the last call. Compared here are the bytes on
 * the wire: the system message, which comes first, and the tools.
 */
const items = [
  anItem({ id: 'cam-1', title: 'Lumisol X3 camera', brand: 'Lumisol' }),
  anItem({ id: 'tent-1', title: 'Norra Ridge tent', brand: 'Norra', categories: [{ value: 'Outdoor > Tents' }] }),
];

/** Searches once a turn with arguments that teach something, then says a word. */
function searching(request: ChatRequest) {
  if (request.messages.at(-1)?.role === 'tool') return say('<itemCard id="cam-1"/>');
  const query = request.messages.findLast((message) => message.role === 'user')?.content ?? '';
  return callTools([{ name: 'search_db', arguments: { query: query.slice(0, 40), price_range: { max: String(query.length * 100) } } }]);
}

/** The bytes that a cache is keyed by: system message and tools, cut out of the body as it was sent. */
function prefixOf({ body }: RecordedRequest): string {
  const text = body.toString();
  const second = text.indexOf('},{"role":');
  const tools = text.indexOf('"tools":[');
  const end = /\],"(?:max_tokens|tool_choice)"/.exec(text.slice(tools));
  expect(text.startsWith('{"model":"m","messages":[{"role":"system"')).toBe(true);
  expect(second).toBeGreaterThan(0);
  expect(tools).toBeGreaterThan(second);
  return `${text.slice(0, second)}\n${text.slice(tools, tools + (end?.index ?? Number.NaN))}`;
}

let model: ScriptedModel;
let bff: TestBff;
let extra: Tool[];
/** The shop's search answers with an error while this is set. */
const fault = { on: false };
const hours = (): Tool => ({
  name: 'hours',
  schema: v.strictObject({}),
  definition: async () => ({ name: 'hours', description: 'Opening hours of the shop.', parameters: { type: 'object', properties: {} } }),
  status: async () => '',
  execute: async () => ({ ok: true, text: '{}', summary: '' }),
});

beforeEach(async () => {
  model = await startScriptedModel(searching);
  extra = [];
  fault.on = false;
  bff = await startTestBff({
    items,
    env: { MODEL_BASE_URL: model.url, MODEL_NAME: 'm', SPECULATE: 'off', MAX_TOOL_CALLS: '2' },
    parts: { mcp: { tools: () => extra, close: async () => undefined } },
    through: (catalog) => ({
      ...catalog,
      search: (search, context) => (fault.on ? Promise.reject(new Error('down')) : catalog.search(search, context)),
    }),
  });
});
afterEach(async () => {
  await bff.close();
  await model.close();
});

const distinct = () => new Set(model.requests.map(prefixOf));

describe.each([
  ['en', ['A camera', 'A lighter camera, please', '有没有更轻的相机', 'And for seven days?']],
  ['zh-CN', ['想要一台相机', '轻一点的', 'something lighter than that please', '租七天呢']],
] as const)('the bytes of instructions and tools, %s', (locale, messages) => {
  it('are the same in every call of a conversation and for every other shopper', async () => {
    let conversation_id: string | undefined;
    const pages = [
      {},
      { item_id: 'cam-1' },
      { url: 'https://shop.example/tents', cart: [{ item_id: 'tent-1', quantity: 1 }] },
      { compare: ['cam-1'] },
    ];
    for (const [at, text] of messages.entries()) {
      fault.on = at === 2;
      const stream = await bff.ask(text, { locale, page: pages[at], ...(conversation_id ? { conversation_id } : {}) });
      conversation_id = stream.headers.get('aisle-conversation') ?? undefined;
      const { notes } = (await (await bff.get(`/v1/conversations/${conversation_id}`)).json()) as { notes: { key: string }[] };
      const [note] = notes;
      if (note && at === 1) await bff.post(`/v1/conversations/${conversation_id}/notes/${note.key}`, {}, { method: 'DELETE' });
    }
    fault.on = false;
    await bff.ask(messages[0], { locale });
    expect(model.requests.length).toBeGreaterThanOrEqual(10);
    expect(distinct().size).toBe(1);
    // What changes from turn to turn stands behind the conversation.
    for (const { json } of model.requests) {
      const system = json.messages.flatMap((message, at) => (message.role === 'system' ? [at] : []));
      expect(system[1]).toBeGreaterThan(0);
      expect(json.messages[(system[1] ?? 0) + 1]?.role).toBe('user');
    }
  });

  it('are the same after a restart over the same catalogue, key order included', async () => {
    await bff.ask(messages[0], { locale });
    const again = await startTestBff({ items, env: { MODEL_BASE_URL: model.url, MODEL_NAME: 'm', SPECULATE: 'off' } });
    await again.ask(messages[0], { locale });
    await again.close();
    expect(distinct().size).toBe(1);
  });

  it('change when the connected tools do, and change back with them', async () => {
    await bff.ask(messages[0], { locale });
    const [before] = distinct();
    extra = [hours()];
    await bff.ask(messages[0], { locale });
    expect(distinct().size).toBe(2);
    extra = [];
    const count = model.requests.length;
    await bff.ask(messages[0], { locale });
    for (const request of model.requests.slice(count)) expect(prefixOf(request)).toBe(before);
  });
});

it('stay when the calls of a turn are used up: the tools are closed, not taken away', async () => {
  await model.close();
  let n = 0;
  model = await startScriptedModel(({ tool_choice }) => {
    n += 1;
    return tool_choice === 'none' ? say('Enough.') : callTools([{ name: 'search_db', arguments: { query: `camera ${n}` } }]);
  });
  await bff.close();
  bff = await startTestBff({ items, env: { MODEL_BASE_URL: model.url, MODEL_NAME: 'm', SPECULATE: 'off', MAX_TOOL_CALLS: '2' } });
  await bff.ask('Lumisol');
  expect(model.requests.map(({ json }) => json.tool_choice)).toEqual([undefined, undefined, 'none']);
  expect(distinct().size).toBe(1);
});
