import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callsTool, says, scriptedPort, startTestBff, type TestBff, textOf } from '../../testing/bff.ts';
import { anItem, aSale } from '../../testing/items.ts';
import { connectTestBridge, type TestBridge } from '../../testing/mcp-server/bridge.ts';
import { mcpServerProgram } from '../../testing/mcp-server/start.ts';
import type { ModelPort } from '../model/port.ts';

const items = [anItem({ id: 'cam-1', title: 'Lumisol X3 camera', offers: [aSale(329900)] })];

let stores: TestBridge;
let bff: TestBff;
beforeAll(async () => {
  stores = await connectTestBridge(
    { stores: { command: process.execPath, args: [mcpServerProgram], tools: ['store_hours', 'loyalty_points', 'branch.hours'] } },
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
