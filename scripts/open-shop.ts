import pino from 'pino';
import { itemFile } from '../src/bff/catalog/item-file.ts';
import { openCatalog } from '../src/bff/catalog/open.ts';
import { openSqliteCatalog } from '../src/bff/catalog/sqlite/open.ts';
import type { Parts } from '../src/bff/compose.ts';
import type { Config } from '../src/bff/config.ts';
import { openKnowledge } from '../src/bff/knowledge/open.ts';
import { createHttpOrders } from '../src/bff/orders/http.ts';
import { demoItems } from '../src/demo/catalog/items.ts';
import { demoKnowledgeFolder } from '../src/demo/knowledge/knowledge.ts';
import { demoProfile } from '../src/demo/profile.ts';

/**
 * The shop that a configuration names, else the demo shop, for a program that plays turns: silent, without pages.
 * @throws CatalogUnusable, KnowledgeUnusable
 */
export async function openShop({ CATALOG_URL, KNOWLEDGE_URL, ORDERS_URL, shop }: Config): Promise<Parts> {
  const isDemo = CATALOG_URL === undefined;
  const knowledge = KNOWLEDGE_URL ?? (isDemo ? `dir:${demoKnowledgeFolder}` : undefined);
  return {
    catalog: CATALOG_URL ? await openCatalog(CATALOG_URL) : await openSqliteCatalog({ path: itemFile(demoItems(), '.aisle') }),
    knowledge: knowledge === undefined ? undefined : await openKnowledge(knowledge),
    orders: ORDERS_URL ? createHttpOrders(ORDERS_URL) : undefined,
    shop: shop ?? (isDemo ? demoProfile : { name: 'Shop', time_zone: 'UTC', default_locale: 'en', blocked_items: [] }),
    log: pino({ level: 'silent' }),
  };
}
