import { describe, expect, it, vi } from 'vitest';
import type { Frame } from '../../protocol/frames.ts';
import { memoryStorage, setUp } from '../testing/conversation.ts';
import { FakeStream, refusal, streamOf } from '../testing/fake-bff.ts';
import { closing, opening, text } from '../testing/frames.ts';
import { createKeep } from './keep.ts';

const run: Frame[] = [...opening(), ...text('t', 'here'), ...closing()];

describe('asking', () => {
  it('sends the question under a fresh id and folds the answer', async () => {
    const { chat, bff, state, answer } = setUp({ chat: () => streamOf(run) });
    chat().ask('  a camera  ');
    await state('done');
    expect(JSON.parse(bff.seen[0]?.body ?? '')).toMatchObject({ message: { text: 'a camera' }, locale: 'en' });
    expect(bff.seen[0]?.headers.get('aisle-site')).toBe('pk');
    expect(answer()?.blocks).toMatchObject([{ text: 'here' }]);
  });

  it('names the conversation from the second question on', async () => {
    const { chat, bff, state } = setUp({ chat: () => streamOf(run) });
    chat().ask('one');
    await state('done');
    chat().ask('two');
    await state('done');
    expect(JSON.parse(bff.seen[1]?.body ?? '').conversation_id).toBe('conversation-1');
  });

  it('says that models may be trained with the question only where the shopper allowed it', async () => {
    for (const allowed of [true, false]) {
      const { chat, bff, state } = setUp({ chat: () => streamOf(run) }, memoryStorage(), allowed);
      chat().ask('one');
      await state('done');
      expect(JSON.parse(bff.seen[0]?.body ?? '').consent).toEqual(allowed ? { training: true } : undefined);
    }
  });

  it('does not send white space', () => {
    const { chat, bff } = setUp({});
    chat().ask(' \n ');
    expect(bff.seen).toEqual([]);
  });

  it('stops the running answer when the shopper goes on, and drops its late frames', async () => {
    const held = new FakeStream();
    const answers = [held.response, streamOf([...opening('run-2'), ...text('t', 'second'), ...closing()])];
    const { chat, bff, state, answer } = setUp({ chat: () => answers.shift() ?? refusal(500, 'internal') });
    chat().ask('one');
    await held.send(...run.slice(0, 3));
    await state('answering');
    chat().ask('two');
    await held.send(...run.slice(3)).catch(() => undefined);
    await state('done');
    expect(answer()?.blocks).toMatchObject([{ text: 'second' }]);
    expect(bff.seen.map(({ path }) => path)).toContain('/v1/conversations/conversation-1/stop');
    expect(chat().conversation.messages.map((message) => (message.role === 'adviser' ? message.state : message.text))).toEqual([
      'one',
      'stopped',
      'two',
      'done',
    ]);
  });
});

describe('faults', () => {
  it('keeps the question and sends the same bytes when retried', async () => {
    let tries = 0;
    const { chat, bff, state } = setUp({ chat: () => (++tries === 1 ? refusal(429, 'rate_limited') : streamOf(run)) });
    chat().ask('one');
    await state('failed');
    chat().retry();
    await state('done');
    expect(bff.seen[1]?.body).toBe(bff.seen[0]?.body);
    expect(chat().conversation.messages).toHaveLength(2);
  });

  it('asks under a new id when a run failed by itself', async () => {
    const failed: Frame[] = [
      ...opening(),
      { type: 'error', errorText: '', code: 'busy', retryable: true },
      { type: 'finish', finishReason: 'error' },
    ];
    const answers = [streamOf(failed), streamOf(run)];
    const { chat, bff, state } = setUp({ chat: () => answers.shift() ?? refusal(500, 'internal') });
    chat().ask('one');
    await state('failed');
    chat().retry();
    await state('done');
    expect(JSON.parse(bff.seen[1]?.body ?? '').message.id).not.toBe(JSON.parse(bff.seen[0]?.body ?? '').message.id);
    expect(chat().conversation.messages).toHaveLength(2);
  });

  it('keeps what came when the run can no longer be reached', async () => {
    const { chat, state, answer } = setUp({
      chat: () => streamOf(run.slice(0, 4), { end: false }),
      stream: () => refusal(404, 'not_found'),
    });
    chat().ask('one');
    await state('interrupted');
    expect(answer()?.blocks).toMatchObject([{ text: 'here' }]);
    expect(answer()?.fault?.retryable).toBe(true);
  });

  it('opens a new conversation when the old one has expired, without losing what is shown', async () => {
    let tries = 0;
    const { chat, bff, state } = setUp({ chat: () => (++tries === 2 ? refusal(404, 'not_found') : streamOf(run)) });
    chat().ask('one');
    await state('done');
    chat().ask('two');
    await vi.waitFor(() => expect(bff.seen).toHaveLength(3));
    await state('done');
    const [refused, again] = bff.seen.slice(1).map(({ body }) => JSON.parse(body));
    expect(again.conversation_id).toBeUndefined();
    expect(again.message.text).toBe('two');
    expect(again.message.id).not.toBe(refused.message.id);
    expect(chat().conversation.messages).toHaveLength(4);
  });

  it('asks the host for a token when the old one is refused', async () => {
    const { chat, state, events } = setUp({ chat: () => refusal(401, 'unauthorized') });
    chat().ask('one');
    await state('failed');
    expect(events).toEqual(['asked one', 'identify', 'unauthorized']);
  });

  it('reports an unknown part once and marks its place once', async () => {
    const strange = { type: 'data-hologram', data: {} } as never;
    const { chat, state, answer, events } = setUp({ chat: () => streamOf([...run.slice(0, 4), strange, strange, ...closing()]) });
    chat().ask('one');
    await state('done');
    expect(answer()?.blocks.filter((block) => block.kind === 'unread')).toHaveLength(1);
    expect(events).toEqual(['asked one', 'frame_unknown_type']);
  });
});

