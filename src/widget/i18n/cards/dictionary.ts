/** Words of the cards that load when they are first needed. Numbers and amounts arrive formatted. */
export interface CardWords {
  /** An item's small print. */
  readonly terms: {
    readonly rates: string;
    readonly from: (length: string) => string;
    /** Marks the rate that the chosen length is charged at. */
    readonly chosen: string;
    readonly package: (length: string) => string;
    readonly charges: string;
    readonly optional: string;
    readonly included: string;
    readonly deposit: string;
    readonly refunded: (days: number | undefined) => string;
    readonly buyout: (after: string) => string;
    readonly guarantees: string;
  };
  readonly question: {
    readonly other: string;
    readonly otherLabel: string;
    readonly send: string;
    readonly done: (chosen: number) => string;
    readonly severalHint: string;
    readonly count: (count: string) => string;
    readonly answered: string;
    readonly showAll: (count: string) => string;
    readonly filter: string;
    readonly noMatch: string;
  };
  readonly more: {
    readonly title: string;
    readonly summary: (count: string) => string;
    readonly show: string;
    readonly next: string;
    readonly loading: string;
    readonly failed: string;
    readonly end: string;
    readonly none: string;
  };
  readonly video: { readonly play: (title: string) => string; readonly failed: string };
  readonly bundle: {
    readonly members: string;
    readonly rent: (days: string | undefined) => string;
    readonly price: string;
    readonly deposit: string;
    readonly quantity: (count: number) => string;
    readonly noTotal: string;
    readonly gone: string;
  };
  readonly order: {
    readonly title: (id: string) => string;
    readonly placed: (date: string) => string;
    readonly total: string;
    readonly dueBack: (date: string) => string;
    readonly rental: (days: string) => string;
    readonly tracking: (carrier: string) => string;
    readonly noLines: string;
    readonly noEvents: string;
    readonly status: Readonly<Record<string, string>>;
  };
}
