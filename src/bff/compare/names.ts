import type { Item } from '../../protocol/item.ts';

/** Longest name in a sentence, in characters. */
const LONGEST = 60;

/**
 * What each item is called in a sentence: its model where no other has the same, else its title, cut to what tells it apart.
 * Variants that share both get their options.
 */
export function itemNames(items: readonly Item[]): string[] {
  const alone = (name: (item: Item) => string | undefined, item: Item): boolean =>
    name(item) !== undefined && items.filter((other) => name(other) === name(item)).length === 1;
  return items.map((item) => {
    if (alone((each) => each.model, item)) return item.model ?? '';
    const title = item.title.length > LONGEST ? `${item.title.slice(0, LONGEST - 1)}…` : item.title;
    if (alone((each) => each.title.slice(0, LONGEST - 1), item)) return title;
    const options = (item.options ?? []).map((option) => option.value).join(', ');
    return options === '' ? `${title} [${item.id}]` : `${title} (${options})`;
  });
}

/** Every way an item may be called, longest first. */
export function namesFor(item: Item, name: string): string[] {
  return [...new Set([name, item.title, item.model ?? ''])].filter((each) => each.length > 1).toSorted((a, b) => b.length - a.length);
}
