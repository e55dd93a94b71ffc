import type { Result } from '../result.ts';
import type { Results } from '../results-file.ts';
import { byGroup, summarise } from '../summary.ts';
import { figures, passPowers } from './figures.ts';
import { textTable } from './text.ts';

const percent = (value: number): string => `${Math.round(100 * value)} %`;

/** One results file for the terminal: figures, a row for each kind of case, what is to be known beside them. */
export function summaryText({ header, results, unreadable }: Results): string {
  const all = summarise(results, header.price);
  const rows = figures.map((figure) => [figure.label, figure.text(all)]).filter(([, text]) => text !== '–');
  const groups = [...byGroup(results)].map(([name, some]) => groupRow(name, some));
  const notes = [
    `passed: 95 % interval ${percent(all.pass.low)} to ${percent(all.pass.high)}`,
    ...(all.pass_k.length > 1 ? [passPowers(all).join(', ')] : []),
    ...(all.errors > 0 ? [`${all.errors} could not be played to the end`] : []),
    ...(all.judge_errors > 0 ? [`${all.judge_errors} got no marks from the judge`] : []),
    ...(header.judge === undefined ? ['no judge was configured: content is not marked'] : []),
    ...(unreadable > 0 ? [`${unreadable} lines of the file could not be read and were passed over`] : []),
  ];
  return [
    `${header.model}, ${header.sets.join(' + ')}: ${all.cases} cases, ${all.runs} runs`,
    textTable(rows),
    '',
    textTable([['kind', 'passed', 'call', 'name', 'args', 'wording', 'score median', 'worst tenth'], ...groups]),
    '',
    ...notes,
  ].join('\n');
}

function groupRow(name: string, results: readonly Result[]): string[] {
  const { pass, tool_call_accuracy, tool_name_accuracy, tool_args_accuracy, response_quality, score } = summarise(results);
  const cell = ({ right, of }: { right: number; of: number }): string => (of === 0 ? '–' : `${right}/${of}`);
  return [
    name,
    cell(pass),
    cell(tool_call_accuracy),
    cell(tool_name_accuracy),
    cell(tool_args_accuracy),
    cell(response_quality),
    score.median.toFixed(2),
    score.worst.toFixed(2),
  ];
}
