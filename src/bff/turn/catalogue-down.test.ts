import { afterEach, describe, expect, it } from 'vitest';
import { callsTool, framesOf, type ScriptedStep, says, scriptedPort, startTestBff, type TestBff, textOf } from '../../testing/bff.ts';
import { anItem } from '../../testing/items.ts';
import { type CatalogEngine, CatalogTimeout, CatalogUnavailable } from '../catalog/engine.ts';

const items = Array.from({ length: 6 }, (_, n) => anItem({ id: `cam-${n}`, title: `Lumisol X${n} camera` }));
const search = callsTool('search_db', { query: 'Lumisol', limit: 2 });

let bff: TestBff;
afterEach(() => bff.close());

/** A BFF whose catalogue answers, and from a word of the test on does not. */
async function start(steps: readonly ScriptedStep[], error: () => Error, broken: readonly (keyof CatalogEngine)[]) {
  let down = false;
  const model = scriptedPort(steps);
  bff = await startTestBff({
    items,
    model,
    through: (catalog) => ({
      ...catalog,
      ...Object.fromEntries(
        broken.map((name) => [
          name,
          (...args: never[]) => (down ? Promise.reject(error()) : (catalog[name] as (...args: never[]) => Promise<unknown>)(...args)),
        ]),
      ),
    }),
  });
  return {
    model,
    fail: () => {
      down = true;
    },
  };
}
const saysThen = (fail: () => void, text: string): ScriptedStep =>
  async function* () {
    fail();
    yield* says('Look at this one.\n', text, '\nIt is light.');
  };

const errors = { gone: () => new CatalogUnavailable('gone'), slow: () => new CatalogTimeout('slow') };

describe.each(Object.entries(errors))('a catalogue that is %s after the search', (_, error) => {
  it.each(['<itemCard id="cam-0"/>', '<moreItems/>', '<compareTable ids="cam-0,cam-1"/>', '<bundleCard title="Kit" ids="cam-0,cam-1"/>'])(
    'costs the answer the card %s, and not a word',
    async (card) => {
      let fail = (): void => undefined;
      const stage = await start([search, saysThen(() => fail(), card)], error, ['items', 'search', 'revision']);
      fail = stage.fail;
      const stream = await bff.ask('a camera');
      expect(textOf(stream).replaceAll('\n', ' ')).toMatch(/^Look at this one\. +It is light\.$/);
      expect(stream.received.filter(({ frame }) => /itemCard|moreItems|compareTable|bundleCard/.test(frame.type))).toEqual([]);
      expect(framesOf(stream, 'finish').map(({ finishReason }) => finishReason)).toEqual(['stop']);
      expect(framesOf(stream, 'error')).toEqual([]);
    },
  );
});

it('a conversation goes on without a catalogue: its earlier items cannot be shown, text can', async () => {
  const { fail } = await start([search, says('<itemCard id="cam-0"/>'), says('It weighs little. <itemCard id="cam-1"/>')], errors.gone, [
    'items',
    'search',
    'revision',
    'vocabulary',
  ]);
  const conversation_id = (await bff.ask('a camera')).headers.get('aisle-conversation');
  fail();
  const stream = await bff.ask('is it light?', { conversation_id });
  expect(framesOf(stream, 'error')).toEqual([]);
  expect(textOf(stream)).toContain('It weighs little.');
  expect(framesOf(stream, 'data-itemCard')).toEqual([]);
});
