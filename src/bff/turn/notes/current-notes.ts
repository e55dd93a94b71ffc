import type { Note } from '../../../protocol/parts.ts';
import type { CatalogEngine } from '../../catalog/engine.ts';
import type { NotedFacts } from '../../model/port.ts';
import { noteContext, notesOf } from './note-texts.ts';

/** What is noted, in the shopper's words, with titles and names as the catalogue has them now. */
export async function currentNotes(noted: NotedFacts, locale: string, catalog: CatalogEngine): Promise<Note[]> {
  const items = noted.compared?.length ? await catalog.items(noted.compared, { locale }) : [];
  return notesOf(noted, noteContext(await catalog.vocabulary(), items, locale));
}