describe('a page load in the middle of an answer', () => {
  const question = { id: 'q', role: 'user' as const, parts: [{ type: 'text' as const, text: 'one' }], metadata: { at: '' } };

  it('loads the conversation and follows the running answer from its start', async () => {
    const storage = memoryStorage();
    const first = setUp({ chat: () => streamOf(run.slice(0, 4), { end: false }), stream: () => new Promise(() => undefined) }, storage);
    first.chat().ask('one');
    await first.state('answering');
    first.chat().dispose();

    const second = setUp(
      {
        conversation: () => ({ id: 'conversation-1', messages: [question], notes: [], running: { run_id: 'run-1' } }),
        stream: () => streamOf(run),
      },
      storage,
    );
    await second.chat().restore();
    await second.state('done');
    expect(second.answer()?.blocks).toMatchObject([{ text: 'here' }]);
    expect(second.bff.seen[1]?.path).toBe('/v1/conversations/conversation-1/stream?run=run-1');
    expect(second.keep.read().turn).toBeUndefined();
  });

  it('sends the stored bytes again when the server had not answered yet', async () => {
    const storage = memoryStorage();
    const first = setUp({ chat: () => new Promise(() => undefined) }, storage);
    first.chat().ask('one');
    first.chat().dispose();
    const second = setUp({ chat: () => streamOf(run) }, storage);
    await second.chat().restore();
    await second.state('done');
    expect(second.bff.seen[0]?.body).toBe(first.bff.seen[0]?.body);
  });

  it('asks anew when the conversation has expired under the question', async () => {
    const storage = memoryStorage();
    const first = setUp({ chat: () => streamOf(run) }, storage);
    first.chat().ask('one');
    await first.state('done');
    first.chat().ask('two');
    first.chat().dispose();
    let tries = 0;
    const second = setUp(
      { conversation: () => refusal(404, 'not_found'), chat: () => (++tries === 1 ? refusal(404, 'not_found') : streamOf(run)) },
      storage,
    );
    await second.chat().restore();
    await second.state('done');
    expect(second.chat().conversation.messages.map((message) => (message.role === 'shopper' ? message.text : message.state))).toEqual([
      'two',
      'done',
    ]);
  });

  it('shows the question of a running answer once, though the server does not keep it yet', async () => {
    const resync = 'data: {"type":"data-resync","data":{"v":1}}\n\ndata: [DONE]\n\n';
    const streams = [new Response(resync), streamOf(run)];
    const { chat, state } = setUp({
      chat: () => streamOf(run.slice(0, 4), { end: false }),
      stream: () => streams.shift() ?? refusal(404, 'not_found'),
      conversation: () => ({ id: 'conversation-1', messages: [], notes: [], running: { run_id: 'run-1' } }),
    });
    chat().ask('one');
    await state('done');
    expect(chat().conversation.messages.map((message) => message.role)).toEqual(['shopper', 'adviser']);
  });

  it('keeps what is shown when the server has lost the turn', async () => {
    const { chat, state, answer } = setUp({
      chat: () => streamOf(run.slice(0, 4), { end: false }),
      stream: () => new Response(null, { status: 204 }),
      conversation: () => ({ id: 'conversation-1', messages: [], notes: [] }),
    });
    chat().ask('one');
    await state('interrupted');
    expect(answer()?.blocks).toMatchObject([{ text: 'here' }]);
  });

  it('forgets a conversation the server no longer has', async () => {
    const storage = memoryStorage();
    const first = setUp({ chat: () => streamOf(run) }, storage);
    first.chat().ask('one');
    await first.state('done');
    const second = setUp({ conversation: () => refusal(404, 'not_found') }, storage);
    await second.chat().restore();
    expect(second.keep.read().conversationId).toBeUndefined();
  });
});

describe('what is kept', () => {
  it('stores nothing before the first action', () => {
    const { keep, storage } = setUp({});
    keep.write({ open: true });
    expect(storage.getItem('aisle:pk')).toBeNull();
    keep.allow();
    expect(storage.getItem('aisle:pk')).toContain('"open":true');
  });

  it('erases what is there when consent is refused', () => {
    const { keep, storage } = setUp({});
    keep.allow();
    keep.consent(false);
    expect(storage.getItem('aisle:pk')).toBeNull();
    keep.write({ draft: 'x' });
    expect(storage.getItem('aisle:pk')).toBeNull();
  });

  it('works from memory where storage is blocked or holds nonsense', () => {
    const blocked = createKeep('pk', () => {
      throw new DOMException('blocked', 'SecurityError');
    });
    blocked.allow();
    blocked.write({ draft: 'x' });
    expect(blocked.read().draft).toBe('x');
    const storage = memoryStorage();
    for (const nonsense of ['{', '[]', '{"v":9}', '{"v":1,"draft":5,"turn":"x"}']) {
      storage.setItem('aisle:pk', nonsense);
      expect(createKeep('pk', () => storage).read().draft).toBe('');
    }
  });
});
