import { toJsonSchema } from '@valibot/to-json-schema';
import { type SearchArguments, searchArgumentsSchema } from '../../../protocol/search.ts';
import type { Term, Vocabulary } from '../../catalog/engine.ts';
import type { ToolDefinition } from '../tool.ts';

/** What each parameter is for, as the model reads it. Keyed by the schema, so that none can be forgotten. */
const notes: Readonly<Record<keyof SearchArguments, string>> = {
  query: "Words to find in titles, features and descriptions, in the shopper's language. Leave out what another parameter says.",
  product_types: "The shop's own type names.",
  brands: 'Brands wanted.',
  models: 'Model names or numbers.',
  key_features: 'What the item must be able to do.',
  use_cases: 'What it is for.',
  audience: 'Who it is for.',
  offer_kind: 'sell: to buy. lease: to rent. Leave out when the shopper did not say.',
  buyout: 'true: a rental that can be bought at the end.',
  price_range:
    'Decimal amounts as text. basis: total (price, or the whole rental), day or month (rental rate). A budget without a unit is total.',
  currency: "ISO 4217; default: the catalogue's.",
  rental_days: 'Length of the rental in days. A month is 30.',
  start_date: 'First day of use, YYYY-MM-DD.',
  deposit_max: 'Largest deposit, decimal text.',
  deposit_free: 'true: no deposit, or one that can be waived.',
  service_guarantees: 'Service promises wanted.',
  conditions: 'Condition of the item.',
  colors: 'Colours.',
  sizes: 'Sizes.',
  materials: 'Materials.',
  attributes: 'Conditions on stated facts. Two entries on one name make a range. Give the unit of the value.',
  rating_min: 'Least rating, 0 to 5.',
  in_stock: 'true: can be had now.',
  quantity: 'How many are needed.',
  ships_to: 'Region of delivery.',
  deliver_by: 'Latest day of delivery, YYYY-MM-DD.',
  seller: 'Name of the seller.',
  seller_location: 'Where the seller is.',
  certifications: 'Certificates the seller must hold.',
  product_id: 'All variants of one product.',
  exclude: 'What must not be among the results.',
  sort: 'Order of the results.',
  sort_attribute: 'With sort: attribute.',
  limit: 'How many items to return, at most 20; default 6.',
  cursor: 'Continues an earlier result.',
  direct: "true: send the result to the shopper as cards and end the turn. Only for a plain 'show me …' with nothing to add.",
};

/** Longest list that is worth its tokens as a closed enum. */
const ENUM_LIMIT = 80;

const names = (terms: readonly Term[]): string[] => terms.map((term) => term.value.split(' > ').at(-1) ?? term.value);

/** Closed enums where the shop knows the values and they are few. */
function enumsOf(vocabulary: Vocabulary): Partial<Record<keyof SearchArguments, string[]>> {
  const all: Partial<Record<keyof SearchArguments, string[]>> = {
    product_types: names(vocabulary.product_types),
    brands: names(vocabulary.brands),
    key_features: names(vocabulary.features),
    use_cases: names(vocabulary.use_cases),
    audience: names(vocabulary.audience),
    colors: names(vocabulary.colors),
    materials: names(vocabulary.materials),
    service_guarantees: names(vocabulary.guarantees),
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0 && new Set(values).size <= ENUM_LIMIT));
}

function attributeNote(vocabulary: Vocabulary): string {
  const known = vocabulary.attributes
    .slice(0, 60)
    .map(
      (fact) =>
        `${fact.key}${fact.unit ? ` (${fact.unit})` : ''}${fact.labels[0] && fact.labels[0] !== fact.key ? `: ${fact.labels.join(' / ')}` : ''}`,
    );
  return known.length > 0 ? `${notes.attributes} Known names: ${known.join('; ')}.` : notes.attributes;
}

type Schema = Record<string, unknown>;

const made = new WeakMap<Vocabulary, ToolDefinition>();

/** {@link makeDefinition}, once for each vocabulary. */
export function searchDefinition(vocabulary: Vocabulary): ToolDefinition {
  let definition = made.get(vocabulary);
  if (!definition) {
    definition = makeDefinition(vocabulary);
    made.set(vocabulary, definition);
  }
  return definition;
}

/**
 * `search_db` as a model is offered it: the JSON Schema of the arguments with the shop's own values as enums. A function
 * of the vocabulary alone, so its bytes stay equal as long as the catalogue does and providers can cache the prefix.
 */
function makeDefinition(vocabulary: Vocabulary): ToolDefinition {
  const schema = toJsonSchema(searchArgumentsSchema, { typeMode: 'input', errorMode: 'ignore' }) as { properties: Record<string, Schema> };
  const enums = enumsOf(vocabulary);
  const properties: Record<string, Schema> = {};
  for (const name of Object.keys(notes) as (keyof SearchArguments)[]) {
    const property = schema.properties[name] ?? {};
    const values = enums[name];
    properties[name] = {
      ...property,
      ...(values ? { items: { type: 'string', enum: [...new Set(values)] } } : {}),
      description: name === 'attributes' ? attributeNote(vocabulary) : notes[name],
    };
  }
  return {
    name: 'search_db',
    description:
      "Searches this shop's catalogue. Every item you show must come from a result of this tool in this conversation. Give only what the shopper asked for. When nothing is found, read `relaxations` and search again with other words or fewer conditions.",
    parameters: { type: 'object', properties, additionalProperties: false },
  };
}
