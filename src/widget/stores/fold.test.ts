import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../protocol/frames.ts';
import { anItem } from '../../testing/items.ts';
import { closing, itemCard, opening, status, text } from '../testing/frames.ts';
import { foldFrame } from './fold-frame.ts';
import type { Answer } from './model.ts';
import { emptyConversation, lastAnswer } from './model.ts';
import { type ConversationEvent, reduce } from './reduce.ts';

const waiting: Answer = { role: 'adviser', id: 'a', state: 'waiting', step: 0, blocks: [] };
const fold = (frames: readonly Frame[], from = waiting): Answer => frames.reduce(foldFrame, from);
const words = (answer: Answer): string[] => answer.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));

describe('folding a run', () => {
  it('joins the pieces of a text block and closes it', () => {
    const answer = fold([...opening(), ...text('t', 'a ', 'light ', 'camera')]);
    expect(answer.blocks).toEqual([{ kind: 'text', key: 'text:t', step: 1, text: 'a light camera', open: false }]);
  });

  it('keeps two text blocks apart when their pieces alternate', () => {
    const answer = fold([
      ...opening(),
      { type: 'text-start', id: '1' },
      { type: 'text-start', id: '2' },
      { type: 'text-delta', id: '1', delta: 'one' },
      { type: 'text-delta', id: '2', delta: 'two' },
    ]);
    expect(words(answer)).toEqual(['one', 'two']);
  });

  it('ignores a piece of a text that never began', () => {
    expect(fold([...opening(), { type: 'text-delta', id: 'ghost', delta: 'x' }]).blocks).toEqual([]);
  });

  it('replaces a part of the same type and id in the same step, in its place', () => {
    const answer = fold([
      ...opening(),
      itemCard(anItem({ title: 'Old' }), undefined, '1'),
      ...text('t', 'after'),
      itemCard(anItem({ title: 'New' }), undefined, '1'),
    ]);
    expect(
      answer.blocks.map((block) =>
        block.kind === 'part' && block.part.type === 'data-itemCard' ? block.part.data.item.title : block.kind,
      ),
    ).toEqual(['New', 'text']);
  });

  it('keeps a part whose id another step used', () => {
    const card = itemCard(anItem(), undefined, '1');
    expect(fold([...opening(), card, { type: 'finish-step' }, { type: 'start-step' }, card]).blocks).toHaveLength(2);
  });

  it('drops what the step added when the step is done again, and nothing older', () => {
    const answer = fold([
      ...opening(),
      ...text('1', 'kept'),
      { type: 'finish-step' },
      { type: 'start-step' },
      ...text('2', 'dropped'),
      itemCard(anItem()),
      { type: 'reset-step' },
      ...text('3', 'again'),
    ]);
    expect(words(answer)).toEqual(['kept', 'again']);
    expect(answer.blocks).toHaveLength(2);
  });

  it('shows what is being done until the first word', () => {
    expect(fold([...opening(), status('Looking…')]).status).toBe('Looking…');
    expect(fold([...opening(), status('Looking…'), ...text('t', 'Here')]).status).toBeUndefined();
  });

  it('tells a run that failed before any word from one that broke off', () => {
    const error: Frame = { type: 'error', errorText: 'x', code: 'busy', retryable: true };
    const end: Frame = { type: 'finish', finishReason: 'error' };
    expect(fold([...opening(), error, end])).toMatchObject({ state: 'failed', fault: { code: 'busy' } });
    expect(fold([...opening(), ...text('t', 'half'), error, end])).toMatchObject({ state: 'interrupted', fault: { code: 'busy' } });
  });

  it('ends a run nobody listened to as interrupted, a stopped one as stopped', () => {
    expect(fold([...opening(), { type: 'abort', reason: 'disconnected' }]).state).toBe('interrupted');
    expect(fold([...opening(), { type: 'abort', reason: 'stopped' }])).toMatchObject({ state: 'stopped' });
  });

  it('leaves no text open and no tool running at the end', () => {
    const answer = fold([
      ...opening(),
      {
        type: 'tool-input-available',
        toolCallId: 'c',
        toolName: 'search_db',
        dynamic: true,
        providerExecuted: true,
        input: { summary: 's' },
      },
      { type: 'text-start', id: 't' },
      { type: 'abort' },
    ]);
    expect(answer.blocks).toMatchObject([{ state: 'failed' }, { open: false }]);
  });

  it('says that an answer was cut at its length limit', () => {
    expect(fold([...opening(), ...text('t', 'x'), { type: 'finish', finishReason: 'length' }])).toMatchObject({ state: 'done', cut: true });
  });

  it('keeps the identity of every block that a frame does not touch', () => {
    const before = fold([...opening(), ...text('1', 'done'), itemCard(anItem()), { type: 'text-start', id: '2' }]);
    const after = foldFrame(before, { type: 'text-delta', id: '2', delta: 'x' });
    expect(after.blocks[0]).toBe(before.blocks[0]);
    expect(after.blocks[1]).toBe(before.blocks[1]);
  });
});

