import * as v from 'valibot';
import { askBodySchema } from '../../../protocol/directives.ts';
import type { Verdict } from '../verdict.ts';
import { drop, type Judged } from './judged.ts';

/**
 * G6: the body is a JSON object with a question and two to six options; anything else is dropped whole, extra fields are
 * ignored. Every string passes `guardText`, and the limits are checked on what is left.
 */
export function judgeAsk(
  body: string,
  guardText: (text: string) => { readonly text: string; readonly verdicts: readonly Verdict[] },
): Judged {
  const parsed = v.safeParse(askBodySchema, parseJson(body));
  if (!parsed.success) return drop('ask', body, `not a question card: ${parsed.issues[0].message}`);
  const verdicts: Verdict[] = [];
  const guarded = (text: string): string => {
    const result = guardText(text);
    verdicts.push(...result.verdicts);
    return result.text;
  };
  const again = v.safeParse(askBodySchema, {
    question: guarded(parsed.output.question),
    options: parsed.output.options.map(guarded),
    multi: parsed.output.multi,
  });
  if (!again.success) return { verdicts: [...verdicts, ...drop('ask', body, 'nothing is left of a question card').verdicts] };
  return { directive: { name: 'askCard', ...again.output }, verdicts };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
