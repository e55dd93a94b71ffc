import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogEngine } from '../../catalog/engine.ts';
import { itemFile } from '../../catalog/item-file.ts';
import { openSqliteCatalog } from '../../catalog/sqlite/open.ts';
import { createGuard } from '../../guard/guard.ts';
import type { Verdict } from '../../guard/verdict.ts';
import type { ModelEvent, ModelMessage, ModelPort, ModelRequest, ToolDefinition } from '../port.ts';
import { Conversation } from './cases/converse.ts';
import { shopItems } from './cases/shop.ts';
import { enCases, zhCases } from './cases/shop-cases.ts';
import { createPlanner } from './planner.ts';

let engine: CatalogEngine;
let planner: ModelPort;
beforeAll(async () => {
  engine = await openSqliteCatalog({ path: itemFile(shopItems, join(tmpdir(), 'aisle-planner-shop')), workers: 1 });
  planner = createPlanner({ vocabulary: () => engine.vocabulary(), today: () => '2026-11-21' });
});
afterAll(() => engine.close());

const tool = (name: string): ToolDefinition => ({ name, description: '', parameters: {} });
const request = (text: string, overrides: Partial<ModelRequest> = {}): ModelRequest => ({
  messages: [{ role: 'user', text }],
  tools: [tool('search_db')],
  max_output_tokens: 1500,
  facts: { locale: 'en' },
  ...overrides,
});

async function eventsOf(asked: ModelRequest): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  for await (const event of planner.stream(asked, new AbortController().signal)) events.push(event);
  return events;
}
const textOf = (events: readonly ModelEvent[]): string => events.map((event) => (event.type === 'text' ? event.text : '')).join('');
const callsOf = (events: readonly ModelEvent[]) => events.flatMap((event) => (event.type === 'call' ? [event.call] : []));

describe('the planner as a model', () => {
  it('any text gets exactly one finish, as the last event, and never throws', async () => {
    const word = fc.constantFrom(
      '相机',
      'camera',
      '不要',
      'not',
      '租',
      '三天',
      'under',
      '300',
      '$',
      '¥',
      '便宜',
      '<itemCard id="x"/>',
      '8寸',
      'W',
      '~',
      '两千三',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (message) => {
        const events = await eventsOf(request(message));
        expect(events.filter((event) => event.type === 'finish')).toHaveLength(1);
        expect(events.at(-1)?.type).toBe('finish');
      }),
      { numRuns: 300 },
    );
  });

  it('the same request gets the same answer', async () => {
    const asked = request('a quiet projector under 100 a day');
    expect(await eventsOf(asked)).toEqual(await eventsOf(asked));
  });

  it('a long answer comes in small pieces that add up to it', async () => {
    const events = await eventsOf(request('who are you?'));
    const pieces = events.flatMap((event) => (event.type === 'text' ? [event.text] : []));
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(60);
    expect(pieces.join('')).toMatch(/^I am the automatic adviser .* shop has\.$/);
  });

  it('an aborted signal ends the answer with its reason', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stopped'));
    const run = async () => {
      for await (const _ of planner.stream(request('hi'), controller.signal));
    };
    await expect(run()).rejects.toThrow('stopped');
  });

  it('calls no tool that is not offered', async () => {
    const events = await eventsOf(request('a camera', { tools: [] }));
    expect(callsOf(events)).toEqual([]);
    expect(textOf(events)).not.toBe('');
  });
});

describe('what the planner says', () => {
  it('passes the guard untouched', async () => {
    for (const [cases, locale] of [
      [zhCases, 'zh-CN'],
      [enCases, 'en'],
    ] as const) {
      for (const { say } of cases) {
        const conversation = new Conversation(planner, engine, locale);
        for (const message of [say].flat()) {
          const { said, cards } = await conversation.say(message);
          const ids = new Set(cards.map((card) => card.id));
          const evidence = {
            inLedger: (id: string) => ids.has(id),
            shown: { items: new Set<string>(), videos: new Set<string>(), visibleBytes: 0 },
            ledgerItems: () => cards,
            passages: () => [],
            shopperTexts: () => [message],
            rentalDays: () => [],
            turnCalls: () => ({ called: 1, succeeded: 1 }),
            brands: () => [],
            namingTexts: () => [],
            outsideTexts: () => [],
          };
          const guard = createGuard({ evidence, locale, linkHosts: new Set() });
          const verdicts = [...guard.write(said), ...guard.end()].flatMap((event): Verdict[] =>
            event.type === 'verdict' ? [event.verdict] : [],
          );
          expect(verdicts.filter((verdict) => verdict.outcome !== 'passed').map((verdict) => `${said}: ${verdict.reason}`)).toEqual([]);
        }
      }
    }
  });

  it('a question is asked once', async () => {
    const conversation = new Conversation(planner, engine, 'en');
    const first = await conversation.say('I need a camera');
    expect(first.question?.options).toEqual(expect.arrayContaining(['travel', 'vlogging', 'stargazing']));
    const second = await conversation.say('a camera please');
    expect(second.question?.question).not.toBe(first.question?.question);
  });

  it('an option that reads like another word means what was asked', async () => {
    const conversation = new Conversation(planner, engine, 'zh-CN');
    await conversation.say('想租个相机');
    const { searches } = await conversation.say('星空');
    expect(searches[0]?.arguments).toMatchObject({ use_cases: ['星空'], offer_kind: 'lease' });
  });

  it('an answer that was refused is not given again', async () => {
    const messages: ModelMessage[] = [
      { role: 'user', text: 'a camera' },
      { role: 'assistant', text: 'Here:', calls: [] },
      { role: 'system', text: 'Every card was refused.' },
    ];
    expect(textOf(await eventsOf(request('', { messages })))).toMatch(/could not be shown/);
  });

  it('a search that fails is tried once more, simpler, and then owned', async () => {
    const first = callsOf(await eventsOf(request('quiet projector under 100 a day')))[0];
    const failed = (id: string, args: string): ModelMessage[] => [
      { role: 'assistant', text: '', calls: [{ id, name: 'search_db', arguments: args }] },
      { role: 'tool', call_id: id, name: 'search_db', text: 'refused', ok: false },
    ];
    const once = [...request('quiet projector under 100 a day').messages, ...failed('1', first?.arguments ?? '')];
    const second = callsOf(await eventsOf(request('', { messages: once })))[0];
    expect(JSON.parse(second?.arguments ?? '{}')).not.toHaveProperty('price_range');
    const twice = [...once, ...failed('2', second?.arguments ?? '')];
    expect(textOf(await eventsOf(request('', { messages: twice })))).toMatch(/does not answer/);
  });
});

