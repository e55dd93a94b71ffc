import type { Item } from '../../../../protocol/item.ts';
import type { SearchArguments } from '../../../../protocol/search.ts';
import type { Term, Vocabulary } from '../../../catalog/engine.ts';
import { findAmounts } from '../../../language/amounts.ts';
import { namesOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';
import { attributeText } from './attribute-text.ts';

/** What was asked about: a search, or a wish about one item. */
export interface Asked {
  readonly key_features?: readonly string[] | undefined;
  readonly use_cases?: readonly string[] | undefined;
  readonly audience?: readonly string[] | undefined;
  readonly attributes?: readonly { readonly name: string }[] | undefined;
  readonly sort?: SearchArguments['sort'];
  readonly sort_attribute?: SearchArguments['sort_attribute'];
}

const FACTS = 3;
const LENGTH = 90;
/** Words of money belong to the card, not to the reason (guard contract G10, G15). */
const MONEY =
  /[¥$€£₩]|\d\s?(?:元|块|刀|折|usd|cny|eur|gbp)|押|免费|租金|价|包邮|\bfree\b|\bwaived?\b|\bdeposit\b|\bprice\b|\bdiscount\b|\boff\b|\bcheap/i;

/**
 * One short line on why an item is there: the facts of it that were asked about. Null where none was, or the item does
 * not state it.
 */
export function reasonFor(item: Item, search: Asked, vocabulary: Vocabulary): string | null {
  const facts = [
    ...attributeFacts(item, search),
    ...listFacts(item.features, search.key_features, vocabulary.features),
    ...listFacts(item.use_cases, search.use_cases, vocabulary.use_cases),
    ...listFacts(item.audience, search.audience, vocabulary.audience),
  ].filter((fact) => fact !== '' && !MONEY.test(fact) && findAmounts(fact).length === 0);
  const line: string[] = [];
  for (const fact of new Set(facts)) if (line.length < FACTS && [...line, fact].join(' · ').length <= LENGTH) line.push(fact);
  return line.length > 0 ? line.join(' · ') : null;
}

function attributeFacts(item: Item, search: Asked): string[] {
  const keys = [
    ...(search.attributes ?? []).map((filter) => filter.name),
    ...(search.sort === 'attribute' && search.sort_attribute ? [search.sort_attribute.name] : []),
  ];
  return [...new Set(keys)].flatMap((key) => {
    const attribute = item.attributes?.[key];
    return attribute ? [attributeText(attribute)] : [];
  });
}

/** The item's own words for what was asked for, in its own language. */
function listFacts(stated: readonly string[] | undefined, asked: readonly string[] | undefined, terms: readonly Term[]): string[] {
  if (!stated?.length || !asked?.length) return [];
  const names = new Set(
    asked.flatMap((value) => [foldText(value), ...terms.filter((term) => term.value === value).flatMap((term) => namesOf(term))]),
  );
  return stated.filter((value) => names.has(foldText(value)));
}
