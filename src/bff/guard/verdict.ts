/** Names of the rules of the guard contract, as they stand in verdicts, metrics and `docs/guard.md`. */
export const ruleNames = [
  'ledger', // G1, G2
  'name', // G3
  'attributes', // G4
  'body', // G5
  'ask', // G6
  'broken', // G7
  'limit', // G8
  'repeat', // G9
  'members', // G9: tables and bundles
  'reason', // G10
  'machinery', // G12
  'hygiene', // G14
  'link', // G14
  'amount', // G15
  'commitment', // G17
  'specification', // G17
  'search-report', // T24: a search told and not made
  'product-name', // T24: a product no tool named
  'recital', // T15: the instructions, recited
] as const;
export type RuleName = (typeof ruleNames)[number];

/**
 * What a rule decided about one thing in the model's text. `dropped`: not shown; `replaced`: a neutral phrase or the
 * catalogue's value stands in its place; `marked`: shown, doubtful, for the run log only.
 */
export interface Verdict {
  readonly rule: RuleName;
  readonly outcome: 'passed' | 'dropped' | 'replaced' | 'marked';
  /** What it is about: an id, an amount, the start of a tag. At most 200 characters. */
  readonly subject: string;
  /** One short sentence for the operator and, for a rejected card, for the model's repair. */
  readonly reason: string;
}
