import type { TermLists } from './columns.ts';

/** The items of every term: those of term `no` are `items[offsets[no]]` to `items[offsets[no + 1]]`, in ascending order. */
export interface TermItems {
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

/**
 * The term lists of all locales turned around, each item once for a term.
 * @param size one past the highest item number. @param terms one past the highest term number.
 */
export function termItems(lists: readonly TermLists[], size: number, terms: number): TermItems {
  const offsets = new Uint32Array(terms + 1);
  const last = new Uint32Array(terms);
  /** Calls `take` for each term of each item, once. Item numbers begin at 1. */
  const each = (take: (term: number, no: number) => void): void => {
    last.fill(0);
    for (let no = 1; no < size; no++)
      for (const list of lists) {
        const end = list.offsets[no + 1] ?? 0;
        for (let at = list.offsets[no] ?? 0; at < end; at++) {
          const term = list.terms[at] ?? 0;
          if (last[term] === no) continue;
          last[term] = no;
          take(term, no);
        }
      }
  };
  each((term) => {
    offsets[term + 1] = (offsets[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < terms; term++) offsets[term + 1] = (offsets[term + 1] ?? 0) + (offsets[term] ?? 0);
  const items = new Uint32Array(offsets[terms] ?? 0);
  const next = offsets.slice(0, terms);
  each((term, no) => {
    const place = next[term] ?? 0;
    items[place] = no;
    next[term] = place + 1;
  });
  return { offsets, items };
}
