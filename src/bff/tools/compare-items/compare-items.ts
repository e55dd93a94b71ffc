import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { PART_VERSION } from '../../../protocol/parts.ts';
import type { CatalogEngine } from '../../catalog/engine.ts';
import { compare } from '../../compare/compare.ts';
import type { ComparePolicy } from '../../compare/policy.ts';
import { textsFor } from '../../language/texts.ts';
import type { Resilience } from '../../remote/resilience.ts';
import { admittedItems, refusedIdsText } from '../admitted.ts';
import type { Tool, ToolDefinition } from '../tool.ts';

const id = v.pipe(v.string(), v.maxLength(128));
const schema = v.strictObject({
  ids: v.pipe(v.array(id), v.minLength(2), v.maxLength(6), v.description('Two to six exact ids from search results or from the page.')),
  aspects: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(8), v.description('Facts the shopper asked about; they come first.')),
  ),
  days: v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(3650), v.description('Rental length in days.'))),
  direct: v.optional(v.pipe(v.boolean(), v.description('true: show the table and end the turn.'))),
});

const definition: ToolDefinition = {
  name: 'compare_items',
  description:
    'Puts two to six items side by side: price or total for a term, deposit, facts with units converted, reviews, guarantees, seller. A cell that is null is not stated by the shop.',
  parameters: { ...toJsonSchema(schema, { typeMode: 'input' }) },
};

/** Compares items of the ledger or of the page, from catalogue facts alone. */
export function createCompareItems(catalog: CatalogEngine, resilience: Resilience, policy: ComparePolicy): Tool<typeof schema> {
  return {
    name: 'compare_items',
    schema,
    async definition() {
      return definition;
    },
    async status(_, { locale }) {
      return textsFor(locale).status.comparing;
    },
    async execute({ ids, aspects, days, direct }, context) {
      const texts = textsFor(context.locale).summary;
      try {
        const { items, confirmed, refused } = await resilience(
          (signal) => admittedItems([...new Set(ids)], catalog, context, signal),
          context.signal,
        );
        if (items.length < 2) return { ok: false, text: refusedIdsText(refused), confirmed, summary: texts.failed };
        const comparison = compare(items, {
          locale: context.locale,
          policy,
          ...(days === undefined ? {} : { days }),
          ...(aspects ? { aspects } : {}),
        });
        const rows = comparison.rows.map(({ label, cells, best, differs }) => ({
          label,
          cells: cells.map((cell) => cell?.text ?? null),
          ...(best === undefined ? {} : { best: items[best]?.id }),
          differs,
        }));
        return {
          ok: true,
          text: JSON.stringify({
            items: items.map(({ id: itemId, title }) => ({ id: itemId, title })),
            rows,
            ...(refused.length > 0 ? { refused } : {}),
          }),
          data: comparison,
          confirmed,
          summary: texts.compared(items.length),
          ...(direct ? { parts: [{ type: 'data-compareTable', data: { v: PART_VERSION, ...comparison } }] } : {}),
        };
      } catch (error) {
        if (context.signal.aborted) throw error;
        return {
          ok: false,
          text: JSON.stringify({ error: 'unavailable', message: 'The catalogue does not answer right now.' }),
          summary: texts.failed,
        };
      }
    },
  };
}
