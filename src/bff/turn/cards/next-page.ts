import type { CatalogEngine, ReadContext } from '../../catalog/engine.ts';
import type { SearchFound } from '../../tools/tool.ts';

/** The next items of a search from its cursor; undefined where nothing remains. @throws what the catalogue throws. */
export async function nextPage(
  search: SearchFound | undefined,
  limit: number,
  { catalog, context }: { readonly catalog: CatalogEngine; readonly context: ReadContext },
): Promise<SearchFound | undefined> {
  if (!search?.cursor) return undefined;
  const page = await catalog.search({ ...search.arguments, cursor: search.cursor, limit }, context);
  return { items: page.items, arguments: search.arguments, total: page.total, ...(page.cursor ? { cursor: page.cursor } : {}) };
}
