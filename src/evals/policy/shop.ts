import type { CatalogEngine } from '../../bff/catalog/engine.ts';
import { openKnowledge } from '../../bff/knowledge/open.ts';
import { createOrdersOf } from '../../bff/orders/memory.ts';
import { demoKnowledge, demoKnowledgeFolder } from '../../demo/knowledge/knowledge.ts';
import { demoOrderRecords } from '../../demo/orders/records.ts';
import { demoProfile } from '../../demo/profile.ts';
import { Adviser } from '../adviser.ts';

/** Where the demo shop is reached, as the adviser tells it. */
export const demoContact = (demoProfile.contact ?? '').replace('mailto:', '');

/** The demo shop's adviser with everything it has connected: rules, guides and orders. */
export async function demoAdviser(catalog: CatalogEngine): Promise<Adviser> {
  return new Adviser(catalog, {
    shop: demoProfile,
    knowledge: await openKnowledge(`dir:${demoKnowledgeFolder}`),
    orders: createOrdersOf(demoOrderRecords('en')),
  });
}

/** Titles of the demo shop's documents by id. */
export const titlesIn = (locale: string): ReadonlyMap<string, string> =>
  new Map(demoKnowledge().flatMap((passage) => (passage.locale === locale ? [[passage.id, passage.title] as const] : [])));
