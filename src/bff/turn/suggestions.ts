import type { Item } from '../../protocol/item.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';
import type { SearchArguments } from '../../protocol/search.ts';
import type { Facet } from '../catalog/engine.ts';

/** Questions offered after an answer. */
const MOST = 3;

interface SuggestionWords {
  readonly compare: (a: string, b: string) => string;
  readonly depositFree: string;
  readonly cheaper: string;
  readonly others: string;
  readonly only: (value: string) => string;
  readonly forUse: (use: string) => string;
  readonly depositBack: string;
  readonly damage: string;
}

const words: Readonly<Record<Language, SuggestionWords>> = {
  zh: {
    compare: (a, b) => `${a} 和 ${b} 哪个好`,
    depositFree: '有免押的吗',
    cheaper: '再便宜点',
    others: '换一批',
    only: (value) => `只看${value}`,
    forUse: (use) => `适合${use}的`,
    depositBack: '押金什么时候退',
    damage: '摔坏了怎么办',
  },
  en: {
    compare: (a, b) => `Which is better, ${a} or ${b}?`,
    depositFree: 'Any without a deposit?',
    cheaper: 'Cheaper ones',
    others: 'Show me others',
    only: (value) => `Only ${value}`,
    forUse: (use) => `Something for ${use}`,
    depositBack: 'When do I get the deposit back?',
    damage: 'What if it gets damaged?',
  },
};

export interface SuggestionInput {
  readonly locale: string;
  /** Items of this answer, in order. */
  readonly shown: readonly Item[];
  readonly search?: { readonly arguments: SearchArguments; readonly total: number; readonly facets: readonly Facet[] };
  /** Whether the shop's own rules can be looked up. */
  readonly knowsRules: boolean;
  /** Whether a question card is open: then the next question is the adviser's. */
  readonly asked: boolean;
}

/** A name short enough for a chip: brand and model, else the title's beginning. */
function shortName(item: Item): string {
  return item.model ?? item.title.split(/[（(，,]/)[0]?.slice(0, 24) ?? item.title;
}

/**
 * Up to three next questions that this shop can answer: each follows from a fact of the last search or of what was shown, so
 * that a press never ends in "nothing found".
 */
export function suggestionsFor({ locale, shown, search, knowsRules, asked }: SuggestionInput): string[] {
  if (asked || !search || search.total === 0) return [];
  const say = words[languageOf(locale)];
  const prompts: string[] = [];
  const [first, second] = shown;
  if (first && second && shortName(first) !== shortName(second)) prompts.push(say.compare(shortName(first), shortName(second)));
  const rents = search.arguments.offer_kind !== 'sell' && shown.some((item) => item.offers.some((offer) => offer.lease));
  if (
    rents &&
    !search.arguments.deposit_free &&
    shown.some((item) => item.offers.some((offer) => offer.lease?.deposit === null || offer.lease?.deposit?.waivable))
  )
    prompts.push(say.depositFree);
  const uses = search.facets.find((facet) => facet.field === 'use_cases')?.values ?? [];
  const use = uses.find((each) => each.count < search.total && !search.arguments.use_cases?.includes(each.value));
  if (use && search.total > 4) prompts.push(say.forUse(use.value));
  if (rents && knowsRules) prompts.push(shown.length > 0 ? say.depositBack : say.damage);
  const brand = search.facets.find((facet) => facet.field === 'brands')?.values.find((each) => each.count > 1 && each.count < search.total);
  if (brand && !search.arguments.brands) prompts.push(say.only(brand.value));
  if (search.total > shown.length) prompts.push(search.arguments.sort === 'price_asc' ? say.others : say.cheaper);
  return [...new Set(prompts)].slice(0, MOST);
}
