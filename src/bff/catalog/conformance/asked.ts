import type { Item } from '../../../protocol/item.ts';
import type { SearchArguments } from '../../../protocol/search.ts';
import type { CatalogEngine, SearchResult } from '../engine.ts';

/** What an engine can tell beyond items; a shop's own endpoint answers with items and a total. */
export interface Abilities {
  /** Facets, what words were left out, why a relaxation helps, how many variants there are, why an item was found. */
  readonly explains: boolean;
  /** Refuses arguments and cursors with the choices there are. */
  readonly refuses: boolean;
  /** Takes items. */
  readonly writes: boolean;
  /** Its vocabulary is made from every item, not from a sample. */
  readonly knowsAll: boolean;
}

/** How the rules ask the engine of one test. */
export interface Asked {
  /** The engine over these items, the small shop's by default; the first call of a test decides. */
  opened(items?: readonly Item[]): Promise<CatalogEngine>;
  /** In Chinese where nothing is said. */
  search(wanted: SearchArguments, locale?: string): Promise<SearchResult>;
  /** Ids in the order found. */
  ids(wanted: SearchArguments): Promise<string[]>;
  /** Ids sorted. */
  found(wanted: SearchArguments): Promise<string[]>;
  /** An item with these properties, the others as tests have them. */
  item(own: Partial<Item>): Item;
  readonly can: Abilities;
}
