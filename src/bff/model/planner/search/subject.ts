import type { Item } from '../../../../protocol/item.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import type { SearchResult, Vocabulary } from '../../../catalog/engine.ts';
import { hasHan } from '../../../language/script.ts';
import { fold } from '../../../language/tokens.ts';

/**
 * A text search may return what has only some of the words. Where the words alone say what is wanted, an item without
 * them is something else (a phone for "手机壳"), so only items that have all of them are kept.
 */
export function aboutSubject(search: SearchArguments, result: SearchResult, vocabulary: Vocabulary): SearchResult {
  if (search.query === undefined || search.product_types || search.brands || search.attributes || result.items.length === 0) return result;
  // A name the shop files under another stands in its items as that other.
  const query = Object.entries(result.read_as ?? {}).reduce((text, [said, own]) => text.replace(said, fold(own)), fold(search.query));
  const words = query.split(' ');
  // Where some words were found nowhere together, an item whose own text lacks one is not what was named: no 16 is an iPhone 16.
  const locales = result.partial ? 1 : vocabulary.locales.length;
  const items = result.items.filter((item) => words.every((word) => mayMention(item, word, locales)));
  if (items.length === result.items.length) return result;
  const { cursor: _cursor, ...rest } = result;
  return { ...rest, items, total: items.length };
}

/** Words that none of the items has: a search that found only some of its words left these out. */
export function unmentionedIn(items: readonly Item[], words: readonly string[], vocabulary: Vocabulary): string[] {
  return words.filter((word) => !items.some((item) => mayMention(item, word, vocabulary.locales.length)));
}

function mayMention(item: Item, word: string, locales: number): boolean {
  const text = textOf(item);
  const sameScript = hasHan(word) === hasHan(item.title);
  // The word may stand in the item's record in another language, which is not at hand.
  if (!sameScript && locales > 1) return true;
  return text.includes(/^[a-z]{6,}$/.test(word) ? word.slice(0, -2) : word);
}

/** What the item is called and stated to be. A description speaks of other things too: a screen that may go into the washing machine. */
function textOf(item: Item): string {
  return fold(
    [
      item.title,
      item.subtitle,
      item.brand,
      item.model,
      ...(item.categories ?? []).map((category) => category.value),
      ...(item.features ?? []),
      ...(item.use_cases ?? []),
      ...(item.audience ?? []),
      ...(item.tags ?? []),
      ...Object.values(item.attributes ?? {}).flatMap(({ label, value, values }) => [label, ...(values ?? [value ?? ''])].map(String)),
    ].join(' '),
  );
}
