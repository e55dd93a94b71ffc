import { rounded } from '../../bff/scoring/chain.ts';
import type { Judge } from '../../bff/scoring/judge/judge.ts';
import type { JudgedAnswer } from '../../bff/scoring/judge/question.ts';
import { languageOf } from '../../protocol/locale.ts';
import { qualityFaults, wordCount } from '../model/response-quality.ts';
import { type Marks, weighted } from './labelled.ts';

const TOKEN = /\p{Script=Han}{2}|[\p{L}\p{N}][\p{L}\p{N}.-]*/gu;
const tokens = (text: string): string[] => text.toLowerCase().match(TOKEN) ?? [];
const shareIn = (wanted: readonly string[], text: string): number =>
  wanted.length === 0 ? 1 : wanted.filter((each) => text.includes(each)).length / wanted.length;

/** Marks by counting words: numbers and ids found in the evidence, words of the reference found in the answer. It reads nothing. */
function marksOf({ asked, evidence, reference, answer }: JudgedAnswer): Marks {
  const known = [...evidence, ...reference, ...asked].join('\n').toLowerCase();
  const claims = answer.toLowerCase().match(/\d[\d.,]*|(?<=ids?=")[^"]+/g) ?? [];
  const wanted =
    reference.length > 0
      ? tokens(reference.join(' '))
      : tokens(
          evidence
            .join(' ')
            .match(/"id":"[^"]+"/g)
            ?.join(' ') ?? '',
        );
  const [asking, answering] = [asked.join(' '), answer.replace(/<[^>]*>/g, '')];
  const language = (text: string): string => languageOf(/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');
  const isLively = wordCount(answering) >= 6 && wordCount(answering) <= 60 && language(asking) === language(answering);
  return {
    accuracy: shareIn(
      claims.map((claim) => claim.replace(/[.,]$/, '')),
      known,
    ),
    completeness: shareIn(wanted, answer.toLowerCase()),
    liveliness: qualityFaults(answer, true).length > 0 || answering.trim() === '' ? 0 : isLively ? 1 : 0.5,
  };
}

/** The floor: what a judge that understands nothing agrees with us by. A model that does no better is none. */
export const overlapJudge: Judge = {
  name: 'overlap',
  async score(answer) {
    const marks = marksOf(answer);
    return { ...marks, score: rounded(weighted(marks)), reason: 'words counted' };
  },
  async compare(answer, other) {
    const [a, b] = [weighted(marksOf(answer)), weighted(marksOf({ ...answer, answer: other }))];
    return { better: a === b ? 'tie' : a > b ? 'a' : 'b', agreed: true };
  },
};
