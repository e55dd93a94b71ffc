import { describe, expect, it, vi } from 'vitest';
import type { Frame } from '../../protocol/frames.ts';
import { memoryStorage, setUp } from '../testing/conversation.ts';
import { FakeStream, refusal, streamOf } from '../testing/fake-bff.ts';
import { CONVERSATION, closing, opening, text } from '../testing/frames.ts';

const run: Frame[] = [...opening(), ...text('t', 'light, ', 'small'), ...closing()];
const stored = (id: string, words: string) => ({
  id,
  role: 'user' as const,
  parts: [{ type: 'text' as const, text: words }],
  metadata: { at: '' },
});
const conversation = (...words: readonly string[]) => ({
  id: CONVERSATION,
  notes: [],
  messages: words.flatMap((each, n) => [stored(`q${n}`, each), { ...stored(`a${n}`, 'kept'), role: 'assistant' as const }]),
});
/** Where in its run a reader asked to go on. */
const after = (path: string | undefined): string | null => new URL(path ?? '', 'https://x').searchParams.get('after');

describe('a page that rests in the back-forward cache', () => {
  it('closes its connection and takes the run up where it was', async () => {
    const held = new FakeStream();
    const { chat, bff, state, answer } = setUp({ chat: () => held.response, stream: () => streamOf(run.slice(4), { from: 5 }) });
    chat().ask('one');
    await held.send(...run.slice(0, 4));
    await state('answering');
    chat().rest();
    await held.send(...run.slice(4)).catch(() => undefined);
    expect(answer()).toMatchObject({ state: 'answering', blocks: [{ text: 'light, ' }] });
    chat().wake();
    await state('done');
    expect(answer()?.blocks).toMatchObject([{ text: 'light, small' }]);
    expect(after(bff.seen.at(-1)?.path)).toBe('4');
  });

  it('sends the very same question again where no answer had begun', async () => {
    let tries = 0;
    const { chat, bff, state } = setUp({ chat: () => (++tries === 1 ? new Promise(() => undefined) : streamOf(run)) });
    chat().ask('one');
    chat().rest();
    chat().wake();
    await state('done');
    expect(bff.seen[1]?.body).toBe(bff.seen[0]?.body);
  });

  it('reads the conversation anew when a later page of the tab went on with it', async () => {
    const storage = memoryStorage();
    const first = setUp({ chat: () => streamOf(run), conversation: () => conversation('one', 'two') }, storage);
    first.chat().ask('one');
    await first.state('done');
    first.chat().rest();
    const later = setUp({ chat: () => streamOf(run), conversation: () => conversation('one') }, storage);
    await later.chat().restore();
    later.chat().ask('two');
    await later.state('done');
    first.chat().wake();
    await vi.waitFor(() => expect(first.said()).toEqual(['one', 'done', 'two', 'done']));
  });

  it('forgets a conversation that a later page left', async () => {
    const storage = memoryStorage();
    const first = setUp({ chat: () => streamOf(run) }, storage);
    first.chat().ask('one');
    await first.state('done');
    first.chat().rest();
    setUp({}, storage).chat().startOver();
    first.keep.reload();
    first.chat().wake();
    expect(first.said()).toEqual([]);
  });
});

describe('a run that was given up', () => {
  it('is followed on from where it was lost, not asked again', async () => {
    let reachable = false;
    const { chat, bff, state, answer } = setUp({
      chat: () => streamOf(run.slice(0, 4), { end: false }),
      stream: () => (reachable ? streamOf(run.slice(4), { from: 5 }) : refusal(503, 'unavailable')),
    });
    chat().ask('one');
    await state('interrupted');
    reachable = true;
    chat().retry();
    await state('done');
    expect(answer()?.blocks).toMatchObject([{ text: 'light, small' }]);
    expect(answer()?.fault).toBeUndefined();
    expect(bff.seen.filter(({ path }) => path === '/v1/chat')).toHaveLength(1);
  });
});

describe('a conversation that cannot be read after a page load', () => {
  async function unreadable(storage = memoryStorage()) {
    const first = setUp({ chat: () => streamOf(run) }, storage);
    first.chat().ask('one');
    await first.state('done');
    let down = true;
    const second = setUp(
      { conversation: () => (down ? refusal(503, 'unavailable') : conversation('one')), chat: () => streamOf(run) },
      storage,
    );
    await second.chat().restore();
    const up = (): void => {
      down = false;
    };
    return { ...second, up };
  }

  it('is said to be missing, and read again on request', async () => {
    const { chat, said, up } = await unreadable();
    expect(chat().conversation.earlier).toBe('failed');
    up();
    await chat().restore();
    expect(chat().conversation.earlier).toBeUndefined();
    expect(said()).toEqual(['one', 'done']);
  });

  it('goes on all the same, and comes in front of what was said since', async () => {
    const { chat, bff, state, said, up } = await unreadable();
    chat().ask('two');
    await state('done');
    expect(JSON.parse(bff.seen.at(-1)?.body ?? '').conversation_id).toBe(CONVERSATION);
    up();
    await chat().restore();
    expect(said()).toEqual(['one', 'done', 'two', 'done']);
  });

  it('is continued by a question that came before it was read', async () => {
    const storage = memoryStorage();
    const first = setUp({ chat: () => streamOf(run) }, storage);
    first.chat().ask('one');
    await first.state('done');
    const second = setUp({ chat: () => streamOf(run), conversation: () => conversation('one') }, storage);
    second.chat().ask('two');
    await second.chat().restore();
    await second.state('done');
    expect(second.said()).toEqual(['one', 'done', 'two', 'done']);
  });
});

describe('what the server refuses', () => {
  it('for want of a token goes out by itself once the shop has named the shopper', async () => {
    let tries = 0;
    const { chat, bff, state } = setUp({ chat: () => (++tries === 1 ? refusal(401, 'unauthorized') : streamOf(run)) });
    chat().ask('one');
    await state('failed');
    chat().identified();
    await state('done');
    expect(bff.seen[1]?.body).toBe(bff.seen[0]?.body);
    chat().identified();
    expect(bff.seen).toHaveLength(2);
  });

  it('for good goes back to where it was typed', async () => {
    const { chat, state, events } = setUp({ chat: () => refusal(413, 'too_large') });
    chat().ask('a very long text');
    await state('failed');
    expect(events).toContain('returned a very long text');
  });
});

describe('deleting', () => {
  it('forgets everything here once the server has forgotten it', async () => {
    const { chat, bff, state, said, storage } = setUp({ chat: () => streamOf(run) });
    chat().ask('one');
    await state('done');
    expect(storage.getItem('aisle:pk')).toContain(CONVERSATION);
    await chat().erase();
    expect(bff.seen.at(-1)).toMatchObject({ method: 'DELETE', path: `/v1/conversations/${CONVERSATION}` });
    expect(said()).toEqual([]);
    expect(storage.getItem('aisle:pk')).toBeNull();
  });

  it('forgets nothing while the server has not, and counts what is gone already as deleted', async () => {
    const answers = [refusal(503, 'unavailable'), refusal(404, 'not_found')];
    const { chat, state, said } = setUp({ chat: () => streamOf(run), erase: () => answers.shift() ?? refusal(500, 'internal') });
    chat().ask('one');
    await state('done');
    await expect(chat().erase()).rejects.toMatchObject({ code: 'unavailable' });
    expect(said()).toEqual(['one', 'done']);
    await chat().erase();
    expect(said()).toEqual([]);
  });
});
