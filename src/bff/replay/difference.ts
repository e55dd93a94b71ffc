import type { Outcome } from './outcome.ts';

/** One line of a comparison: in both, in the first alone, in the second alone. */
export interface Line {
  readonly mark: '=' | '-' | '+';
  readonly text: string;
}

/** Lines of two lists with what they have in common kept in order (longest common subsequence). */
export function difference(before: readonly string[], after: readonly string[]): Line[] {
  const longest: number[][] = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number): number => longest[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const own = longest[row];
      if (own)
        own[column] = before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  const lines: Line[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [was, is] = [before[row], after[column]];
    if (was !== undefined && was === is) {
      lines.push({ mark: '=', text: was });
      [row, column] = [row + 1, column + 1];
    } else if (was !== undefined && (is === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ mark: '-', text: was });
      row += 1;
    } else {
      lines.push({ mark: '+', text: is ?? '' });
      column += 1;
    }
  }
  return lines;
}

const figure = (value: number | null): string => (value === null ? '–' : String(value));

/** Two outcomes side by side, for a terminal; what was asked for and not recorded is marked. @param paint colours a line by its mark */
export function comparisonText(
  before: Outcome,
  after: Outcome,
  unrecorded: readonly string[],
  paint: (mark: Line['mark'], line: string) => string,
): string {
  const missing = new Set(unrecorded);
  const section = (name: string, was: readonly string[], is: readonly string[]): string[] => {
    const lines = difference(was, is);
    const same = lines.every(({ mark }) => mark === '=');
    if (lines.length === 0) return [];
    return [
      `${name}: ${same ? 'the same' : 'different'}`,
      ...lines.map(({ mark, text }) => paint(mark, `  ${mark} ${text}${mark === '+' && missing.has(text) ? '  (not recorded)' : ''}`)),
    ];
  };
  const from = (was: string, is: string): string => (was === is ? was : `${was} → ${is}`);
  return [
    `model   ${from(before.models.join(', ') || 'none', after.models.join(', ') || 'none')}`,
    `ended   ${from(before.end, after.end)}`,
    `steps   ${from(String(before.steps), String(after.steps))}    time ${before.ms} → ${after.ms} ms    tokens in ${figure(before.tokens_in)} → ${figure(after.tokens_in)}, out ${figure(before.tokens_out)} → ${figure(after.tokens_out)}`,
    ...section('calls', before.calls, after.calls),
    ...section('cards', before.cards, after.cards),
    ...section('text', before.text, after.text),
    ...section('verdicts', before.verdicts, after.verdicts),
  ].join('\n');
}
