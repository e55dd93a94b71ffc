import type { Change, Compared } from './comparison.ts';
import { type Figure, figures, passPowers } from './figures.ts';
import { textTable } from './text.ts';

/** So many changed cases are named in the terminal; the page names all. */
const NAMED = 12;

/** How the second stands to the first. */
export function difference({ value, is_share, better }: Figure, [a, b]: Compared['all']): string {
  const [one, other] = [value(a), value(b)];
  if (one === undefined || other === undefined || one === other) return '';
  const change = other - one;
  const mark = change > 0 === (better === 'high') ? 'better' : 'worse';
  return is_share ? `${change > 0 ? '+' : '−'}${(100 * Math.abs(change)).toFixed(1)} points, ${mark}` : mark;
}

const line = ({ id, a, b, fault }: Change): string[] => [`  ${id}`, `${a.passed}/${a.of} → ${b.passed}/${b.of}`, fault.slice(0, 70)];

/** Two results files for the terminal. */
export function comparisonText(compared: Compared): string {
  const { names, all, groups, better, worse, shared, left_out, p_value } = compared;
  const rows = figures
    .map((figure) => [figure.label, figure.text(all[0]), figure.text(all[1]), difference(figure, all)])
    .filter(([, a, b]) => a !== '–' || b !== '–');
  const pass = (summary: Compared['groups'][number]['a']): string => (summary ? `${summary.pass.right}/${summary.pass.of}` : '–');
  const powers =
    Math.max(...all.map(({ pass_k }) => pass_k.length)) > 1 ? all.map((each, at) => `${names[at]}: ${passPowers(each).join(', ')}`) : [];
  const named = (title: string, changes: readonly Change[]): string[] =>
    changes.length === 0
      ? []
      : [
          `${title}: ${changes.length}`,
          textTable(changes.slice(0, NAMED).map(line)),
          ...(changes.length > NAMED ? [`  … and ${changes.length - NAMED} more`] : []),
        ];
  return [
    `${names[0]} against ${names[1]}: ${shared} cases both have played${left_out > 0 ? `, ${left_out} left out` : ''}`,
    textTable([['', names[0], names[1], ''], ...rows]),
    '',
    textTable([['passed', names[0], names[1]], ...groups.map(({ name, a, b }) => [name, pass(a), pass(b)])]),
    '',
    ...powers,
    ...named(`passes more often with ${names[1]}`, better),
    ...named(`passes less often with ${names[1]}`, worse),
    `so uneven a split by chance alone: p = ${p_value.toPrecision(2)}`,
  ].join('\n');
}
