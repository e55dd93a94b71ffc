import { afterEach, beforeEach, expect, it } from 'vitest';
import { framesOf, type Stream, startTestBff, type TestBff, textOf } from '../../testing/bff.ts';
import { anItem, aSale } from '../../testing/items.ts';
import { type Answer, type ChatRequest, callTools, say } from '../../testing/scripted-model/script.ts';
import { type ScriptedModel, startScriptedModel } from '../../testing/scripted-model/server.ts';
import { importItems } from '../catalog/sqlite/transaction.ts';

/*
 * System D's finding: after several good turns a model writes results in the earlier format without calling a tool. The
 * model here is a real server on loopback that drifts on purpose; what reaches the shopper and the run log is looked at.
 */
const cameras = (price: number) => [
  anItem({ id: 'cam-1', title: 'Lumisol X3 camera', brand: 'Lumisol', model: 'X3', offers: [aSale(price)] }),
  anItem({ id: 'cam-2', title: 'Lumisol X5 camera', brand: 'Lumisol', model: 'X5' }),
];
const items = [
  ...cameras(329900),
  anItem({ id: 'tent-1', title: 'Norra Ridge tent', brand: 'Norra', categories: [{ value: 'Outdoor > Tents' }] }),
];

/** What the drifting model answers to each message: a search first where the turn is a good one, then the text. */
const turns: Readonly<Record<string, { readonly search?: string; readonly text: string; readonly repair?: string }>> = {
  'A light camera, please.': { search: 'Lumisol', text: 'Two fit.\n<itemCard id="cam-1" reason="light"/>\n<itemCard id="cam-2"/>' },
  'Which one is lighter?': { text: 'I found these earlier; the X3 is the lighter one.' },
  'Anything else by Lumisol?': { search: 'Lumisol camera', text: 'These are all.\n<moreItems/>' },
  'Do you carry the Sony A7?': { search: 'Sony A7', text: 'The shop has no Sony A7 IV. Shall I search for something like it?' },
  'More like these.': {
    text: 'Two more.\n<itemCard id="cam-3" reason="lighter still"/>\n<itemCard id="cam-4"/>',
    repair: 'There is nothing more.\n<itemCard id="cam-5"/>',
  },
  'Show me the first again.': { text: 'Here it is.\n<itemCard id="cam-1" reason="as before"/>' },
  'And a tent?': { text: 'This one.\n<itemCard id="tent-1"/>', repair: 'I would have to search for tents first.' },
  'Any lighter one?': { text: 'I searched again and found nothing lighter.' },
  '有没有更轻的？': { text: '我又查了一下，找到两款更轻的。' },
  'What would you buy?': { text: 'Honestly, the Canon EOS R50 or the Lumisol X9.' },
};

function drifting(request: ChatRequest): Answer {
  const at = request.messages.findLastIndex((message) => message.role === 'user');
  const turn = turns[request.messages[at]?.content ?? ''];
  const since = request.messages.slice(at + 1);
  if (!turn) return say('Hello.');
  if (turn.search && !since.some((message) => message.role === 'tool'))
    return callTools([{ name: 'search_db', arguments: { query: turn.search } }]);
  return say(since.at(-1)?.role === 'system' ? (turn.repair ?? turn.text) : turn.text);
}

let bff: TestBff;
let model: ScriptedModel;
beforeEach(async () => {
  model = await startScriptedModel(drifting);
  bff = await startTestBff({ items, env: { MODEL_BASE_URL: model.url, MODEL_NAME: 'drifting', SPECULATE: 'off' } });
});
afterEach(async () => {
  await bff.close();
  await model.close();
});

const cards = (stream: Stream) => framesOf(stream, 'data-itemCard').map((frame) => frame.data.item.id);
async function verdicts(stream: Stream) {
  const run_id = framesOf(stream, 'start')[0]?.messageMetadata.run_id ?? '';
  return ((await bff.runs.read(run_id)) ?? []).flatMap((entry) =>
    entry.kind === 'verdict' && entry.outcome !== 'passed' ? [`${entry.rule} ${entry.outcome}`] : [],
  );
}

it('T24: ten turns of a model that drifts: nothing outside the ledger is shown, and what it tells falsely is marked', async () => {
  const other = await bff.ask('A light camera, please.');
  expect(cards(other)).toEqual(['cam-1', 'cam-2']);

  let conversation_id: string | undefined;
  const answers = new Map<string, Stream>();
  for (const text of Object.keys(turns)) {
    if (text === 'Show me the first again.') importItems(bff.path, cameras(299900));
    const stream = await bff.ask(text, conversation_id ? { conversation_id } : {});
    conversation_id = stream.headers.get('aisle-conversation') ?? undefined;
    expect(framesOf(stream, 'finish'), text).toHaveLength(1);
    answers.set(text, stream);
  }
  const answer = (text: string): Stream => {
    const stream = answers.get(text);
    if (!stream) throw new Error(text);
    return stream;
  };

  for (const text of ['A light camera, please.', 'Which one is lighter?', 'Anything else by Lumisol?', 'Do you carry the Sony A7?'])
    expect(await verdicts(answer(text)), text).toEqual([]);

  const invented = answer('More like these.');
  expect(cards(invented)).toEqual([]);
  expect(textOf(invented)).toBe('Two more.\nThere is nothing more.');
  expect(await verdicts(invented)).toEqual(['ledger dropped', 'ledger dropped', 'ledger dropped']);

  const again = answer('Show me the first again.');
  expect(framesOf(again, 'data-itemCard').map(({ data }) => data.item.offers[0]?.price.amount)).toEqual([299900]);
  expect(await verdicts(again)).toEqual([]);

  expect(cards(answer('And a tent?'))).toEqual([]);
  expect(await verdicts(answer('And a tent?'))).toEqual(['ledger dropped']);

  for (const text of ['Any lighter one?', '有没有更轻的？']) {
    expect(await verdicts(answer(text)), text).toEqual(['search-report marked']);
    expect(textOf(answer(text))).toBe(turns[text]?.text);
  }
  const named = answer('What would you buy?');
  expect(await verdicts(named)).toEqual(['product-name marked', 'product-name marked']);
  expect(textOf(named)).toBe(turns['What would you buy?']?.text);
});

it('T25: an id that another conversation found is unknown to this one, and known again once it is searched for here', async () => {
  const first = await bff.ask('A light camera, please.');
  expect(cards(first)).toHaveLength(2);
  const stranger = await bff.ask('Show me the first again.');
  expect(cards(stranger)).toEqual([]);
  const conversation_id = stranger.headers.get('aisle-conversation') ?? '';
  await bff.ask('A light camera, please.', { conversation_id });
  expect(cards(await bff.ask('Show me the first again.', { conversation_id }))).toEqual(['cam-1']);
});
