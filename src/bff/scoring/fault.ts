import type { BothWords, Fault, FormRule } from '../../protocol/score.ts';

/**
 * What a fault takes from a step's mark. A card with no search behind it takes all of it (mission A: the lowest possible
 * mark); nothing else can, so that an invented card stays worse than any clumsiness.
 */
export const costs: Readonly<Record<FormRule, number>> = {
  'grounded-card': 1,
  'invented-result': 0.5,
  'no-answer': 0.5,
  'call-syntax': 0.3,
  'call-arguments': 0.2,
  'needless-call': 0.2,
  'repeated-call': 0.2,
  'directive-syntax': 0.15,
};

const SUBJECT = 200;

/** A fault at its rule's price. */
export const fault = (rule: FormRule, subject: string, reason: BothWords): Fault => ({
  rule,
  subject: subject.length > SUBJECT ? subject.slice(0, SUBJECT).toWellFormed() : subject,
  reason,
  cost: costs[rule],
});
