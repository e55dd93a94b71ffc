import type { Item } from '../../protocol/item.ts';
import type { Recital } from './prose/recital.ts';

/**
 * What the guard judges with: evidence of this conversation, looked up at the moment of judging. All functions are
 * synchronous and cheap; `turn` keeps the data at hand.
 */
export interface Evidence {
  /** G1: whether a successful `search_db` of this conversation returned exactly this id. */
  inLedger(id: string): boolean;
  /** G8, G9: what of this message was already shown: ids of item and video cards. Kept across the steps of a message. */
  readonly shown: { readonly items: Set<string>; readonly videos: Set<string>; visibleBytes: number };
  /** Items of the ledger, for G15 and G17: what amounts and attributes they state. */
  ledgerItems(): Iterable<Item>;
  /** Texts of knowledge passages that this conversation received. */
  passages(): Iterable<string>;
  /** The shopper's own messages, oldest first. */
  shopperTexts(): Iterable<string>;
  /** Rental lengths in days that this conversation named. */
  rentalDays(): Iterable<number>;
  /** Tool calls of this turn that came back, and how many of them with a result. */
  turnCalls(): { readonly called: number; readonly succeeded: number };
  /** The shop's brands, in every spelling. */
  brands(): Iterable<string>;
  /** What a shop's own tools (MCP) answered, without what they were called with: amounts in it are theirs, no item's. */
  outsideTexts(): Iterable<string>;
  /** What tools other than the search said in this conversation: orders, details, a shop's own tools. */
  namingTexts(): Iterable<string>;
}

/** What a guard is made of. */
export interface GuardOptions {
  readonly evidence: Evidence;
  readonly locale: string;
  /** Host names that links may point to (G14). */
  readonly linkHosts: ReadonlySet<string>;
  /** What the model was told to do: an answer that recites it ends there (T15). */
  readonly instructions?: Recital;
}
