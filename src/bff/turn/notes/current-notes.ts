import type { Note } from '../../../protocol/parts.ts';
import type { CatalogEngine } from '../../catalog/engine.ts';
import type { NotedFacts } from '../../model/port.ts';
import { namesOf, notesOf, rowNamesOf, titlesOf } from './note-texts.ts';

/** What is noted, in the shopper's words, with titles and names as the catalogue has them now. */
export async function currentNotes(noted: NotedFacts, locale: string, catalog: CatalogEngine): Promise<Note[]> {
  const title = titlesOf(noted.compared?.length ? await catalog.items(noted.compared, { locale }) : []);
  const words = await catalog.vocabulary();
  return notesOf(noted, { locale, currency: words.currency, title, name: namesOf(words, locale), rowName: rowNamesOf(words, locale) });
}
