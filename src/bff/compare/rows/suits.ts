import type { CompareRow } from '../../../protocol/compare.ts';
import { type CompareContext, rowOf, stated } from '../row.ts';
import { compareWords } from '../words.ts';

/** What it is good for, in the catalogue's words. */
export function suitRows({ items, locale }: CompareContext): CompareRow[] {
  const words = compareWords(locale);
  const group = words.groups.suits;
  const fields = [
    ['use_cases', words.useCases],
    ['audience', words.audience],
    ['features', words.features],
  ] as const;
  return fields.flatMap(([key, label]) =>
    rowOf(
      { key, label, group },
      items.map((item) => stated(words.list(item[key] ?? []), key)),
      locale,
    ),
  );
}
