import type { Directive } from '../../protocol/directives.ts';
import type { Verdict } from './verdict.ts';

/** What leaves the guard, in order. `text` is safe to show; a directive is well-formed and backed by the ledger. */
export type GuardEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'directive'; readonly directive: Directive }
  | { readonly type: 'verdict'; readonly verdict: Verdict }
  /** The visible text reached its limit (G8); nothing after it is shown. */
  | { readonly type: 'cut-short' };

/**
 * One step's text on its way to the shopper. `write` takes text cut anywhere (whole code points or not) and returns what
 * can be judged by now; `end` judges the rest. The outcome does not depend on the cuts (G13).
 */
export interface Guard {
  write(text: string): GuardEvent[];
  end(): GuardEvent[];
}
