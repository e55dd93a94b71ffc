import { describe, expect, it } from 'vitest';
import { groupBlocks } from '../chat/groups.ts';
import { createParts } from '../gallery/fixtures/parts.ts';
import type { Answer, Block, Conversation } from '../stores/model.ts';
import { answerOn, verdictIn } from './verdict-in.ts';

const { comparison, agreed } = createParts('en');
const table: Block = { kind: 'part', key: 'table', step: 1, part: { type: 'data-compareTable', data: { v: 1, ...comparison } } };
const words: Block = { kind: 'text', key: 'text', step: 1, text: 'One. (see: Weight)\n\nTwo', open: true };
const verdict: Block = { kind: 'part', key: 'verdict', step: 1, part: { type: 'data-compareVerdict', data: { v: 1, ...agreed } } };
const answer = (state: Answer['state'], ...blocks: Block[]): Answer => ({ role: 'adviser', id: 'a', state, step: 1, blocks });
const ids = comparison.items.map((item) => item.id);

describe('the verdict in an answer', () => {
  it('is its sentences so far while it comes, then the verdict, and nothing where it broke off', () => {
    expect(verdictIn(answer('answering', table, words))).toEqual({ streaming: ['One.', 'Two'] });
    expect(verdictIn(answer('done', table, words, verdict))).toMatchObject({ basis: 'agreed' });
    expect(verdictIn(answer('interrupted', table, words))).toBeUndefined();
  });

  it('is found by the very items and the term it is on', () => {
    const conversation: Conversation = { messages: [answer('done', table, verdict)], notes: [] };
    expect(answerOn(conversation, ids, comparison.days)).toBeDefined();
    expect(answerOn(conversation, ids, 15)).toBeUndefined();
    expect(answerOn(conversation, ids.toReversed(), comparison.days)).toBeUndefined();
  });

  it('goes to its table in the chat, in the place of the same sentences as text', () => {
    expect(groupBlocks([table, words])).toHaveLength(2);
    expect(groupBlocks([table, words, verdict])).toMatchObject([{ kind: 'part', verdict: { basis: 'agreed' } }]);
  });
});
