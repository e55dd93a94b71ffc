import type { Language } from '../../../../protocol/locale.ts';
import type { Talk } from '../wish.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** How found items were put in order, as far as the shopper asked for it. */
export type OrderWord = 'price_asc' | 'price_desc' | 'deposit_asc' | 'rating' | 'popularity' | 'newest';

/** A fact of an earlier message that a search took over. */
export type RememberedFact =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'lease' | 'sell' | 'budget' }
  | { readonly kind: 'not-brands'; readonly brands: readonly string[] }
  /** A row of a comparison that was opened: the search is in its order. */
  | { readonly kind: 'looked-at'; readonly label: string };

/** Everything the planner says, in one language. Names and nouns come from the shopper or the catalogue, never figures of money. */
export interface Words {
  /** Answers to messages that ask for no product. */
  readonly talk: Readonly<Record<Exclude<Talk, 'any' | 'browse' | 'compare' | 'this-item' | 'video'>, string>>;
  /** @param noun the shopper's own word for the kind of thing; null where none was said. */
  found(total: number, shown: number, noun: string | null): string;
  ordered(order: OrderWord): string;
  orderedBy(attribute: string, ascending: boolean): string;
  /** The search before was changed and nothing is beyond it. */
  noMore: Readonly<Record<'dearer' | 'others', string>> & {
    /** @param name of the cheapest of all; null where none was found. */
    cheaper(name: string | null): string;
  };
  noMoreOf(quality: string): string;
  /** Nothing fits all conditions; `names` were given up. */
  widened(names: readonly string[], total: number, noun: string | null): string;
  /** Everything fits but the shopper's own words, which no description has. */
  unmentioned(wanted: readonly string[], total: number, noun: string | null): string;
  /** The price fits nothing that is sold, but rentals. */
  onlyRented(total: number, noun: string | null): string;
  /** Nothing is within the bound; what follows is nearest to it. */
  nearest(name: string, noun: string | null): string;
  notStated(names: readonly string[], noun: string | null): string;
  /** What comes after "not stated" when other items follow. */
  otherwise(total: number): string;
  nothing(noun: string | null): string;
  notCarried(wanted: readonly string[]): string;
  /** @param types what the shop has most of. */
  carries(types: readonly string[]): string;
  /** Asked to rent where nothing is rented out, and the other way round. */
  saleOnly: string;
  leaseOnly: string;
  foreignPrice(currency: string): string;
  searchFailed: string;
  repair: string;
  compareUnavailable: string;
  oneInCart: string;
  /** Renting one item against buying it; amounts are written as on its card. */
  rentOrBuy: {
    costs(name: string, days: number, rent: string, price: string): string;
    bought(name: string, price: string): string;
    /** @param text what the comparison says on renting against buying */
    weighed(text: string): string;
    onlyLet(name: string): string;
    onlySold(name: string): string;
    neither(name: string): string;
  };
  /** What the items before the shopper cost. */
  costs: {
    kit: string;
    each: string;
    line(name: string, ways: readonly string[]): string;
    howLong: string;
  };
  /** Where a message points beyond the cards shown. */
  shownOnly(count: number): string;
  /** Sentences of a comparison; labels are those of its rows. */
  compared: {
    /** @param figure of the winner; null where it stands in the table alone. */
    winner(name: string, label: string, figure: string | null): string;
    undecided(label: string): string;
    unstated: string;
    leads(name: string, labels: string): string;
    joined(leads: readonly string[]): string;
    even: string;
    /** They are of different types: names of those. */
    differ(types: readonly string[]): string;
    /** No winner was asked for by a quality. */
    yours: string;
  };
  /** Sentences of a kit; names are those of its roles. */
  kit: {
    here(title: string, people: number | null, members: number): string;
    over: string;
    /** Only one part is left of it. */
    alone: string;
    none: string;
    /** Parts of which nothing is as the message wanted it. */
    unmet(names: readonly string[]): string;
    /** The part could not be exchanged. */
    stays(name: string): string;
    without(names: readonly string[]): string;
    spared(names: readonly string[]): string;
    small(names: readonly string[]): string;
  };
  /** Before films of the items. */
  videos(count: number): string;
  noVideo: string;
  /** What an earlier message said and this search took over. */
  remembered(facts: readonly RememberedFact[]): string;
  itemUnavailable: string;
  /** Before the card of the item on the page: its facts, or that what was asked is not among them. */
  itemFacts: string;
  itemNotStated: string;
  /** Before the question what for, to somebody who only looks around. */
  browse: string;
  whatFor: string;
  /** The shopper's own words, marked as such. */
  quoted(words: string): string;
  /** The name of a search condition, such as "the brand". */
  condition(parameter: string): string;
  /** A question about one field. @param label of the facet. */
  question(field: string, label: string, noun: string | null): string;
  /** The catalogue has a thing under another name than the shopper's. */
  inOtherWords(said: readonly string[], found: readonly string[]): string;
  /** The values of a field, with how many have each. @param more there are others. */
  values(label: string, values: readonly { readonly label: string; readonly count: number }[], noun: string | null, more: boolean): string;
  /** Nothing spoken of states what was asked. */
  notTold(noun: string | null): string;
  join(names: readonly string[]): string;
}

const byLanguage: Readonly<Record<Language, Words>> = { zh, en };

/** The planner's sentences in one language. */
export const wordsFor = (language: Language): Words => byLanguage[language];
