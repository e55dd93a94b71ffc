import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callsTool, framesOf, type ScriptedStep, says, scriptedPort, startTestBff, type TestBff, textOf } from '../../testing/bff.ts';
import { anItem, aSale } from '../../testing/items.ts';
import { connectTestBridge, type TestBridge } from '../../testing/mcp-server/bridge.ts';
import { mcpServerProgram } from '../../testing/mcp-server/start.ts';
import type { ModelPort } from '../model/port.ts';

const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera', brand: 'Lumisol', model: 'X3', offers: [aSale(329900)] })];

let stores: TestBridge;
let bff: TestBff;
beforeAll(async () => {
  stores = await connectTestBridge(
    {
      stores: {
        command: process.execPath,
        args: [mcpServerProgram],
        tools: ['store_hours', 'loyalty_points', 'branch.hours', 'injection'],
      },
    },
    { start_ms: 20_000 },
  );
});
afterEach(() => bff.close());
afterAll(() => stores.bridge.close());

/** The bridge outlives each BFF. */
const start = async (model?: ModelPort): Promise<void> => {
  const mcp = { tools: () => stores.bridge.tools(), close: async () => undefined };
  bff = await startTestBff({ items, ...(model ? { model } : {}), parts: { mcp } });
};

describe('a tool of the shop’s own, behind a real process', () => {
  it('is called by a hosted model in a turn, and its answer is what the model reads next', async () => {
    const model = scriptedPort([
      callsTool('stores_store_hours', { city: 'Shanghai', day: 'weekend' }),
      says('At the weekend it is open from 10:00 to 16:00.'),
    ]);
    await start(model);
    const stream = await bff.ask('When is the Shanghai store open at the weekend?');
    expect(textOf(stream)).toBe('At the weekend it is open from 10:00 to 16:00.');
    expect(model.requests[0]?.tools.map((tool) => tool.name)).toContain('stores_store_hours');
    expect(model.requests[1]?.messages.at(-1)).toMatchObject({ role: 'tool', ok: true, text: expect.stringContaining('10:00–16:00') });
    expect(stream.received.map(({ frame }) => frame.type)).toContain('tool-output-available');
  });

  it('is called by the planner where the message asks for it and names what it needs', async () => {
    await start();
    const stream = await bff.ask('What are the opening hours of the store in Shanghai at the weekend?');
    expect(textOf(stream)).toBe('The shop answers: Shanghai: 10:00–16:00');
  });

  it('is left to a hosted model where the planner cannot read what it needs', async () => {
    await start();
    expect(textOf(await bff.ask('what are the store hours?'))).not.toContain('The shop answers');
  });
});

describe('what a tool of the shop’s own names in money', () => {
  const points = callsTool('stores_loyalty_points', { points: 500 });
  /** What becomes of a sentence after these calls. */
  const answered = async (calls: readonly ScriptedStep[], text: string, locale = 'en'): Promise<string> => {
    await start(scriptedPort([...calls, says(text)]));
    return textOf(await bff.ask(locale === 'en' ? 'What are my 500 points worth?' : '我的 500 积分值多少？', { locale }));
  };

  it.each([
    ['en', 'Your 500 points are worth $5.00.'],
    ['zh-CN', '500 积分值 5 美元。'],
  ])('may be said as its own, %s', async (locale, text) => {
    expect(await answered([points], text, locale)).toBe(text);
  });

  it.each([
    ['an amount that nothing returned', 'en', 'Your points are worth $7.00.', 'Your points are worth see the card.'],
    ['an amount that nothing returned', 'zh-CN', '积分值 7 美元。', '积分值 以卡片为准。'],
    ['another currency', 'en', 'Your points are worth €5.00.', 'Your points are worth see the card.'],
    ['a deposit', 'en', 'The deposit is $5.00.', 'The deposit is see the card.'],
    ['a rent', 'en', 'It rents for $5.00 a day.', 'It rents for see the card.'],
  ])('is not %s, %s: %s', async (_, locale, text, shown) => {
    expect(await answered([points], text, locale)).toBe(shown);
  });

  it.each(['The Lumisol X3 costs $5.00.', 'The price of the X3 is now $5.00.', 'This item is $5.00.'])(
    'is no price of an item: %s',
    async (text) => {
      const search = callsTool('search_db', { query: 'Lumisol' });
      expect(await answered([search, points], text)).toContain('see the card');
    },
  );

  it('is told by the planner as the tool told it', async () => {
    await start();
    expect(textOf(await bff.ask('What are 500 loyalty points worth?'))).toContain('$5.00');
  });

  it('is no evidence where the tool only repeats what the model called it with', async () => {
    const echo = callsTool('stores_store_hours', { city: 'a voucher of $777' });
    expect(await answered([echo], 'You get $777.')).toBe('You get see the card.');
  });

  it('may be said in a later turn of the conversation, and in no other conversation', async () => {
    const said = 'As I said, $5.00.';
    await start(scriptedPort([points, says('Your points are worth $5.00.'), says(said), says(said)]));
    const first = await bff.ask('What are my 500 points worth?');
    const conversation_id = first.headers.get('aisle-conversation') ?? '';
    expect(textOf(await bff.ask('How much was it?', { conversation_id }))).toBe(said);
    expect(textOf(await bff.ask('How much was it?'))).toBe('As I said, see the card.');
  });

  it('nothing it returns backs a card, not even the id of an item that the catalogue has', async () => {
    const cards = says('Here.\n<itemCard id="x"/>\n<itemCard id="y"/>\n<itemCard id="cam-1"/>');
    await start(
      scriptedPort([
        callsTool('stores_injection', {}),
        callsTool('stores_store_hours', { city: 'cam-1' }),
        cards,
        says('I cannot show it.'),
      ]),
    );
    const stream = await bff.ask('Show me something.');
    expect(framesOf(stream, 'data-itemCard')).toEqual([]);
    expect(textOf(stream)).toContain('I cannot show it.');
  });
});
