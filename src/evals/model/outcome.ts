import type { Item } from '../../protocol/item.ts';
import { parseConstraint } from '../planner/constraint.ts';
import type { Expectation } from './case.ts';
import { wordCount } from './response-quality.ts';

/** What reached the shopper in one turn, whoever answered. */
export interface ShownTurn {
  /** The words, as shown. */
  readonly words: string;
  /** Items of the item cards. */
  readonly items: readonly Item[];
  /** Names of the parts without `data-`, and the ids on each. */
  readonly parts: readonly { readonly name: string; readonly ids: readonly string[] }[];
  /** Cards the guard took out because no search had returned them. */
  readonly invented: readonly string[];
  readonly outcome: string;
}

/** Words by which an answer owns that something is not so. */
const OWNS =
  /没有|没找到|找不到|不足|暂无|无法|不(?:支持|在|卖|清楚|确定|知道|提供)|最接近|未(?:找到|写|提)|\bno\b|\bnot\b|n['’]t\b|nothing|none|cannot|unable|unknown|nearest|closest|instead|leav(?:e|ing) out/iu;

const CARDS: ReadonlySet<string> = new Set(['itemCard', 'compareTable', 'bundleCard', 'videoCard', 'moreItems']);

/** What is wrong with a turn by its outcome; empty: it passes. */
export function outcomeFaults(expect: Expectation, shown: ShownTurn, before: ShownTurn | undefined): string[] {
  const faults: string[] = [];
  const { parts, items, words } = shown;
  const names = parts.map(({ name }) => name);
  const ids = new Set(parts.flatMap((part) => part.ids));
  const owns = OWNS.test(words);
  if (shown.outcome !== 'finished') faults.push(`the run ended ${shown.outcome}`);
  if (words.trim() === '' && parts.length === 0) faults.push('says nothing');
  for (const id of shown.invented) faults.push(`made up ${id}`);
  for (const name of expect.cards) if (!names.includes(name)) faults.push(`no ${name}`);
  if (expect.any_cards.length > 0 && !expect.any_cards.some((name) => names.includes(name)))
    faults.push(`none of ${expect.any_cards.join(', ')}`);
  if (expect.no_part !== undefined && names.includes(expect.no_part)) faults.push(`shows a ${expect.no_part}`);
  if (expect.no_cards && names.some((name) => CARDS.has(name))) faults.push('shows a card');
  if (expect.asks && !names.includes('askCard')) faults.push('asks nothing');
  if (expect.shows.length > 0 && !expect.shows.some((id) => ids.has(id))) faults.push(`shows none of ${expect.shows.join(', ')}`);
  for (const id of expect.all_of) if (!ids.has(id)) faults.push(`does not show ${id}`);
  if (expect.none && items.length > 0 && !owns) faults.push('shows what does not fit, without a word');
  if (expect.owns && !owns) faults.push('does not say that it is not so');
  faults.push(...cardFaults(expect.each, items), ...cardFaults(expect.first, items.slice(0, 1)), ...wordFaults(expect, words));
  const again = expect.fresh ? items.filter((item) => before?.items.some(({ id }) => id === item.id)) : [];
  for (const { id } of again) faults.push(`shows ${id} again`);
  return faults;
}

function cardFaults(each: readonly string[], items: readonly Item[]): string[] {
  if (each.length === 0) return [];
  if (items.length === 0) return ['shows no item'];
  const conditions = each.map(parseConstraint);
  return items.flatMap((item) =>
    conditions.filter((condition) => !condition.holds(item)).map((condition) => `${item.id}: not ${condition.text}`),
  );
}

function wordFaults({ facts, never, min_words }: Expectation, words: string): string[] {
  return [
    ...facts.filter((pattern) => !new RegExp(pattern, 'iu').test(words)).map((pattern) => `does not say ${pattern}`),
    ...never.filter((pattern) => new RegExp(pattern, 'iu').test(words)).map((pattern) => `says ${pattern}`),
    ...(wordCount(words) < min_words ? [`has fewer than ${min_words} words`] : []),
  ];
}
