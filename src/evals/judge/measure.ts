import { JudgeFailed } from '../../bff/scoring/judge/errors.ts';
import type { Judge } from '../../bff/scoring/judge/judge.ts';
import { correlation, gradeOf, rankCorrelation, weightedKappa } from './agreement.ts';
import { type dimensions, type Labelled, type Marks, weighted } from './labelled.ts';

/** How a judge stands to our labels. */
export interface Agreement {
  readonly answers: number;
  /** Answers it gave no marks for. */
  readonly failed: number;
  /** Cohen's kappa over three grades, squared weights. */
  readonly kappa: Marks;
  readonly pearson: number;
  readonly spearman: number;
  /** Pairs of answers to one question that we grade differently, compared in both orders. */
  readonly pairs: { readonly of: number; readonly same_in_both_orders: number; readonly as_labelled: number };
  /** Answers furthest from our label. */
  readonly furthest: readonly { readonly id: string; readonly ours: number; readonly its: number }[];
}

const FURTHEST = 5;

/** A share of these answers differs by less: not worth comparing. */
const CLEAR = 0.25;

async function inParallel<T, R>(values: readonly T[], work: (value: T) => Promise<R>, parallel: number): Promise<R[]> {
  const results: R[] = [];
  const queue = values.entries();
  const worker = async (): Promise<void> => {
    for (const [at, value] of queue) results[at] = await work(value);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return results;
}

/** null for an answer the judge gave no marks for. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof JudgeFailed) return null;
    throw error;
  }
}

/** Pairs of answers to one question, the better one by our label first and second in turn. */
function clearPairs(labelled: readonly Labelled[]): (readonly [Labelled, Labelled])[] {
  const question = ({ id }: Labelled): string => id.replace(/-\d+$/, '');
  const all = labelled.flatMap((one, at) => labelled.slice(at + 1).map((other) => [one, other] as const));
  return all.filter(([a, b]) => question(a) === question(b) && Math.abs(weighted(a.label) - weighted(b.label)) >= CLEAR);
}

/** Asks a judge about every labelled answer, and about every clear pair in both orders. */
export async function measureAgreement(
  judge: Judge,
  labelled: readonly Labelled[],
  signal: AbortSignal,
  parallel: number,
): Promise<Agreement> {
  const marks = await inParallel(labelled, (each) => orNull(judge.score(each, signal)), parallel);
  const both = labelled.flatMap((each, at) => {
    const its = marks[at];
    return its ? [{ id: each.id, ours: each.label, its }] : [];
  });
  const kappa = (name: (typeof dimensions)[number]): number =>
    weightedKappa(both.map(({ ours, its }) => [gradeOf(ours[name]), gradeOf(its[name])]));
  const [ours, its] = [both.map((each) => weighted(each.ours)), both.map((each) => each.its.score)];
  const pairs = clearPairs(labelled);
  const preferences = await inParallel(pairs, ([a, b]) => orNull(judge.compare(a, b.answer, signal)), parallel);
  return {
    answers: labelled.length,
    failed: labelled.length - both.length,
    kappa: { accuracy: kappa('accuracy'), completeness: kappa('completeness'), liveliness: kappa('liveliness') },
    pearson: correlation(ours, its),
    spearman: rankCorrelation(ours, its),
    pairs: {
      of: pairs.length,
      same_in_both_orders: preferences.filter((each) => each?.agreed === true).length,
      as_labelled: pairs.filter(([a, b], at) => preferences[at]?.better === (weighted(a.label) > weighted(b.label) ? 'a' : 'b')).length,
    },
    furthest: both
      .map((each) => ({ id: each.id, ours: weighted(each.ours), its: each.its.score }))
      .sort((a, b) => Math.abs(b.ours - b.its) - Math.abs(a.ours - a.its))
      .slice(0, FURTHEST),
  };
}
