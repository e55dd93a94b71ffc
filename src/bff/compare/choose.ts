import { type CompareRefusal, type Comparison, compareLimits } from '../../protocol/compare.ts';
import type { Item } from '../../protocol/item.ts';
import { type CompareOptions, compare } from './compare.ts';
import { compareWords } from './words.ts';

/** Too few or too many items to set side by side. */
export class CompareRefused extends Error {
  override readonly name = 'CompareRefused';
  readonly reason: CompareRefusal;
  constructor(reason: CompareRefusal) {
    super(reason);
    this.reason = reason;
  }
  /** The refusal as the shopper reads it: what happened and what to do. */
  sentence(locale: string): string {
    return compareWords(locale).refusals[this.reason];
  }
}

export interface Chosen extends CompareOptions {
  /** Ids as they were asked for, repeats and all. */
  readonly ids: readonly string[];
  /** Reads items in the order asked for; what is gone is absent. */
  readonly read: (ids: readonly string[]) => Promise<readonly Item[]>;
}

/**
 * The comparison of items somebody chose, who may have chosen one twice or one that is gone since; the note says so.
 * @throws CompareRefused where fewer than two or more than six are left.
 */
export async function compareChosen({ ids, read, ...options }: Chosen): Promise<Comparison> {
  const distinct = [...new Set(ids)];
  if (distinct.length < compareLimits.least) throw new CompareRefused('one_item');
  if (distinct.length > compareLimits.most) throw new CompareRefused('too_many_items');
  const items = await read(distinct);
  if (items.length < compareLimits.least) throw new CompareRefused('items_gone');
  const words = compareWords(options.locale);
  const comparison = compare(items, options);
  const gone = distinct.length - items.length;
  const notes = [
    ...(distinct.length < ids.length ? [words.repeated] : []),
    ...(gone > 0 ? [words.gone(gone)] : []),
    ...(comparison.note ? [comparison.note] : []),
  ];
  return notes.length > 0 ? { ...comparison, note: words.sentences(notes) } : comparison;
}
