import type { Query } from '../api/client.ts';

/** Lengths of "the last …", in minutes. */
export const PERIODS = { '1h': 60, '24h': 1440, '7d': 10_080, '30d': 43_200 } as const;
export type Period = keyof typeof PERIODS;
export const isPeriod = (text: string | undefined): text is Period => text !== undefined && Object.hasOwn(PERIODS, text);

/** Filters of the list, by their names in the address; `last` is a period that ends now. */
export const FILTERS = [
  'text',
  'last',
  'from',
  'to',
  'outcome',
  'error',
  'tool',
  'tool_ok',
  'rule',
  'verdict',
  'model',
  'rating',
  'min_ms',
  'max_score',
  'item',
  'compared_with',
  'unmet',
  'conversation',
  'site',
  'sort',
] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** Filters of an address; what it says besides is ignored. */
export function readFilters(query: URLSearchParams): Filters {
  return Object.fromEntries(FILTERS.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])));
}

/** The same as an address would say them. */
export const writeFilters = (filters: Filters): Record<string, string> =>
  Object.fromEntries(FILTERS.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));

/**
 * From when to when. A period that ends now begins at a whole minute, so that the same question is asked again rather than
 * a new one each time.
 * @param now milliseconds since 1970.
 */
export function periodOf({ last, from, to }: Filters, now: number): { from?: string; to?: string } {
  if (isPeriod(last)) return { from: new Date((Math.floor(now / 60_000) - PERIODS[last]) * 60_000).toISOString() };
  return { ...(from ? { from } : {}), ...(to ? { to: dayAfter(to) } : {}) };
}

/** A day stands for all of it; the server leaves `to` itself out. */
function dayAfter(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  const next = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(next.getTime())) return day;
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** What the server is asked. */
export function queryOf(filters: Filters, now: number): Query {
  const { last: _, from: __, to: ___, ...rest } = filters;
  return { ...rest, ...periodOf(filters, now) };
}

/** How many filters are set, sorting and the two that stand outside of the fold not counted. */
export const countFilters = (filters: Filters): number =>
  FILTERS.filter((name) => !['sort', 'text', 'last'].includes(name) && filters[name]).length;
