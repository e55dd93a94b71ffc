import { describe, expect, it } from 'vitest';
import { anItem } from '../../testing/items.ts';
import { foldFrame } from '../stores/fold-frame.ts';
import type { Answer, Block } from '../stores/model.ts';
import { itemCard, opening, text } from '../testing/frames.ts';
import { groupBlocks, sameGroup } from './groups.ts';

const blocksOf = (...frames: Parameters<typeof foldFrame>[1][]): readonly Block[] =>
  [...opening(), ...frames].reduce<Answer>(foldFrame, { role: 'adviser', id: 'a', state: 'waiting', step: 0, blocks: [] }).blocks;
const card = (id: string) => itemCard(anItem({ id }), undefined, id);
const kinds = (blocks: readonly Block[]) => groupBlocks(blocks).map((group) => (group.kind === 'items' ? group.cards.length : group.kind));

describe('grouping', () => {
  it('puts neighbouring cards into one row, over white space and tools', () => {
    const search = { toolCallId: 'c', toolName: 's', dynamic: true, providerExecuted: true, input: { summary: '' } } as const;
    expect(kinds(blocksOf(card('1'), ...text('t', ' \n'), { type: 'tool-input-available', ...search }, card('2')))).toEqual([2]);
  });

  it('starts a new row after words', () => {
    expect(kinds(blocksOf(card('1'), ...text('t', 'or'), card('2')))).toEqual([1, 'text', 1]);
  });

  it('gathers sources at the end', () => {
    expect(kinds(blocksOf({ type: 'source-url', sourceId: 's', url: 'https://a.example/' }, ...text('t', 'words')))).toEqual([
      'text',
      'sources',
    ]);
  });

  it('knows a group that shows the same, though it was made anew', () => {
    const blocks = blocksOf(card('1'), card('2'), ...text('t', 'words'));
    const again = groupBlocks([...blocks]);
    expect(groupBlocks(blocks).every((group, index) => again[index] && sameGroup(group, again[index]))).toBe(true);
    expect(sameGroup({ kind: 'text', key: 'k', text: 'a', open: true }, { kind: 'text', key: 'k', text: 'ab', open: true })).toBe(false);
  });
});
