/**
 * A question about the shop's rules and the documents that answer it, any of them divided by `|`; none where the shop has
 * nothing to say about it and the adviser must say so.
 */
export type Question = readonly [question: string, right: string];

/** Questions of one language. Nothing is tuned on those that are held out. */
export interface QuestionSet {
  readonly locale: string;
  readonly tuned: readonly Question[];
  readonly held_out: readonly Question[];
}