/** Frames of a believable run, drawn. */
const runs = fc
  .array(
    fc.oneof(
      fc.record({ kind: fc.constant('text' as const), pieces: fc.array(fc.string({ maxLength: 6 }), { maxLength: 5 }) }),
      fc.record({ kind: fc.constant('card' as const), id: fc.nat(3) }),
      fc.record({ kind: fc.constant('step' as const) }),
      fc.record({ kind: fc.constant('reset' as const) }),
    ),
    { maxLength: 12 },
  )
  .map((pieces): Frame[] => [
    ...opening(),
    ...pieces.flatMap((piece, index): Frame[] => {
      if (piece.kind === 'text') return text(`t${index}`, ...piece.pieces);
      if (piece.kind === 'card') return [itemCard(anItem({ id: `i${index}` }), undefined, String(piece.id))];
      return piece.kind === 'step' ? [{ type: 'finish-step' }, { type: 'start-step' }] : [{ type: 'reset-step' }];
    }),
    ...closing(),
  ]);

const asked = reduce(emptyConversation, { type: 'asked', id: 'q', text: 'hello' });

describe('a conversation', () => {
  it('folds to the same however its frames are batched and whatever interrupts their arrival', () => {
    fc.assert(
      fc.property(runs, fc.array(fc.nat(4), { minLength: 1, maxLength: 30 }), (frames, sizes) => {
        const whole = reduce(asked, { type: 'frames', frames });
        let pieces = asked;
        let at = 0;
        for (let turn = 0; at < frames.length; turn += 1) {
          const size = (sizes[turn % sizes.length] ?? 0) + (turn > 60 ? 1 : 0);
          const event: ConversationEvent = size === 0 ? { type: 'reconnecting' } : { type: 'frames', frames: frames.slice(at, at + size) };
          pieces = reduce(pieces, event);
          at += size;
          if (turn > 200) break;
        }
        expect(pieces).toEqual(whole);
      }),
    );
  });

  it("puts the server's copy in the place of its own and waits for a running answer", () => {
    const response = {
      id: 'c',
      messages: [{ id: 'q', role: 'user' as const, parts: [{ type: 'text' as const, text: 'hello' }], metadata: { at: '' } }],
      notes: [],
      running: { run_id: 'r' },
    };
    const loaded = reduce(emptyConversation, { type: 'loaded', response });
    expect(loaded.messages.map((message) => message.role)).toEqual(['shopper', 'adviser']);
    expect(lastAnswer(loaded)?.state).toBe('waiting');
  });

  it('leaves out stored parts it cannot read', () => {
    const parts = [
      { type: 'data-hologram', data: {} },
      { type: 'text' as const, text: 'hi' },
    ] as never;
    const response = { id: 'c', messages: [{ id: 'a', role: 'assistant' as const, parts, metadata: { at: '' } }], notes: [] };
    expect(lastAnswer(reduce(emptyConversation, { type: 'loaded', response }))?.blocks).toHaveLength(1);
  });

  it('takes an empty failed answer back before asking anew, but keeps one that says something', () => {
    const failed = reduce(asked, { type: 'ended', by: 'fault', code: 'busy', retryable: true });
    expect(reduce(failed, { type: 'withdrawn' }).messages).toEqual([]);
    const half = reduce(asked, { type: 'frames', frames: [...opening(), ...text('t', 'half')] });
    const broken = reduce(half, { type: 'ended', by: 'fault', code: 'offline', retryable: true });
    expect(reduce(broken, { type: 'withdrawn' }).messages).toHaveLength(2);
    expect(lastAnswer(broken)?.state).toBe('interrupted');
  });
});
