import { createContext, type MouseEvent, useContext } from 'react';

/** What the shop's cart needs to know. */
export interface CartRequest {
  readonly item_id: string;
  readonly offer_id: string;
  readonly quantity: number;
  readonly rental_days?: number;
}

/** What a card may ask of the chat around it. Cards know nothing else of it. */
export interface CardActions {
  /** Says something for the shopper: an option, a suggestion. */
  say(text: string): void;
  /** The shopper follows an item's link; the shop may take the navigation over. */
  followItem(event: MouseEvent, itemId: string, url: string): void;
  readonly compared: ReadonlySet<string>;
  toggleCompared(itemId: string, title: string): void;
  /** Absent where the shop has not said that it handles its cart. @returns whether the shop took it. */
  readonly addToCart: ((request: CartRequest) => boolean) | undefined;
  /** The rental length last chosen on any card, in days. */
  readonly days: number | undefined;
  setDays(days: number): void;
}

const nothing = (): void => undefined;

export const CardContext = createContext<CardActions>({
  say: nothing,
  followItem: nothing,
  compared: new Set(),
  toggleCompared: nothing,
  addToCart: undefined,
  days: undefined,
  setDays: nothing,
});
export const useCardActions = (): CardActions => useContext(CardContext);
