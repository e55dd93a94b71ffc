import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { CatalogEngine } from '../engine.ts';
import { createCalls } from '../live/calls.ts';
import { inOrder, type ReportDropped } from '../live/checked-items.ts';
import { sampledWords } from '../live/sample.ts';
import { openSift } from '../live/sift.ts';
import { type ProductPage, UcpShop } from './shop.ts';

export interface UcpCatalogOptions {
  /** `ucp:https://shop.example/api/ucp/mcp`; behind `#` the address of our profile, which is sent with each call. */
  readonly url: string;
  readonly onDropped?: ReportDropped;
  /** Milliseconds one try of a call may take. */
  readonly timeout?: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
  /** The time now, for `deliver_by`. */
  readonly date?: () => Date;
}

const DAY = 86_400_000;
/** Products of one page, and the pages that are read for one search. */
const PAGE = 50;
const PAGES = 2;
/** Types of a sample that are looked into. */
const SAMPLED_TYPES = 8;

/** The words a shop is asked for: the free text, and what names things. What only filters is judged here. */
function wordsOf({ query, models = [], brands = [], product_types = [], key_features = [], use_cases = [] }: SearchArguments): string {
  const leaf = (path: string) => path.split('>').at(-1)?.trim() ?? '';
  const names = [...brands.slice(0, 1), ...models.slice(0, 1), ...product_types.slice(0, 1).map(leaf)];
  const wanted = [...(query?.trim() ? [query.trim()] : []), ...names];
  return (wanted.length > 0 ? wanted : [...key_features, ...use_cases].slice(0, 2)).join(' ');
}

/**
 * A live shop as a catalogue. The shop finds products by words (`search_catalog`); everything else a search asks is judged
 * here, on the first {@link PAGES} pages it gives, by the rules of any other catalogue. Cards are made from a fresh
 * `lookup_catalog`.
 */
export async function openUcpCatalog(options: UcpCatalogOptions): Promise<CatalogEngine> {
  const { onDropped = () => undefined, timeout = 3000, now = () => performance.now(), date = () => new Date() } = options;
  const [url = '', profile] = options.url.replace(/^ucp:/, '').split('#');
  const shop = new UcpShop({ url, profile, calls: createCalls('the shop', now, timeout), onDropped, now });
  const sift = await openSift();

  const candidates = async (query: string, locale: string | undefined, pages: number, signal?: AbortSignal): Promise<Item[]> => {
    const items: Item[] = [];
    let cursor: string | undefined;
    for (let read = 0; read < pages; read++) {
      const page: ProductPage = await shop.search({ query, ...(locale !== undefined && { locale }), limit: PAGE, cursor }, signal);
      items.push(...page.items);
      cursor = page.cursor;
      if (cursor === undefined) break;
    }
    return items;
  };

  const sample = async (): Promise<Item[]> => {
    const first = await candidates('', undefined, PAGES);
    const types = [...new Set(first.flatMap((item) => item.categories?.map(({ value }) => wordsOf({ product_types: [value] })) ?? []))];
    const more: Item[] = [];
    for (const type of types.slice(0, SAMPLED_TYPES)) more.push(...(await candidates(type, undefined, 1)));
    return [...new Map([...first, ...more].map((item) => [item.id, item])).values()];
  };
  const words = sampledWords(sample, sift, now);

  return {
    name: 'ucp',
    async search(search, { locale, signal }) {
      const revision = words.revision();
      const asked = wordsOf(search);
      const items = await candidates(asked, locale, PAGES, signal);
      // The shop has matched the words, in its own way; asked again, they would drop what it found by meaning.
      const { query: _, ...conditions } = search;
      const today = Math.floor(date().getTime() / DAY);
      // With the words in the revision, the cursor of a search for other words is refused.
      const found = await sift.search(items, { search: conditions, locale, today, revision: `${revision} ${asked}` }, signal);
      return { ...found, revision };
    },
    async items(ids, { locale, signal }) {
      return ids.length === 0 ? [] : inOrder(ids, await shop.lookup([...new Set(ids)], locale, signal));
    },
    vocabulary: () => words.vocabulary(),
    revision: async () => words.revision(),
    check: () => shop.check(),
    async close() {
      await Promise.all([shop.close(), sift.close()]);
    },
  };
}
