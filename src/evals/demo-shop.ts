import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogEngine } from '../bff/catalog/engine.ts';
import { openSqliteCatalog } from '../bff/catalog/sqlite/open.ts';
import { importItems } from '../bff/catalog/sqlite/transaction.ts';
import { openKnowledge } from '../bff/knowledge/open.ts';
import { hasHan } from '../bff/language/script.ts';
import { createOrdersOf } from '../bff/orders/memory.ts';
import { demoItems } from '../demo/catalog/items.ts';
import { demoKnowledge, demoKnowledgeFolder } from '../demo/knowledge/knowledge.ts';
import { demoOrderRecords } from '../demo/orders/records.ts';
import { demoProfile } from '../demo/profile.ts';
import { Adviser, type Answer } from './adviser.ts';

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

/** The demo shop as tests ask it. */
export interface DemoShop {
  readonly catalog: CatalogEngine;
  readonly adviser: Adviser;
  /** The answers to one conversation, one a message, in the language of its words. */
  talk<Messages extends readonly string[]>(...messages: Messages): Promise<{ -readonly [At in keyof Messages]: Answer }>;
  /** The answer to the last message of a conversation. */
  last(...messages: readonly string[]): Promise<Answer>;
  close(): Promise<void>;
}

/** Opens the whole demo shop over a catalogue file of its own, which goes when it closes. */
export async function openDemoShop(): Promise<DemoShop> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-evals-'));
  const path = join(folder, 'demo.db');
  importItems(path, demoItems());
  const catalog = await openSqliteCatalog({ path, workers: 1 });
  const adviser = await demoAdviser(catalog);
  const converse = async (messages: readonly string[]): Promise<Answer[]> => {
    const say = adviser.conversation(hasHan(messages.join('')) ? 'zh-CN' : 'en');
    const answers: Answer[] = [];
    for (const message of messages) answers.push(await say(message));
    return answers;
  };
  return {
    catalog,
    adviser,
    // One answer a message: the compiler cannot count what a loop pushes.
    talk: async <Messages extends readonly string[]>(...messages: Messages) =>
      (await converse(messages)) as { -readonly [At in keyof Messages]: Answer },
    async last(...messages) {
      const answer = (await converse(messages)).at(-1);
      if (!answer) throw new TypeError('a conversation needs a message');
      return answer;
    },
    async close() {
      await adviser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
