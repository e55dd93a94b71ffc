import type { Directive, DirectiveName } from '../../../protocol/directives.ts';
import type { Item } from '../../../protocol/item.ts';
import type { DataPart, NoticeCode } from '../../../protocol/parts.ts';
import type { ComparePolicy } from '../../compare/policy.ts';
import type { NotedFacts } from '../../model/port.ts';
import type { SearchFound } from '../../tools/tool.ts';
import type { LastSearch } from '../turn-state.ts';

/** What a card is made from: the catalogue as it is now, and this turn's last search. */
export interface CardContext {
  /** Reads items again (guard contract G10), in the order asked for; vanished ones are absent. */
  items(ids: readonly string[]): Promise<readonly Item[]>;
  /** The item as the search returned it, to see whether its price moved since. */
  asSearched(id: string): Item | undefined;
  /** This turn's last successful search. */
  lastSearch(): LastSearch | undefined;
  /** How the shopper wants to have things, as the conversation noted it: for cards of a turn without a search. */
  noted(): Pick<NotedFacts, 'offer_kind' | 'rental_days'>;
  /** The rest of the last search, from its cursor; its items enter the ledger. */
  nextPage(limit: number): Promise<SearchFound | undefined>;
  /** Rental length the shopper last searched with, in days. */
  readonly rentalDays: () => number | undefined;
  readonly locale: string;
  readonly comparePolicy: ComparePolicy;
  /** ISO 8601 instant. */
  now(): string;
}

/** A made card, or why there is none; with either, what the shopper should be told beside it. */
export interface MadeCard {
  readonly part?: DataPart;
  readonly notice?: NoticeCode;
}

/** Makes the card a directive asks for. The guard has let the directive through before. */
export type CardMaker<N extends DirectiveName> = (directive: Extract<Directive, { name: N }>, context: CardContext) => Promise<MadeCard>;
