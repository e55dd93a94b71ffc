import type { PageContext } from './chat.ts';

/** `data-*` of the pasted script tag. */
export interface AisleOptions {
  /** Site key: names origins and quotas at the BFF. */
  readonly site: string;
  /** Address of the BFF; default: where the script came from. */
  readonly api: string;
  /** BCP 47; default: the page's `lang`. */
  readonly locale?: string;
}

/** Colours and radius a shop may set; each is checked before it is used. */
export interface ThemeTokens {
  /** `#rgb` or `#rrggbb`. */
  readonly accent?: string;
  /** `light`, `dark`, or as the system says. */
  readonly scheme?: 'light' | 'dark' | 'auto';
  /** Pixels, 0–24. */
  readonly radius?: number;
  /** Percent of the normal text size, 80–200. */
  readonly textSize?: number;
}

/** Calls of the one global: `Aisle('open')`. */
export interface AisleCalls {
  open: [];
  close: [];
  ask: [text: string];
  compare: [ids: readonly string[]];
  page: [context: PageContext];
  /** `null`: the shopper has signed out; their conversation is left. */
  identify: [identity: { readonly token: string } | null];
  theme: [tokens: ThemeTokens];
  consent: [consent: { readonly storage?: boolean; readonly analytics?: boolean; readonly training?: boolean }];
  on: [event: AisleEventName, listener: (event: CustomEvent) => void];
  shutdown: [];
}
export type AisleCall = { [K in keyof AisleCalls]: [name: K, ...args: AisleCalls[K]] }[keyof AisleCalls];

/** Details of the events, which bubble and are composed; on the page each is named `aisle:<name>`. */
export interface AisleEvents {
  ready: undefined;
  open: undefined;
  close: undefined;
  ask: { readonly text: string };
  /** Cancelable: the shop's own router takes over. */
  'item-click': { readonly item_id: string; readonly url: string; readonly run_id?: string };
  /** Cancelable: the shop's own cart takes over. */
  'add-to-cart': {
    readonly item_id: string;
    readonly offer_id: string;
    readonly quantity: number;
    readonly rental_days?: number;
    readonly run_id?: string;
  };
  compare: { readonly ids: readonly string[] };
  /** A token is missing or about to expire. */
  identify: undefined;
  /** The shopper wants a person. Cancelable: the shop's own way to one takes over. */
  handoff: { readonly conversation_id?: string };
  error: { readonly code: string };
}
export type AisleEventName = keyof AisleEvents;

/** What the loader hands to the widget's chunk. */
export interface WidgetHost {
  /** The custom element on the shop's page; events are dispatched on it. */
  readonly element: HTMLElement;
  /** Its open shadow root; the widget renders inside and nowhere else. */
  readonly root: ShadowRoot;
  readonly options: Readonly<AisleOptions>;
  /** Whether the shop has said, by `Aisle('on', …)`, that it handles an event. */
  listens(name: AisleEventName): boolean;
  /** Dispatches `aisle:<name>`. @returns false when the shop cancelled it. */
  emit<K extends AisleEventName>(name: K, ...detail: AisleEvents[K] extends undefined ? [] : [detail: AisleEvents[K]]): boolean;
}

/** A mounted widget. The loader forwards every call but `on` and `shutdown`, queued ones first. */
export interface MountedWidget {
  call(...call: AisleCall): void;
  /** The page has changed and holds, or held, `<aisle-compare>` or `data-aisle-compare`; near ones have been seen. */
  scan(): void;
  /** Undoes everything: elements, listeners, timers, streams. */
  unmount(): void;
}

/** The one export of the widget's chunk: `export const mount: MountWidget`. */
export type MountWidget = (host: WidgetHost) => MountedWidget;
