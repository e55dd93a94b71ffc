import type { Item } from '../../protocol/item.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import type { ToolContext } from './tool.ts';

/** What became of the ids a model named. */
export interface Admitted {
  /** In the order asked for. */
  readonly items: readonly Item[];
  /** Those that only the page vouched for: they enter the ledger as a look-up by id. */
  readonly confirmed: readonly Item[];
  /** Not in the ledger, not on the page, or gone. */
  readonly refused: readonly string[];
}

/** Ids the host page passed as context. */
function pageIds(context: ToolContext): ReadonlySet<string> {
  const { page } = context;
  return new Set([
    ...(page?.item_id === undefined ? [] : [page.item_id]),
    ...(page?.cart ?? []).map((line) => line.item_id),
    ...(page?.compare ?? []),
  ]);
}

/**
 * Reads items that a model named, but only those of this conversation's ledger or of the page the shopper is on (guard
 * contract G1): a tool by id must not become a way around the search.
 */
export async function admittedItems(
  ids: readonly string[],
  catalog: CatalogEngine,
  context: ToolContext,
  signal: AbortSignal,
): Promise<Admitted> {
  const onPage = pageIds(context);
  const admitted = ids.filter((id) => context.inLedger(id) || onPage.has(id));
  const items = admitted.length === 0 ? [] : await catalog.items(admitted, { locale: context.locale, signal });
  const found = new Set(items.map((item) => item.id));
  return { items, confirmed: items.filter((item) => !context.inLedger(item.id)), refused: ids.filter((id) => !found.has(id)) };
}

/** How a model is told that an id is not to be had. */
export function refusedIdsText(ids: readonly string[]): string {
  return JSON.stringify({
    error: 'unknown_ids',
    ids: ids.map((id) => id.slice(0, 128)),
    message: 'Only ids that search_db returned in this conversation can be used. Search first.',
  });
}
