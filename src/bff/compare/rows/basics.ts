import type { CompareRow } from '../../../protocol/compare.ts';
import { itemType } from '../../../protocol/item.ts';
import { type CompareContext, rowOf, stated } from '../row.ts';
import { compareWords } from '../words.ts';

/** What each one is: kind, brand, model, and the options that tell two variants of one product apart. */
export function basicRows({ items, locale }: CompareContext): CompareRow[] {
  const words = compareWords(locale);
  const group = words.groups.basics;
  const options = new Map(items.flatMap((item) => item.options ?? []).map(({ name }) => [name.trim().toLowerCase(), name.trim()]));
  return [
    ...rowOf(
      { key: 'type', label: words.type, group },
      items.map((item) => stated(itemType(item), 'categories')),
      locale,
    ),
    ...rowOf(
      { key: 'brand', label: words.brand, group },
      items.map((item) => stated(item.brand, 'brand')),
      locale,
    ),
    ...rowOf(
      { key: 'model', label: words.model, group },
      items.map((item) => stated(item.model, 'model')),
      locale,
    ),
    ...rowOf(
      { key: 'condition', label: words.condition, group },
      items.map((item) => stated(item.condition && words.conditions[item.condition], 'condition', item.condition)),
      locale,
    ),
    ...[...options].flatMap(([folded, name]) =>
      rowOf(
        { key: `options.${name}`, label: name, group },
        items.map((item) => stated(item.options?.find((option) => option.name.trim().toLowerCase() === folded)?.value, 'options')),
        locale,
      ),
    ),
  ];
}
