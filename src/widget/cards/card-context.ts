import { createContext, type MouseEvent, useContext } from 'react';
import type { Offer } from '../../protocol/offer.ts';

/** What the shop's cart needs to know. */
export interface CartRequest {
  readonly item_id: string;
  readonly offer_id: string;
  readonly quantity: number;
  readonly rental_days?: number;
  readonly run_id?: string;
}

/** Rent or buy, and for how many days. */
export interface Wish {
  readonly kind?: Offer['kind'];
  readonly days?: number;
}

/** What a card may ask of the chat around it. Cards know nothing else of it. */
export interface CardActions {
  /** Says something for the shopper: an option, a suggestion. */
  say(text: string): void;
  /** The shopper follows an item's link; the shop may take the navigation over. */
  followItem(event: MouseEvent, itemId: string, url: string, runId: string | undefined): void;
  readonly compared: ReadonlySet<string>;
  toggleCompared(itemId: string, title: string): void;
  /** Absent where the shop has not said that it handles its cart. @returns whether the shop took it. */
  readonly addToCart: ((request: CartRequest) => boolean) | undefined;
  /** What the shopper chose last, on any card. */
  readonly wish: Wish;
  /** What the shopper chose on a card of one answer; it counts before what that answer's search asked for. */
  wishIn(runId: string | undefined): Wish;
  choose(runId: string | undefined, wish: Wish): void;
}

const nothing = (): void => undefined;

export const CardContext = createContext<CardActions>({
  say: nothing,
  followItem: nothing,
  compared: new Set(),
  toggleCompared: nothing,
  addToCart: undefined,
  wish: {},
  wishIn: () => ({}),
  choose: nothing,
});
/** The run whose answer a card stands in, so that what the shop counts is counted for the right one. */
export const RunContext = createContext<string | undefined>(undefined);

export const useCardActions = (): CardActions => useContext(CardContext);
