import type { Client } from '../api/client.ts';
import { itemsById } from './items.ts';
import { queryClientOf } from './query-client.ts';

/** A question waits no longer than this for the names it is put in. */
const PATIENCE_MS = 5000;

/** What items are called, in the order of `ids`; the id itself where the catalogue does not say. Never rejects. */
export async function titlesOf(client: Client, ids: readonly string[], locale: string): Promise<string[]> {
  const late = new Promise<never[]>((resolve) => setTimeout(resolve, PATIENCE_MS, []));
  const found = await Promise.race([queryClientOf(client).fetchQuery(itemsById(client, ids, locale)), late]).catch(() => []);
  const titles = new Map(found.map(({ id, title }) => [id, title]));
  return ids.map((id) => titles.get(id) ?? id);
}
