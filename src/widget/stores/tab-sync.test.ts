import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ConversationResponse } from '../../protocol/conversation.ts';
import type { Frame } from '../../protocol/frames.ts';
import { setUp } from '../testing/conversation.ts';
import { type FakeRoutes, FakeStream, streamOf } from '../testing/fake-bff.ts';
import { CONVERSATION, closing, opening, text } from '../testing/frames.ts';

const run: Frame[] = [...opening(), ...text('t', 'here'), ...closing()];
const none: ConversationResponse = { id: CONVERSATION, messages: [], notes: [] };
let shops = 0;

/** Tabs of one shop; each has storage of its own, as tabs do. */
function openTabs(...routes: readonly FakeRoutes[]) {
  shops += 1;
  const site = `pk_${shops}`;
  return routes.map((each) => {
    const tab = setUp(each);
    onTestFinished(tab.close);
    return { ...tab, join: () => tab.join(site) };
  });
}
type Tab = ReturnType<typeof openTabs>[number];
const pair = (...routes: readonly [FakeRoutes, FakeRoutes]): readonly [Tab, Tab] => openTabs(...routes) as unknown as readonly [Tab, Tab];

/** Two tabs that show the same finished turn. */
async function inStep(first: FakeRoutes, second: FakeRoutes): Promise<readonly [Tab, Tab]> {
  const [a, b] = pair({ chat: () => streamOf(run), ...first }, { conversation: () => none, stream: () => streamOf(run), ...second });
  a.join();
  b.join();
  a.chat().ask('one');
  await vi.waitFor(() =>
    expect([a.said(), b.said()]).toEqual([
      ['one', 'done'],
      ['one', 'done'],
    ]),
  );
  return [a, b];
}

describe('two tabs', () => {
  it('show a question asked in one, and read the one run', async () => {
    const [a, b] = await inStep({}, { conversation: () => ({ ...none, running: { run_id: 'run-1' } }) });
    const asked = [...a.bff.seen, ...b.bff.seen].filter(({ path }) => path === '/v1/chat');
    expect(asked).toHaveLength(1);
    expect(b.events).toEqual([]);
  });

  it('go on in step: the second question of one is followed by the other without reading all again', async () => {
    const second = [...opening('run-2'), ...text('t', 'more'), ...closing()];
    let turn = 0;
    const [a, b] = await inStep(
      { chat: () => streamOf(++turn === 1 ? run : second) },
      {
        conversation: () => ({ ...none, running: { run_id: 'run-1' } }),
        stream: ({ path }) => streamOf(path.includes('run-2') ? second : run),
      },
    );
    const loads = () => b.bff.seen.filter(({ path }) => path.includes('locale=')).length;
    const before = loads();
    a.chat().ask('two');
    await vi.waitFor(() => expect(b.said()).toEqual(['one', 'done', 'two', 'done']));
    expect(b.answer()?.blocks).toMatchObject([{ text: 'more' }]);
    expect(loads()).toBe(before);
  });

  it('give a tab that opens later the conversation, and its running answer', async () => {
    const held = new FakeStream();
    const [a, b] = pair(
      { chat: () => held.response },
      { conversation: () => ({ ...none, running: { run_id: 'run-1' } }), stream: () => streamOf(run) },
    );
    a.join();
    a.chat().ask('one');
    await held.send(...run.slice(0, 4));
    await a.state('answering');
    b.join();
    await b.state('done');
    expect(b.said()).toEqual(['one', 'done']);
  });

  it('leave together when the shopper begins anew', async () => {
    const [a, b] = await inStep({}, { conversation: () => ({ ...none, running: { run_id: 'run-1' } }) });
    b.chat().startOver();
    await vi.waitFor(() => expect(a.said()).toEqual([]));
    expect(a.keep.read().conversationId).toBeUndefined();
  });

  it('do not follow a tab that holds another conversation', async () => {
    const other = [...opening('run-9', 'conversation-9'), ...text('t', 'else'), ...closing()];
    const [a, b] = pair({ chat: () => streamOf(run) }, { chat: () => streamOf(other) });
    b.chat().ask('mine');
    await b.state('done');
    a.chat().ask('one');
    await a.state('done');
    a.join();
    b.join();
    a.chat().ask('two');
    await a.state('done');
    await new Promise((resolve) => setTimeout(resolve));
    expect(b.said()).toEqual(['mine', 'done']);
  });
});
