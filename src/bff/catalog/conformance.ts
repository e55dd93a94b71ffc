import { afterEach, describe } from 'vitest';
import type { Item } from '../../protocol/item.ts';
import { anItem } from '../../testing/items.ts';
import { shop } from '../../testing/small-shop.ts';
import type { Abilities, Asked } from './conformance/asked.ts';
import { freeText } from './conformance/free-text.ts';
import { names } from './conformance/names.ts';
import { offers } from './conformance/offers.ts';
import { puts } from './conformance/puts.ts';
import { reads } from './conformance/reads.ts';
import { results } from './conformance/results.ts';
import type { CatalogEngine } from './engine.ts';

/** What a factory gives: an engine over exactly these items. */
export type OpenCatalog = (items: readonly Item[]) => Promise<CatalogEngine>;

const EVERYTHING: Abilities = { explains: true, refuses: true, writes: true, knowsAll: true };

/**
 * The rules every catalogue engine keeps, as tests.
 * @param open fills a fresh catalogue; the suite closes it.
 * @param can what is not among these is skipped.
 */
export function describeCatalog(name: string, open: OpenCatalog, can: Abilities = EVERYTHING): void {
  describe(name, () => {
    let engine: CatalogEngine | undefined;
    afterEach(async () => {
      await engine?.close();
      engine = undefined;
    });
    const asked: Asked = {
      can,
      item: anItem,
      async opened(items = shop) {
        engine ??= await open(items);
        return engine;
      },
      search: async (wanted, locale = 'zh-CN') => (await asked.opened()).search(wanted, { locale }),
      ids: async (wanted) => (await asked.search(wanted)).items.map((item) => item.id),
      found: async (wanted) => (await asked.ids(wanted)).sort(),
    };
    freeText(asked);
    names(asked);
    offers(asked);
    results(asked);
    reads(asked);
    puts(asked);
  });
}
