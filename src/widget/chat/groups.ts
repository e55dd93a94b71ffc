import type { CompareVerdict } from '../../protocol/compare.ts';
import type { DataPartOf } from '../../protocol/parts.ts';
import type { Block, ShownPart, SourceFrame } from '../stores/model.ts';

/** What stands below one another in an answer. Neighbouring item cards form one row; sources gather at the end. */
export type Group =
  | { readonly kind: 'text'; readonly key: string; readonly text: string; readonly open: boolean }
  | { readonly kind: 'items'; readonly key: string; readonly cards: readonly DataPartOf<'data-itemCard'>[] }
  | { readonly kind: 'part'; readonly key: string; readonly part: ShownPart; readonly verdict?: CompareVerdict }
  | { readonly kind: 'unread'; readonly key: string }
  | { readonly kind: 'sources'; readonly key: string; readonly sources: readonly SourceFrame[] };

/**
 * Arranges an answer's blocks. Tool blocks are not shown; white space between two cards does not part their row. A verdict goes
 * to its table: it says again, sentence by sentence, what came as text between the two.
 */
export function groupBlocks(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  const sources: SourceFrame[] = [];
  for (const block of blocks) {
    if (block.kind === 'source') sources.push(block.source);
    else if (block.kind === 'unread') groups.push({ kind: 'unread', key: block.key });
    else if (block.kind === 'text' && block.text.trim() !== '')
      groups.push({ kind: 'text', key: `${block.step} ${block.key}`, text: block.text, open: block.open });
    else if (block.kind === 'part') {
      const last = groups.at(-1);
      const key = `${block.step} ${block.key}`;
      const at = groups.findLastIndex((group) => group.kind === 'part' && group.part.type === 'data-compareTable');
      const table = groups[at];
      if (block.part.type === 'data-compareVerdict' && table?.kind === 'part')
        groups.splice(at, groups.length, { ...table, verdict: block.part.data });
      else if (block.part.type !== 'data-itemCard') groups.push({ kind: 'part', key, part: block.part });
      else if (last?.kind === 'items') groups[groups.length - 1] = { ...last, cards: [...last.cards, block.part.data] };
      else groups.push({ kind: 'items', key, cards: [block.part.data] });
    }
  }
  return sources.length > 0 ? [...groups, { kind: 'sources', key: 'sources', sources }] : groups;
}

/** Suggestions belong under everything else, wherever the model placed them. */
export const isSuggestion = (group: Group): boolean => group.kind === 'part' && group.part.type === 'data-suggestions';

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Whether two groups show the same: blocks keep their identity, groups are made anew with every frame. */
export function sameGroup(a: Group, b: Group): boolean {
  if (a === b) return true;
  if (a.kind === 'text') return b.kind === 'text' && a.text === b.text && a.open === b.open;
  if (a.kind === 'items') return b.kind === 'items' && sameList(a.cards, b.cards);
  if (a.kind === 'part') return b.kind === 'part' && a.part === b.part && a.verdict === b.verdict;
  if (a.kind === 'sources') return b.kind === 'sources' && sameList(a.sources, b.sources);
  return b.kind === 'unread';
}
