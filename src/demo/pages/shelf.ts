import type { Item } from '../../protocol/item.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';

/** One kind of thing the shop keeps, such as cameras. */
export interface ShelfType {
  /** First word of its items' ids; stands in addresses. */
  readonly slug: string;
  readonly name: string;
  /** The department it belongs to, such as imaging. */
  readonly group: string;
  /** One item for each product, most popular first. */
  readonly items: readonly Item[];
}

/** What a listing may be narrowed by. */
export interface Filter {
  readonly words: string;
  readonly type?: string;
  readonly deal?: 'rent' | 'buy';
}

/** The shop's items in one language, arranged for pages. */
export interface Shelf {
  /** In the order the catalogue lists them. */
  readonly types: readonly ShelfType[];
  find(id: string): Item | undefined;
  typeOf(item: Item): ShelfType | undefined;
  /** Every variant of the item's product, itself included. */
  variants(item: Item): readonly Item[];
  /** One item for each product that fits, most popular first. */
  list(filter: Filter): Item[];
  /** Other products of the same type. */
  similar(item: Item, limit: number): Item[];
}

const slugOf = (item: Item) => item.id.split('-', 1)[0] ?? '';
const productOf = (item: Item) => item.product_id ?? item.id;
const byPopularity = (a: Item, b: Item) => (b.popularity ?? 0) - (a.popularity ?? 0);
const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Arranges a catalogue of several languages; a word of any language finds an item. */
export function shelvesOf(items: readonly Item[]): Record<Language, Shelf> {
  const texts = new Map<string, string>();
  for (const item of items) texts.set(item.id, `${texts.get(item.id) ?? ''} ${searchText(item)}`);
  const shelf = (language: Language) =>
    arrange(
      items.filter((item) => languageOf(item.locale) === language),
      texts,
    );
  return { zh: shelf('zh'), en: shelf('en') };
}

function searchText({ title, brand, categories, features, use_cases }: Item): string {
  return fold([title, brand, ...(categories ?? []).map(({ value }) => value), ...(features ?? []), ...(use_cases ?? [])].join(' '));
}

function arrange(items: readonly Item[], texts: ReadonlyMap<string, string>): Shelf {
  const byId = new Map(items.map((item) => [item.id, item]));
  const products = Map.groupBy(items, productOf);
  const fronts = [...products.values()].flatMap(([first]) => first ?? []);
  const types = [...Map.groupBy(fronts, slugOf)].map(([slug, members]) => typeFrom(slug, members));
  const typeBySlug = new Map(types.map((type) => [type.slug, type]));
  return {
    types,
    find: (id) => byId.get(id),
    typeOf: (item) => typeBySlug.get(slugOf(item)),
    variants: (item) => products.get(productOf(item)) ?? [item],
    list({ words, type, deal }) {
      const wanted = fold(words).split(/\s+/).filter(Boolean);
      const kind = deal === 'rent' ? 'lease' : 'sell';
      return fronts
        .filter((item) => !type || slugOf(item) === type)
        .filter((item) => !deal || item.offers.some((offer) => offer.kind === kind))
        .filter(({ id }) => wanted.every((word) => texts.get(id)?.includes(word)))
        .sort(byPopularity);
    },
    similar: (item, limit) =>
      (typeBySlug.get(slugOf(item))?.items ?? []).filter((other) => productOf(other) !== productOf(item)).slice(0, limit),
  };
}

/** Some models are filed deeper than others of their type; the type's name is the deepest one that all of them share. */
function typeFrom(slug: string, members: readonly Item[]): ShelfType {
  const paths = members.map(({ categories }) => categories?.at(-1)?.value.split(' > ') ?? []);
  const [first = []] = paths;
  const shared = first.filter((_, depth) => paths.every((path) => first.slice(0, depth + 1).every((name, n) => path[n] === name)));
  return { slug, name: shared.at(-1) ?? slug, group: shared[0] ?? slug, items: [...members].sort(byPopularity) };
}
