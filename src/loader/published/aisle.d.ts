/**
 * Types of the page API of Aisle. Served beside the script as `aisle.d.ts`; save it in your project:
 *
 *     /// <reference path="./aisle.d.ts" />
 *     Aisle('on', 'add-to-cart', (event) => {
 *       event.preventDefault();
 *       cart.add(event.detail.item_id, event.detail.quantity);
 *     });
 */

/** What the shopper is looking at. Never identity. */
interface AislePage {
  /** Address of the page; default: where the browser stands. */
  url?: string | undefined;
  /** The item of a product page. */
  item_id?: string | undefined;
  cart?: { item_id: string; quantity: number }[] | undefined;
  /** Items the shopper has put side by side on your own page. */
  compare?: string[] | undefined;
}

/** Colours, radius and text size; each is checked, and the console names what was corrected or refused. */
interface AisleTheme {
  /** `#rgb` or `#rrggbb`. */
  readonly accent?: string;
  /** Default: as the system says. */
  readonly scheme?: 'light' | 'dark' | 'auto';
  /** Pixels, 0–24. */
  readonly radius?: number;
  /** Percent of the normal text size, 80–200. */
  readonly textSize?: number;
}

/** What the shopper allows. Storage is for this tab and begins with the shopper's first action. */
interface AisleConsent {
  /** `false` also removes what is stored. */
  readonly storage?: boolean;
  /** Counting of seen, clicked, added and compared; off until you say `true`. */
  readonly analytics?: boolean;
  /** Whether models may be trained with what is said from now on; off until you say `true`. */
  readonly training?: boolean;
}

/** `detail` of each event. The event itself is named `aisle:<name>`, bubbles and is composed. */
interface AisleEventDetails {
  ready: undefined;
  open: undefined;
  close: undefined;
  ask: { readonly text: string };
  /** Cancel it and your own router takes over. */
  'item-click': { readonly item_id: string; readonly url: string; readonly run_id?: string };
  /** Cancel it to say that your cart has taken the item. */
  'add-to-cart': {
    readonly item_id: string;
    readonly offer_id: string;
    readonly quantity: number;
    readonly rental_days?: number;
    readonly run_id?: string;
  };
  compare: { readonly ids: readonly string[] };
  /** A token is missing or about to expire: answer with `Aisle('identify', {token})`. */
  identify: undefined;
  /** The shopper wants a person. Cancel it and your own way to one takes over. */
  handoff: { readonly conversation_id?: string };
  error: { readonly code: string };
}

/** The one global. Calls made before the script has come wait in the stub's queue. */
interface AisleFunction {
  (name: 'open' | 'close' | 'shutdown'): void;
  (name: 'ask', text: string): void;
  /** Two to six item ids. */
  (name: 'compare', ids: readonly string[]): void;
  (name: 'page', page: AislePage): void;
  /** `null` once the shopper has signed out: their conversation is left. */
  (name: 'identify', identity: { readonly token: string } | null): void;
  (name: 'theme', theme: AisleTheme): void;
  (name: 'consent', consent: AisleConsent): void;
  <K extends keyof AisleEventDetails>(name: 'on', event: K, listener: (event: CustomEvent<AisleEventDetails[K]>) => void): void;
}

declare var Aisle: AisleFunction;

type AisleEventMap = { [K in keyof AisleEventDetails as `aisle:${K}`]: CustomEvent<AisleEventDetails[K]> };
interface WindowEventMap extends AisleEventMap {}
interface DocumentEventMap extends AisleEventMap {}
interface HTMLElementEventMap extends AisleEventMap {}
interface HTMLElementTagNameMap {
  'aisle-copilot': HTMLElement;
  'aisle-compare': HTMLElement;
}
