import type { Item } from '../../../protocol/item.ts';
import { type Amount, findAmounts, type MoneyAmount } from '../../language/amounts.ts';
import { tidyDecimal } from '../../language/decimal.ts';
import type { Evidence } from '../evidence.ts';
import { currencyFits } from './amount.ts';

const SENTENCE_END = /[。！？!?\n]|\.(?=\s|$)/;
const THIS_ITEM = /[这那此该][款件]|[这那此该](?:个)?(?:商品|产品)|\bth(?:is|at|ese|those) (?:items?|products?|models?|ones?)\b/i;
/** What only an item's own terms can say. */
const OF_ITEMS: ReadonlySet<MoneyAmount['role']> = new Set(['deposit', 'rent', 'difference']);

/**
 * Amounts that an outside system (MCP) returned in this conversation (G15): they may be said as its own, and never as an
 * item's price, rent, deposit, discount or difference.
 */
export class OutsideAmounts {
  readonly #evidence: Evidence;
  #stated: readonly Amount[] | undefined;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** @param before the text before the amount, a sentence or two. */
  back(amount: Amount, before: string): boolean {
    this.#stated ??= [...this.#evidence.outsideTexts()].flatMap(findAmounts);
    if (this.#stated.length === 0 || isAboutItem(before, this.#evidence.ledgerItems())) return false;
    return this.#stated.some((stated) => says(stated, amount));
  }
}

function says(stated: Amount, amount: Amount): boolean {
  if (stated.kind === 'discount') return amount.kind === 'discount' && amount.percentOff === stated.percentOff;
  if (stated.kind === 'free')
    return amount.kind === 'free' && amount.about === stated.about && amount.about !== 'deposit' && amount.about !== 'price';
  if (amount.kind !== 'money' || OF_ITEMS.has(amount.role)) return false;
  if (amount.unit !== undefined && amount.unit !== (stated.unit ?? 'total')) return false;
  const values = new Set(stated.values.map(tidyDecimal));
  return currencyFits(stated.currencies, amount) && amount.values.every((value) => values.has(tidyDecimal(value)));
}

/** Whether a sentence speaks of an item before it comes to its amount. */
function isAboutItem(before: string, items: Iterable<Item>): boolean {
  const sentence = before.split(SENTENCE_END).at(-1)?.toLowerCase() ?? '';
  if (THIS_ITEM.test(sentence)) return true;
  for (const item of items) if (namesOf(item).some((name) => isNamed(sentence, name.toLowerCase()))) return true;
  return false;
}

/** A title is seldom said whole: its first two words stand for it. */
function namesOf({ title, model }: Item): string[] {
  const [first, second] = title.split(/\s+/);
  const short = first && second ? [`${first} ${second}`] : [];
  return [title, ...short, ...(model ? [model] : [])].filter((name) => name.length > 1);
}

function isNamed(sentence: string, name: string): boolean {
  const at = sentence.indexOf(name);
  if (at < 0) return false;
  const isInWord = (char: string | undefined, edge: string | undefined): boolean =>
    /[a-z\d]/.test(char ?? '') && /[a-z\d]/.test(edge ?? '');
  return !isInWord(sentence[at - 1], name[0]) && !isInWord(sentence[at + name.length], name.at(-1));
}
