import type { Item } from '../../../protocol/item.ts';
import type { Note } from '../../../protocol/parts.ts';
import type { CatalogEngine, ReadContext } from '../../catalog/engine.ts';
import type { NotedFacts } from '../../model/port.ts';
import { unlessDown } from '../catalogue-down.ts';
import { noteContext, notesOf } from './note-texts.ts';

/**
 * What is noted, in the shopper's words, with titles and names as the catalogue has them now. Where it has
 * never given an answer, there are none.
 * @param lastSeen what items are named by while the catalogue gives no answer.
 */
export async function currentNotes(
  noted: NotedFacts,
  context: ReadContext,
  catalog: CatalogEngine,
  lastSeen: readonly Item[] = [],
): Promise<Note[]> {
  const [items, vocabulary] = await Promise.all([
    noted.compared?.length ? unlessDown(catalog.items(noted.compared, context), lastSeen) : [],
    unlessDown(catalog.vocabulary(), undefined),
  ]);
  return vocabulary ? notesOf(noted, noteContext(vocabulary, items, context.locale)) : [];
}
