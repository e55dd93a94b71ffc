import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { Columns } from '../columns/columns.ts';
import { countFacets, type Labels } from '../columns/facets.ts';
import { whyOf } from '../columns/why.ts';
import { encodeCursor } from '../cursor.ts';
import type { Relaxation, SearchResult } from '../engine.ts';
import { bestLocale } from '../locales.ts';
import type { QueryPart } from '../plan/query-parts.ts';
import { PAGE } from '../plan/relevance.ts';

/** A page of what a search found, with the records an engine read for it. */
export interface Found {
  readonly search: SearchArguments;
  readonly locale: string;
  readonly matches: { readonly numbers: Uint32Array; readonly whole: boolean; readonly parts: readonly QueryPart[] };
  /** Item numbers of the page, best first, and the record of each. */
  readonly page: readonly number[];
  readonly items: readonly Item[];
  /** Products up to the end of this page, and in all. */
  readonly end: number;
  readonly total: number;
  readonly relaxations: readonly Relaxation[];
}

/** Products up to the end of the page that begins at `offset`. */
export const endOf = (search: SearchArguments, offset: number): number => offset + (search.limit ?? PAGE);

/** The answer to a search, the same from every engine that keeps {@link Columns}. */
export function answerOf(
  { search, locale, matches, page, items, end, total, relaxations }: Found,
  columns: Columns,
  labels: Labels,
): SearchResult {
  const variants = items.map(({ id }, index) => [id, columns.variants[columns.product[page[index] ?? 0] ?? 0] ?? 1] as const);
  return {
    items,
    variants: Object.fromEntries(variants.filter(([, count]) => count > 1)),
    total,
    ...(end < total && { cursor: encodeCursor(search, columns.revision, end) }),
    relaxations,
    facets: total === 0 ? [] : countFacets(columns, matches.numbers, locale, labels),
    unsupported: [],
    ...(!matches.whole && { partial: true }),
    ...(matches.parts.length > 0 && {
      why: Object.fromEntries(items.map(({ id }, index) => [id, whyOf(page[index] ?? 0, matches.parts, matches.whole, columns)])),
    }),
    revision: columns.revision,
  };
}

/** A record as it is kept. */
export interface StoredRecord {
  readonly locale: string;
  readonly json: string;
}

/** Of the records of one item the one to show: in the best locale there is. */
export function recordToShow(rows: readonly StoredRecord[], locale: string, fallback: string): Item[] {
  const best = bestLocale(
    locale,
    rows.map((row) => row.locale),
    fallback,
  );
  const row = rows.find((each) => each.locale === best);
  return row ? [JSON.parse(row.json) as Item] : [];
}
