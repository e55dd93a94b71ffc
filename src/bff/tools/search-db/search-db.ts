import * as v from 'valibot';
import { languageOf } from '../../../protocol/locale.ts';
import { asksForSomething, type SearchArguments, searchArgumentsSchema } from '../../../protocol/search.ts';
import { type CatalogEngine, SearchRefused, type Vocabulary } from '../../catalog/engine.ts';
import { localName } from '../../language/local-name.ts';
import { textsFor } from '../../language/texts.ts';
import type { Resilience } from '../../remote/resilience.ts';
import type { Tool, ToolContext, ToolResult } from '../tool.ts';
import { searchDefinition } from './definition.ts';
import { searchResultText } from './result-text.ts';

/** A parameter the tool does not know is told to the model: dropping it would answer another question than was asked. */
const schema = v.strictObject(searchArgumentsSchema.entries);

/** Items a search returns when the model names no limit. */
const DEFAULT_LIMIT = 6;

function refusal(error: SearchRefused): string {
  return JSON.stringify({ error: error.code, message: error.message, parameters: error.parameters, valid_choices: error.choices });
}

/** Products of the first named type, for "Looking through the shop's 312 items under “Camera”…". */
function counted(search: SearchArguments, vocabulary: Vocabulary, locale: string): { what?: string; count?: number } {
  const what = search.product_types?.[0];
  if (!what) return {};
  const folded = what.toLowerCase();
  const type = vocabulary.product_types.find((term) => [term.value, ...term.labels].some((name) => name.toLowerCase() === folded));
  return type
    ? {
        what: localName([type.value, ...type.labels], languageOf(locale)),
        ...(type.products === undefined ? {} : { count: type.products }),
      }
    : { what };
}

/** The only tool whose results may become cards (guard contract G1). */
export function createSearchDb(catalog: CatalogEngine, resilience: Resilience): Tool<typeof schema> {
  return {
    name: 'search_db',
    schema,

    async definition() {
      return searchDefinition(await catalog.vocabulary());
    },

    async status(search, { locale }) {
      const { what, count } = counted(search, await catalog.vocabulary(), locale);
      return textsFor(locale).status.searching(what, count);
    },

    async execute(search: SearchArguments, { locale, signal }: ToolContext): Promise<ToolResult> {
      const texts = textsFor(locale).summary;
      if (!asksForSomething(search))
        return {
          ok: false,
          text: JSON.stringify({ error: 'bad_arguments', message: 'Give at least one parameter to search by.' }),
          summary: texts.failed,
        };
      const wanted = { ...search, limit: search.limit ?? DEFAULT_LIMIT };
      try {
        const result = await resilience((limit) => catalog.search(wanted, { locale, signal: limit, turn: signal }), signal);
        return {
          ok: true,
          text: searchResultText(result, search, locale),
          data: result,
          found: {
            items: result.items,
            arguments: search,
            total: result.total,
            revision: result.revision,
            ...(result.cursor ? { cursor: result.cursor } : {}),
            ...(result.why ? { why: result.why } : {}),
          },
          summary: result.total > 0 ? texts.found(result.total) : texts.nothingFound,
        };
      } catch (error) {
        if (signal.aborted) throw error;
        if (error instanceof SearchRefused) return { ok: false, text: refusal(error), summary: texts.failed };
        return {
          ok: false,
          text: JSON.stringify({ error: 'unavailable', message: "The shop's search does not answer right now. Say so; show no items." }),
          summary: texts.failed,
        };
      }
    },
  };
}
