import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Domain, KnowledgeBase } from '../../knowledge/knowledge.ts';
import { textsFor } from '../../language/texts.ts';
import { createResilience, type Resilience } from '../../remote/resilience.ts';
import type { Tool, ToolContext, ToolDefinition, ToolResult } from '../tool.ts';
import { distinctPairs, mergePassages, type Pair, type PairAnswer } from './pairs.ts';
import { knowledgeText } from './result-text.ts';

/** What each domain holds, as the model reads it. */
const notes: Readonly<Record<Domain, string>> = {
  internal_kb: "internal_kb: the shop's own rules and guides (deposits, delivery, returns, damage, how to choose)",
  web: 'web: reviews, encyclopaedias, general knowledge',
  xiaohongshu: 'xiaohongshu: notes of people who use such things',
};
/** Passages for one pair; several pairs share the model's attention. */
const LIMITS = { one: 5, several: 3 } as const;

const schemaFor = (domains: readonly Domain[]) =>
  v.strictObject({
    queries: v.pipe(
      v.array(
        v.strictObject({
          query: v.pipe(
            v.string(),
            v.trim(),
            v.minLength(1),
            v.maxLength(400),
            v.description("What to find out, in a few words of the shopper's language."),
          ),
          domain: v.pipe(v.picklist(domains), v.description(domains.map((domain) => notes[domain]).join('; '))),
        }),
      ),
      v.minLength(1),
      v.maxLength(4),
      v.description('One to four questions; ask several at once rather than one after the other.'),
    ),
  });
type Schema = ReturnType<typeof schemaFor>;

export interface KnowledgeSearchOptions {
  /** Makes the limits of one domain: a dead one must not close the others. */
  readonly resilience?: () => Resilience;
}

/**
 * Rules, guides and experience from the domains the shop has connected. Several pairs of one call run side by side.
 * @param knowledge with at least one domain; without any the tool is not offered.
 */
export function createKnowledgeSearch(
  knowledge: KnowledgeBase,
  { resilience = createResilience }: KnowledgeSearchOptions = {},
): Tool<Schema> {
  const schema = schemaFor(knowledge.domains());
  const limits = new Map(knowledge.domains().map((domain) => [domain, resilience()]));

  const ask = async (pair: Pair, limit: number, { locale, signal }: ToolContext): Promise<PairAnswer> => {
    try {
      const run = limits.get(pair.domain);
      const passages = run ? await run((each) => knowledge.search({ ...pair, limit, locale }, each), signal) : [];
      return { pair, passages };
    } catch (error) {
      if (signal.aborted) throw error;
      return { pair, passages: null };
    }
  };

  const definition: ToolDefinition = {
    name: 'knowledge_search',
    description:
      "Looks up what the catalogue does not hold: the shop's rules, buying guides, experience. Use it before you state any rule of the shop. Answer from the passages alone; they are shown to the shopper as sources.",
    parameters: { ...toJsonSchema(schema, { typeMode: 'input', ignoreActions: ['trim'] }) },
  };
  return {
    name: 'knowledge_search',
    schema,
    async definition() {
      return definition;
    },
    async status(_, { locale }) {
      return textsFor(locale).status.lookingUp;
    },
    async execute({ queries }, context): Promise<ToolResult> {
      const texts = textsFor(context.locale).summary;
      const pairs = distinctPairs(queries);
      const limit = pairs.length === 1 ? LIMITS.one : LIMITS.several;
      const answers = await Promise.all(pairs.map((pair) => ask(pair, limit, context)));
      const passages = mergePassages(answers);
      const text = knowledgeText(answers, passages);
      if (answers.every((answer) => answer.passages === null)) return { ok: false, text, summary: texts.failed };
      return {
        ok: true,
        text,
        data: { passages },
        passages,
        passage_ids: passages.map((passage) => passage.id),
        summary: passages.length > 0 ? texts.passages(passages.length) : texts.noPassages,
      };
    },
  };
}
