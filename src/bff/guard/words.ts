import type { Amount } from '../language/amounts.ts';
import { ProseJudge } from './prose/judge.ts';
import { Markdown } from './prose/markdown.ts';
import { Cleaner } from './reader/clean.ts';
import { lengthOf } from './reader/length.ts';
import { Reader } from './reader/reader.ts';
import { verdict, type Words } from './rules/judged.ts';
import type { RuleName, Verdict } from './verdict.ts';

/** What is done about an amount in such words: its replacement, or null to let it stand. */
export type AmountJudge = (amount: Amount, text: string) => { readonly replacement: string | null; readonly verdicts: readonly Verdict[] };

/**
 * A model's words inside a card as plain text: no markup, no tags, no links, no hidden characters, amounts as `judgeAmount`
 * says. White space runs become one blank.
 */
export function plainWords(text: string, judgeAmount: AmountJudge): { readonly text: string; readonly verdicts: readonly Verdict[] } {
  const verdicts: Verdict[] = [];
  let plain = '';
  const note = (rule: RuleName, subject: string, reason: string) => void verdicts.push(verdict(rule, 'dropped', subject, reason));
  const judge = new ProseJudge({
    show: (shown) => {
      plain += shown;
    },
    amount: (amount, stated) => {
      const judged = judgeAmount(amount, stated);
      verdicts.push(...judged.verdicts);
      return judged.replacement;
    },
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
export function cardWords(text: string, limit: number): Words {
  if (lengthOf(text) > limit) return { text: null, verdicts: [verdict('reason', 'dropped', text, `more than ${limit} characters`)] };
  let amounts = 0;
  const plain = plainWords(text, () => {
    amounts++;
    return { replacement: null, verdicts: [] };
  });
  if (amounts > 0)
    return { text: null, verdicts: [...plain.verdicts, verdict('reason', 'dropped', text, 'the words of a card carry no amounts')] };
  return { text: plain.text === '' ? null : plain.text, verdicts: plain.verdicts };
}
