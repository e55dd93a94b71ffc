import type { Columns } from './columns.ts';

/** Share of all items from which on a term is broad. */
const SHARE = 1 / 32;
/** Terms given. */
const MOST = 200;

/** The terms that most items have, most first: what searches will ask about again and again. */
export function broadTerms(columns: Columns): number[] {
  const counts = new Uint32Array(columns.termField.length);
  for (const locale of columns.locales) {
    const own = new Uint32Array(columns.termField.length);
    for (const term of columns.termsFor(locale).terms) own[term] = (own[term] ?? 0) + 1;
    for (let term = 0; term < counts.length; term++) counts[term] = Math.max(counts[term] ?? 0, own[term] ?? 0);
  }
  return [...counts.keys()]
    .filter((term) => (counts[term] ?? 0) > columns.items * SHARE)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    .slice(0, MOST);
}
