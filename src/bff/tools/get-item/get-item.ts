import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import type { Item } from '../../../protocol/item.ts';
import type { CatalogEngine } from '../../catalog/engine.ts';
import { textsFor } from '../../language/texts.ts';
import type { Resilience } from '../../remote/resilience.ts';
import { admittedItems, refusedIdsText } from '../admitted.ts';
import { factText, itemHead, offerText } from '../item-text.ts';
import type { Tool, ToolDefinition } from '../tool.ts';

const schema = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(128), v.description('The exact id from a search result, or of the item the shopper is looking at.')),
});

/** Everything the catalogue states about one item, for a model. */
function itemText(item: Item, locale: string): string {
  const { description, features, use_cases, audience, attributes, policies, review_aspects, seller, shipping, options } = item;
  return JSON.stringify({
    ...itemHead(item),
    ...(description ? { description: description.plain.slice(0, 1200) } : {}),
    facts: Object.fromEntries(Object.values(attributes ?? {}).map((fact) => [fact.label, factText(fact)])),
    features,
    use_cases,
    audience,
    options,
    offers: item.offers.map((offer) => offerText(offer, locale, undefined)),
    guarantees: policies?.map(({ label, description: text }) => (text ? `${label}: ${text}` : label)),
    reviews: review_aspects?.map(({ aspect, positive, negative, quote }) => ({ aspect, positive, negative, quote })),
    seller,
    shipping,
  });
}

const definition: ToolDefinition = {
  name: 'get_item',
  description:
    'Everything the shop states about one item: facts, offers, guarantees, reviews, seller. What it does not state is not known.',
  parameters: { ...toJsonSchema(schema, { typeMode: 'input' }) },
};

/** Full details of one item of the ledger or of the page. */
export function createGetItem(catalog: CatalogEngine, resilience: Resilience): Tool<typeof schema> {
  return {
    name: 'get_item',
    schema,
    async definition() {
      return definition;
    },
    async status(_, { locale }) {
      return textsFor(locale).status.checking;
    },
    async execute({ id }, context) {
      const texts = textsFor(context.locale).summary;
      try {
        const { items, confirmed } = await resilience((signal) => admittedItems([id], catalog, context, signal), context.signal);
        const [item] = items;
        if (!item) return { ok: false, text: refusedIdsText([id]), summary: texts.failed };
        return { ok: true, text: itemText(item, context.locale), data: { item }, confirmed, summary: item.title };
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
