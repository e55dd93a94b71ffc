import type { Directive } from '../../../protocol/directives.ts';
import type { Evidence } from '../evidence.ts';
import type { RuleName, Verdict } from '../verdict.ts';

/** What a rule sees of a directive: its attributes as written and the evidence. */
export interface Asked {
  readonly attributes: ReadonlyMap<string, string>;
  readonly evidence: Evidence;
  /** Guards a model's words inside a card (G10); null drops them, with verdicts of their own. */
  readonly guardWords: (text: string, limit: number) => Words;
}

/** A model's words inside a card after the guard. */
export interface Words {
  readonly text: string | null;
  readonly verdicts: readonly Verdict[];
}

/** What became of one directive. Without `directive` it is not shown. */
export interface Judged {
  readonly directive?: Directive;
  readonly verdicts: readonly Verdict[];
}

/** Nothing is shown. */
export function drop(rule: RuleName, subject: string, reason: string): Judged {
  return { verdicts: [verdict(rule, 'dropped', subject, reason)] };
}

/** A verdict whose subject has the length a run log keeps. */
export function verdict(rule: RuleName, outcome: Verdict['outcome'], subject: string, reason: string): Verdict {
  return { rule, outcome, subject: subject.length > 200 ? subject.slice(0, 200).toWellFormed() : subject, reason };
}
