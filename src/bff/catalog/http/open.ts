import * as v from 'valibot';
import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import { createEndpoint, EndpointFault } from '../../remote/endpoint.ts';
import type { CatalogEngine, Relaxation } from '../engine.ts';
import { createCalls } from '../live/calls.ts';
import { checkedItems, inOrder, type ReportDropped } from '../live/checked-items.ts';
import { sampledWords } from '../live/sample.ts';
import { openSift } from '../live/sift.ts';
import { sortedRelaxations, withoutOne } from '../plan/relaxed.ts';
import { PAGE } from '../plan/relevance.ts';

export interface HttpCatalogOptions {
  /** Base address; `/search` and `/items` are appended (design, "A shop's own endpoints"). */
  readonly url: string;
  readonly onDropped?: ReportDropped;
  /** Milliseconds one try of a call may take. */
  readonly timeout?: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
}

const MAX_BYTES = 4 * 1024 * 1024;
/** Items of a sample, and of one page of it. */
const SAMPLE = 200;
const SAMPLE_PAGE = 20;
/** Conditions of a search that found nothing which are tried without. */
const RELAXED = 6;

const searchAnswer = v.object({
  items: v.array(v.unknown()),
  total: v.pipe(v.number(), v.integer(), v.minValue(0)),
  cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(4096)))),
});
const itemsAnswer = v.object({ items: v.array(v.unknown()) });

interface Page {
  readonly items: readonly Item[];
  readonly total: number;
  readonly cursor: string | undefined;
}

/**
 * A catalogue behind a shop's own endpoint: `POST {url}/search` and `POST {url}/items`. The shop searches; what it sends is
 * checked item by item, and what is no item is dropped. Its words are learned from a sample of its items.
 */
export async function openHttpCatalog(options: HttpCatalogOptions): Promise<CatalogEngine> {
  const { url, onDropped = () => undefined, timeout = 3000, now = () => performance.now() } = options;
  const endpoint = createEndpoint(url, { max_bytes: MAX_BYTES });
  const calls = createCalls("the shop's endpoint", now, timeout);
  const sift = await openSift();

  const page = (search: SearchArguments, locale: string | undefined, signal?: AbortSignal): Promise<Page> =>
    calls.run(async (limit) => {
      const answer = v.safeParse(searchAnswer, await endpoint.post('/search', { ...search, ...(locale && { locale }) }, limit));
      if (!answer.success) throw new EndpointFault('the answer is not {items: […], total}');
      const { items, total, cursor } = answer.output;
      return { items: onePerProduct(search, checkedItems(items, onDropped)), total, cursor: cursor ?? undefined };
    }, signal);

  const sample = async (): Promise<Item[]> => {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const next: Page = await page({ sort: 'popularity', limit: SAMPLE_PAGE, ...(cursor !== undefined && { cursor }) }, undefined);
      items.push(...next.items);
      cursor = next.items.length > 0 ? next.cursor : undefined;
    } while (cursor !== undefined && items.length < SAMPLE);
    return items;
  };
  const words = sampledWords(sample, sift, now);

  /** How many there would be without each condition, where the shop can tell. */
  const relaxations = async (search: SearchArguments, locale: string, signal: AbortSignal | undefined): Promise<Relaxation[]> => {
    const totals = await Promise.all(
      withoutOne(search)
        .slice(0, RELAXED)
        .filter(({ rest }) => Object.values(rest).some((value) => value !== undefined))
        .map(async ({ name, rest }) => ({ without: name, total: (await page({ ...rest, limit: 1 }, locale, signal)).total })),
    );
    return sortedRelaxations(totals);
  };

  return {
    name: 'http',
    async search(search, { locale, signal }) {
      const revision = words.revision();
      const { items, total, cursor } = await page(search, locale, signal);
      const shown = items.slice(0, search.limit ?? PAGE);
      return {
        items: shown,
        variants: {},
        total: Math.max(total, shown.length),
        ...(cursor !== undefined && { cursor }),
        relaxations: total === 0 && search.cursor === undefined ? await relaxations(search, locale, signal).catch(() => []) : [],
        facets: [],
        unsupported: [],
        revision,
      };
    },
    items: (ids, { locale, signal }) =>
      calls.run(async (limit) => {
        if (ids.length === 0) return [];
        const answer = v.safeParse(itemsAnswer, await endpoint.post('/items', { ids, locale }, limit));
        if (!answer.success) throw new EndpointFault('the answer is not {items: […]}');
        return inOrder(ids, checkedItems(answer.output.items, onDropped));
      }, signal),
    vocabulary: () => words.vocabulary(),
    revision: async () => words.revision(),
    check: () => calls.check(() => page({ limit: 1, sort: 'popularity' }, undefined)),
    close: () => sift.close(),
  };
}

/** The first item of each product, unless the variants of one are what was asked for. */
function onePerProduct(search: SearchArguments, items: readonly Item[]): Item[] {
  if (search.product_id !== undefined) return [...items];
  const seen = new Set<string>();
  return items.filter((item) => {
    const product = item.product_id ?? item.id;
    return !seen.has(product) && seen.add(product);
  });
}