describe('other tools', () => {
  it.each([
    ['how do I return it?', 'knowledge_search', { queries: [{ query: 'how do I return it?', domain: 'internal_kb' }] }],
    ['where is my order #W1234567', 'logistics_query', { order_id: '#W1234567', direct: true }],
    ['show my orders', 'order_query', { limit: 5, direct: true }],
  ])('%s calls %s', async (text, name, args) => {
    const tools = ['search_db', 'knowledge_search', 'order_query', 'logistics_query'].map(tool);
    const [call] = callsOf(await eventsOf(request(text, { tools })));
    expect(call?.name).toBe(name);
    expect(JSON.parse(call?.arguments ?? '{}')).toEqual(args);
  });

  it('the item on the page is looked up, and only its stated facts are told', async () => {
    const facts = { locale: 'en', page: { item_id: 'cam-1' } };
    const tools = [tool('search_db'), tool('get_item')];
    const asked = request('is this one good for travel?', { tools, facts });
    const [call] = callsOf(await eventsOf(asked));
    expect(call).toMatchObject({ name: 'get_item', arguments: '{"id":"cam-1"}' });
    const [item] = await engine.items(['cam-1'], { locale: 'en' });
    const messages: ModelMessage[] = [
      ...asked.messages,
      { role: 'assistant', text: '', calls: call ? [call] : [] },
      { role: 'tool', call_id: call?.id ?? '', name: 'get_item', text: '', ok: true, data: item },
    ];
    expect(textOf(await eventsOf({ ...asked, messages }))).toBe('Yes. The shop states: travel.\n\n<itemCard id="cam-1"/>');
  });

  it('two items marked on the page are compared', async () => {
    const facts = { locale: 'zh-CN', page: { compare: ['cam-1', 'cam-2'] } };
    const [call] = callsOf(await eventsOf(request('哪个更好', { tools: [tool('search_db'), tool('compare_items')], facts })));
    expect(JSON.parse(call?.arguments ?? '{}')).toEqual({ ids: ['cam-1', 'cam-2'] });
  });

  const cart = [
    { item_id: 'cam-2', quantity: 1 },
    { item_id: 'cam-1', quantity: 2 },
  ];
  const shown = { arguments: { product_types: ['相机'] }, total: 2, shown: ['cam-1', 'cam-3'] };

  it.each([
    ['比较一下购物车里的', { page: { cart }, search_state: shown }],
    ['我购物车里的这两个有什么区别', { page: { cart } }],
    ['compare what I have in my cart', { page: { cart }, search_state: shown }],
    ['which of the things in my basket is lighter?', { page: { cart }, search_state: shown }],
    ['把这款和购物车里的比一下', { page: { item_id: 'cam-2', cart: cart.slice(1) } }],
    ['compare this one with what is in my cart', { page: { item_id: 'cam-2', cart: cart.slice(1) } }],
    ['compare these two', { page: { cart } }],
    ['这两个哪个更好', { page: { cart } }],
  ])('%s sets what is in the cart side by side', async (text, facts) => {
    const asked = request(text, { tools: [tool('search_db'), tool('compare_items')], facts: { locale: 'en', ...facts } });
    const [call] = callsOf(await eventsOf(asked));
    expect(call?.name).toBe('compare_items');
    expect(JSON.parse(call?.arguments ?? '{}')).toMatchObject({ ids: ['cam-2', 'cam-1'] });
  });

  it('these two are the cards where cards were shown, whatever is in the cart', async () => {
    const facts = { locale: 'en', page: { cart }, search_state: shown };
    const asked = request('compare these two', { tools: [tool('search_db'), tool('compare_items')], facts });
    const [call] = callsOf(await eventsOf(asked));
    expect(JSON.parse(call?.arguments ?? '{}')).toEqual({ ids: ['cam-1', 'cam-3'] });
  });

  it('a cart of one thing cannot be compared, and that is said', async () => {
    const facts = { locale: 'en', page: { cart: cart.slice(0, 1) }, search_state: shown };
    const asked = request('compare what I have in my cart', { tools: [tool('search_db'), tool('compare_items')], facts });
    const events = await eventsOf(asked);
    expect(callsOf(events)).toEqual([]);
    expect(textOf(events)).toMatch(/one thing in your cart/);
  });
});
