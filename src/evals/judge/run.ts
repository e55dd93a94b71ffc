/**
 * How far a judge agrees with our own labels: 64 graded answers in both languages (`labelled`), pleas to the judge among them. Asked about
 * each answer once at temperature 0, and about every clear pair of answers to one question in both orders.
 *
 * Run: JUDGE_BASE_URL=… JUDGE_NAME=… JUDGE_API_KEY=… npm run eval:judge      (without them: the floor, a judge that counts words)
 */
import { parseArgs } from 'node:util';
import { chooseJudge } from '../model/models.ts';
import { textTable } from '../model/report/text.ts';
import { readLabelled } from './labelled.ts';
import { measureAgreement } from './measure.ts';
import { overlapJudge } from './overlap.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const { values } = parseArgs({ options: { parallel: { type: 'string', default: '4' } } });
const judge = chooseJudge(process.env) ?? overlapJudge;
if (judge === overlapJudge) print('No judge is configured (JUDGE_BASE_URL, JUDGE_NAME): this is the floor, a judge that counts words.\n');
const measured = await measureAgreement(judge, readLabelled(), new AbortController().signal, Math.max(1, Number(values.parallel) || 1));
const { kappa, pairs } = measured;
const figure = (value: number): string => (Number.isNaN(value) ? 'no spread' : value.toFixed(2));
print(
  textTable([
    ['judge', judge.name],
    ['answers, of them without marks', `${measured.answers}, ${measured.failed}`],
    ["Cohen's kappa: accuracy", figure(kappa.accuracy)],
    ["Cohen's kappa: completeness", figure(kappa.completeness)],
    ["Cohen's kappa: liveliness", figure(kappa.liveliness)],
    ['correlation of the score (Pearson, Spearman)', `${figure(measured.pearson)}, ${figure(measured.spearman)}`],
    ['pairs judged the same in both orders', `${pairs.same_in_both_orders}/${pairs.of}`],
    ['pairs judged as we label them', `${pairs.as_labelled}/${pairs.of}`],
  ]),
);
print(
  `\nfurthest from our label: ${measured.furthest.map(({ id, ours, its }) => `${id} (ours ${ours.toFixed(2)}, its ${its.toFixed(2)})`).join(', ')}`,
);
