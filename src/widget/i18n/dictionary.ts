import type { BillingUnit } from '../../protocol/offer.ts';
import type { FaultCode } from '../api/fault-code.ts';

/**
 * Every word of the interface that may show before or with a first answer; the other cards bring `cards/dictionary.ts`, comparisons
 * `compare/dictionary.ts`.
 * One file per language implements it, so a missing sentence does not compile.
 * Numbers arrive formatted; amounts arrive as `formatMoney` wrote them.
 */
export interface Dictionary {
  readonly adviser: string;
  readonly greeting: (shop: string | undefined) => string;
  readonly starters: readonly string[];

  readonly composer: {
    readonly label: string;
    readonly placeholder: string;
    readonly send: string;
    readonly stop: string;
    readonly tooLong: (over: number) => string;
  };
  readonly panel: {
    readonly close: string;
    readonly startOver: string;
    readonly menu: string;
    readonly notLoaded: string;
    readonly thread: string;
    readonly latest: string;
    readonly you: string;
    readonly broken: string;
    readonly reopen: string;
  };
  readonly footer: { readonly automatic: string; readonly privacy: string; readonly person: string; readonly told: string };
  readonly state: {
    readonly thinking: string;
    readonly reconnecting: string;
    readonly answering: string;
    readonly done: string;
    readonly stopped: string;
    readonly cut: string;
  };
  readonly retry: string;
  readonly goOn: string;
  /** What happened and what to do, by code. */
  readonly fault: Readonly<Record<FaultCode, string>>;
  /** The same where the server said how long to wait. */
  readonly later: { readonly [K in FaultCode]?: (seconds: number) => string };
  /** The conversation of the page before cannot be read. */
  readonly earlier: string;

  readonly price: {
    readonly per: Readonly<Record<BillingUnit, string>>;
    readonly perMany: (count: number, unit: BillingUnit) => string;
    readonly rent: string;
    readonly buy: string;
    /** A length of time: `7 天`, `12 months`. */
    readonly length: (count: number, unit: BillingUnit) => string;
    readonly total: (days: string, total: string) => string;
    readonly inPackage: string;
    readonly feesIncluded: string;
    readonly was: (price: string) => string;
    readonly deposit: (amount: string) => string;
    readonly depositNone: string;
    readonly depositWaivable: string;
    readonly buyout: (price: string) => string;
    /** Names the row of rental lengths, with their unit. */
    readonly term: (unit: BillingUnit) => string;
    readonly otherTerm: string;
    readonly shortest: (length: string) => string;
    readonly longest: (length: string) => string;
    readonly apply: string;
    readonly ask: string;
    readonly notPossible: string;
  };
  readonly item: {
    readonly open: string;
    readonly compare: string;
    readonly compared: string;
    readonly addToCart: string;
    readonly rentIt: string;
    readonly added: string;
    readonly reason: string;
    readonly rating: (value: string, max: string) => string;
    readonly reviews: (count: string) => string;
    readonly checked: (time: string) => string;
    readonly noPicture: string;
    readonly gone: string;
    readonly options: string;
    /** Unfolds rates, fees, deposit and guarantees. */
    readonly details: string;
  };
  readonly stock: {
    readonly available: string;
    readonly few: (quantity: number) => string;
    readonly preorder: string;
    readonly backorder: string;
    readonly out: string;
    readonly rented: string;
    readonly from: (date: string) => string;
  };
  /** Between the parts of a list in a sentence. */
  readonly separator: string;
  readonly sources: string;
  readonly suggestions: string;
  readonly notes: { readonly title: string; readonly forget: (label: string) => string };
  readonly cardFailed: string;
  readonly unknownPart: string;
}
