import { fold } from '../../language/tokens.ts';
import { ASKING_WORDS } from './asking.ts';

/** Words of a saying or a question in order: English words by their stem, Han characters one by one. */
type Steps = readonly string[];

/** Words between two words of a saying that do not part them: 多久[能]到, "break [the] lens". */
const GAP = 1;
/** What a word that only shapes a question counts for, beside one that says what it is about. */
const SHAPE = 0.3;
const SHAPING_HAN = new Set('的了吗呢吧啊呀么我你您们他她它是有能可以会要想就都也很在把被请问什怎哪多少几个一下和跟与还再');

/** `breaking`, `breaks` and `break` are one step; so are `shipped` and `ship`. */
function stepOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const stem = word.replace(/(?:ing|ed|ies|es|s|e|y)$/, '').replace(/([bdgmnprt])\1$/, '$1');
  return stem.length >= 3 ? stem : word;
}

const ASKING_STEPS = new Set([...ASKING_WORDS].map(stepOf));

/** The steps of a text. */
export function stepsOf(text: string): Steps {
  return (fold(text).match(/\p{Script=Han}|[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []).map(stepOf);
}

/** The sayings of a document's keywords: divided by commas, or by blanks between Han words. */
export function sayingsOf(keywords: string): string[] {
  return keywords.split(/[,，、;；]|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u).flatMap((saying) => saying.trim() || []);
}

const shapes = (step: string): boolean => SHAPING_HAN.has(step) || ASKING_STEPS.has(step);
const weightOf = (steps: Steps): number => steps.reduce((sum, step) => sum + (shapes(step) ? SHAPE : 1), 0);

/** Whether a question has a saying's words in their order and side by side, but for one word between them. */
function holds(question: Steps, saying: Steps): boolean {
  const follows = (at: number, next: number): boolean => {
    if (next === saying.length) return true;
    for (let look = at + 1; look <= at + 1 + GAP && look < question.length; look++)
      if (question[look] === saying[next] && follows(look, next + 1)) return true;
    return false;
  };
  return question.some((step, at) => step === saying[0] && follows(at, 1));
}

/**
 * How much of a question one of these sayings says, from 0 (it holds none of them whole) to 1 (it is one).
 * @param question by {@link stepsOf}.
 */
export function saidShare(question: Steps, sayings: readonly string[]): number {
  const whole = weightOf(question);
  const said = sayings.map(stepsOf).filter((saying) => saying.length > 0 && holds(question, saying));
  return whole === 0 ? 0 : Math.min(1, Math.max(0, ...said.map(weightOf)) / whole);
}
