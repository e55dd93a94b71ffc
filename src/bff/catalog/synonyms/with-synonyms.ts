import type { SearchArguments } from '../../../protocol/search.ts';
import type { CatalogEngine, Vocabulary } from '../engine.ts';
import { layered } from '../layered.ts';
import { type Dictionary, NAMED, type NamedParameter, readSynonyms } from './dictionary.ts';
import type { SynonymGroups } from './file.ts';

/**
 * A catalogue that also understands the names its shop has listed: "red wine" where it files "grape wine". A search in such
 * names is made in the catalogue's own and tells so (`read_as`); the vocabulary lists them as labels. Whatever engine it is.
 */
export function withSynonyms(engine: CatalogEngine, groups: SynonymGroups): CatalogEngine {
  if (groups.length === 0) return engine;
  const read = new WeakMap<Vocabulary, Dictionary>();
  const dictionary = async (): Promise<Dictionary> => {
    const vocabulary = await engine.vocabulary();
    const known = read.get(vocabulary) ?? readSynonyms(groups, vocabulary);
    read.set(vocabulary, known);
    return known;
  };
  return layered(engine, {
    vocabulary: async () => (await dictionary()).vocabulary,
    async search(search, context) {
      const { own, read_as } = inNamesOfTheShop(search, await dictionary());
      const result = await engine.search(own, context);
      return Object.keys(read_as).length > 0 ? { ...result, read_as } : result;
    },
  });
}

/** A search in the catalogue's own names, and what was put for what. */
function inNamesOfTheShop(search: SearchArguments, { valuesFor, inOwnNames }: Dictionary) {
  const query = search.query === undefined ? undefined : inOwnNames(search.query);
  const read_as: Record<string, string> = { ...query?.read_as };
  const named: Partial<Record<NamedParameter, string[]>> = {};
  for (const parameter of Object.keys(NAMED) as NamedParameter[]) {
    const values = search[parameter];
    if (!values) continue;
    named[parameter] = values.flatMap((value) => {
      const own = valuesFor(parameter, value);
      const [first] = own;
      if (first !== undefined) read_as[value] = first;
      return first === undefined ? value : own;
    });
  }
  return { own: { ...search, ...named, ...(query && { query: query.query }) }, read_as };
}
