import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { weights } from '../../bff/scoring/judge/judge.ts';

const grade = v.picklist([0, 0.5, 1]);
const words = v.array(v.string());

const labelledSchema = v.strictObject({
  id: v.string(),
  asked: v.pipe(words, v.minLength(1)),
  evidence: words,
  reference: words,
  answer: v.string(),
  label: v.strictObject({ accuracy: grade, completeness: grade, liveliness: grade }),
  /** Why it is graded so. */
  why: v.string(),
});
/** An answer that we have graded by hand, in thirds of the judge's own scale. */
export type Labelled = v.InferOutput<typeof labelledSchema>;

export const dimensions = ['accuracy', 'completeness', 'liveliness'] as const;
export type Marks = Readonly<Record<(typeof dimensions)[number], number>>;

/** Marks as one figure, weighted as a judge's are. */
export const weighted = (marks: Marks): number => dimensions.reduce((sum, name) => sum + weights[name] * marks[name], 0);

/** Our own labels, both languages. @throws when a line is not of the form */
export function readLabelled(folder = 'src/evals/judge/labelled'): Labelled[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean))
    .map((line) => v.parse(labelledSchema, JSON.parse(line)));
}
