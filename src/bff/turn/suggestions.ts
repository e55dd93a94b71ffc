import type { Item } from '../../protocol/item.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';
import type { SearchArguments } from '../../protocol/search.ts';
import type { Facet, Term } from '../catalog/engine.ts';
import { hasHan, isWrittenIn } from '../language/script.ts';

/** Questions offered after an answer. */
const MOST = 3;

interface SuggestionWords {
  readonly compare: (a: string, b: string) => string;
  readonly depositFree: string;
  readonly cheaper: string;
  readonly others: string;
  readonly ofBrand: (brand: string) => string;
  readonly forUse: (use: string) => string;
  readonly depositBack: string;
  readonly damage: string;
  readonly showType: (type: string) => string;
}

const words: Readonly<Record<Language, SuggestionWords>> = {
  zh: {
    compare: (a, b) => `${a} 和 ${b} 哪个好`,
    depositFree: '有免押的吗',
    cheaper: '再便宜点',
    others: '换一批',
    ofBrand: (brand) => `只看${brand}`,
    forUse: (use) => `适合${use}的`,
    depositBack: '押金什么时候退',
    damage: '摔坏了怎么办',
    showType: (type) => `看看${type}`,
  },
  en: {
    compare: (a, b) => `Which is better, ${a} or ${b}?`,
    depositFree: 'Any without a deposit?',
    cheaper: 'Cheaper ones',
    others: 'Show me others',
    ofBrand: (brand) => `Only ${brand}`,
    forUse: (use) => `Something for ${use}`,
    depositBack: 'When do I get the deposit back?',
    damage: 'What if it gets damaged?',
    showType: (type) => `Show me what’s under “${type}”`,
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
  /** The answer is text alone: no card of any kind. */
  readonly plain: boolean;
  /** Kinds of things the shop has, as the catalogue names them. */
  readonly types: readonly Term[];
}

/** What the shop has most of, by its last name, in the language of the answer. */
function mostTypes(types: readonly Term[], locale: string): string[] {
  const leaves = types.filter(({ value }) => !types.some((other) => other.value.startsWith(`${value} > `)));
  const names = leaves.toSorted((a, b) => b.count - a.count).map(({ value }) => value.split(' > ').at(-1) ?? value);
  const own = names.filter((name) => isWrittenIn(name, languageOf(locale)));
  return [...new Set(own)].slice(0, 2);
}

/** Characters of a name on a chip. */
const NAME = 24;

/** A name short enough for a chip: the model, else the title's first words. */
function shortName(item: Item): string {
  if (item.model) return item.model;
  const [head = item.title] = item.title.split(/[（(，,]/);
  const name = head.replace(/\s+/g, ' ').trim();
  if (name.length <= NAME) return name;
  const cut = name.slice(0, NAME + 1);
  return hasHan(cut) ? cut.slice(0, NAME) : (cut.match(/^.*(?= )/)?.[0] ?? cut.slice(0, NAME));
}

/**
 * Up to three next questions that this shop can answer: each follows from a fact of the last search or of what was shown, so
 * that a press never ends in "nothing found".
 */
export function suggestionsFor({ locale, shown, search, knowsRules, asked, plain, types }: SuggestionInput): string[] {
  if (asked || !search) return [];
  const say = words[languageOf(locale)];
  // Nothing was found to go on with: what the shop does have.
  if (plain) return [...mostTypes(types, locale).map(say.showType), ...(knowsRules ? [say.damage] : [])].slice(0, MOST);
  if (search.total === 0) return [];
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
  if (brand && !search.arguments.brands) prompts.push(say.ofBrand(brand.value));
  // Within a bound, or sorted by price, what was shown may be the cheapest there is.
  const cheapest = search.arguments.sort === 'price_asc' || search.arguments.price_range !== undefined;
  if (shown.length > 0 && search.total > shown.length) prompts.push(cheapest ? say.others : say.cheaper);
  return [...new Set(prompts)].slice(0, MOST);
}
