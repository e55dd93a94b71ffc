import { ProseJudge } from './prose/judge.ts';
import { Markdown } from './prose/markdown.ts';
import { Cleaner } from './reader/clean.ts';
import { lengthOf } from './reader/length.ts';
import { Reader } from './reader/reader.ts';
import { verdict, type Words } from './rules/judged.ts';
import type { Replacement, Rules } from './stage.ts';
import type { RuleName, Verdict } from './verdict.ts';

/** What is done about claims in such words. */
export type ClaimJudge = Pick<Rules, 'amount' | 'commitment' | 'measure'>;

/**
 * A model's words inside a card as plain text: no markup, no tags, no links, no hidden characters, claims as `claims` says. White space runs become one blank.
 */
export function plainWords(text: string, claims: ClaimJudge): { readonly text: string; readonly verdicts: readonly Verdict[] } {
  const verdicts: Verdict[] = [];
  let plain = '';
  const note = (rule: RuleName, subject: string, reason: string) => void verdicts.push(verdict(rule, 'dropped', subject, reason));
  const settle = (judged: Replacement) => {
    verdicts.push(...judged.verdicts);
    return judged.replacement;
  };
  const judge = new ProseJudge({
    show: (shown) => {
      plain += shown;
    },
    amount: (amount, stated, before) => settle(claims.amount(amount, stated, before)),
    commitment: (commitment, stated) => settle(claims.commitment(commitment, stated)),
    measure: (measure, before, after) => settle(claims.measure(measure, before, after)),
  });
  const markdown = new Markdown({ text: (shown) => judge.text(shown), mark: () => {}, dropped: note }, new Set());
  const reader = new Reader({
    text: (shown, code) => (code ? markdown.code(shown) : markdown.write(shown)),
    mark: () => markdown.flush(),
    directive: (name) => note('reason', name, 'no card inside a card'),
    ask: () => note('reason', 'askCard', 'no card inside a card'),
    dropped: note,
  });
  const cleaner = new Cleaner();
  reader.write(cleaner.write(text));
  reader.write(cleaner.end());
  reader.end();
  markdown.flush();
  judge.flush();
  return { text: plain.replace(/\s+/g, ' ').trim(), verdicts };
}

/** G10: a card's reason or title: plain words within `limit` characters, or none at all. */
export function cardWords(text: string, limit: number, claims: Omit<ClaimJudge, 'amount'>): Words {
  if (lengthOf(text) > limit) return { text: null, verdicts: [verdict('reason', 'dropped', text, `more than ${limit} characters`)] };
  let amounts = 0;
  const plain = plainWords(text, {
    amount: () => {
      amounts++;
      return { replacement: null, verdicts: [] };
    },
    ...claims,
  });
  if (amounts > 0)
    return { text: null, verdicts: [...plain.verdicts, verdict('reason', 'dropped', text, 'the words of a card carry no amounts')] };
  return { text: plain.text === '' ? null : plain.text, verdicts: plain.verdicts };
}
