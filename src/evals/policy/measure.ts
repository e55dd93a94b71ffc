import type { Adviser } from '../adviser.ts';
import type { Question, QuestionSet } from './questions.ts';

/** Right answers of a set, tuned and held out, and what was wrong. */
export interface Measured {
  readonly right: Readonly<Record<'tuned' | 'held_out', readonly [right: number, of: number]>>;
  readonly faults: readonly string[];
}

/**
 * How often the first source under the answer is a right one; where nothing answers, whether the adviser names no source, shows
 * no card and points to the shop or says that it cannot help.
 * @param titles of the documents by id, in the language of the set.
 * @param contact as the adviser tells it.
 */
export async function measurePolicy(
  adviser: Adviser,
  set: QuestionSet,
  titles: ReadonlyMap<string, string>,
  contact: string,
): Promise<Measured> {
  const faults: string[] = [];
  const count = async (questions: readonly Question[], split: string): Promise<readonly [number, number]> => {
    let right = 0;
    for (const [question, ids] of questions) {
      const { sources, cards, said } = await adviser.conversation(set.locale)(question);
      const wanted = ids === '' ? [] : ids.split('|').map((id) => titles.get(id));
      const isRight =
        ids === ''
          ? sources.length === 0 && cards.length === 0 && (said.includes(contact) || /帮不上|cannot help/.test(said))
          : wanted.includes(sources[0]);
      if (isRight) right += 1;
      else faults.push(`${set.locale} ${split}: ${question} → ${sources[0] ?? said.slice(0, 60)}`);
    }
    return [right, questions.length];
  };
  return { right: { tuned: await count(set.tuned, 'tuned'), held_out: await count(set.held_out, 'held out') }, faults };
}
