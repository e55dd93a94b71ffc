import type { Summary } from '../summary.ts';
import { barChart, sortedCurves } from './charts.ts';
import type { Change, Compared } from './comparison.ts';
import { difference } from './comparison-text.ts';
import { escaped } from './escape.ts';
import { figures, passPowers } from './figures.ts';
import { style } from './style.ts';

const share = ({ right, of }: Summary['pass']): number | undefined => (of === 0 ? undefined : right / of);
const table = (heads: readonly string[], rows: readonly (readonly string[])[], caption: string): string =>
  `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><thead><tr>${heads
    .map((head) => `<th scope="col">${escaped(head)}</th>`)
    .join('')}</tr></thead><tbody>${rows
    .map(
      ([first = '', ...cells]) =>
        `<tr><th scope="row">${escaped(first)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;

const changed = (title: string, changes: readonly Change[], [one, other]: Compared['names']): string =>
  changes.length === 0
    ? ''
    : `<h3>${escaped(title)} <span class="count">${changes.length}</span></h3>${table(
        ['case', one, other, 'what was wrong'],
        changes.map(({ id, a, b, fault }) => [id, `${a.passed}/${a.of}`, `${b.passed}/${b.of}`, fault]),
        title,
      )}`;

/** Two results files as one HTML page: no script, no other file, light and dark by the reader's own setting. */
export function comparisonPage(compared: Compared): string {
  const { names, all, groups, better, worse, shared, left_out, p_value, judges, scores } = compared;
  const [a, b] = names;
  const pass = (summary: Summary | undefined): string => (summary ? `${summary.pass.right}/${summary.pass.of}` : '–');
  const shares = figures.filter((figure) => figure.is_share && all.some((each) => figure.value(each) !== undefined));
  const legend = `<p class="legend"><span class="key a"></span>${escaped(a)}<span class="key b"></span>${escaped(b)}</p>`;
  const title = `${a} against ${b}`;
  const powers = all.map((each, at) => [names[at] ?? '', ...passPowers(each).map((text) => text.replace(/^pass\^\d+ /, ''))]);
  const most = Math.max(...all.map(({ pass_k }) => pass_k.length));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>
<header><p class="eyebrow">Evaluation</p><h1>${escaped(a)} <span class="versus">against</span> ${escaped(b)}</h1>
<p class="lead">${shared} cases both have played${left_out > 0 ? `; ${left_out} that only one has are left out` : ''}. So uneven a split by chance alone: p = ${p_value.toPrecision(2)}.</p></header>
<section><h2>Figures</h2>${legend}${barChart(
    'Shares of both',
    shares.map((figure) => ({
      name: figure.label,
      a: figure.value(all[0]),
      b: figure.value(all[1]),
      texts: [figure.text(all[0]), figure.text(all[1])],
    })),
  )}
${table(
  ['figure', a, b, 'change'],
  figures
    .map((figure) => [figure.label, figure.text(all[0]), figure.text(all[1]), difference(figure, all)])
    .filter(([, one, two]) => one !== '–' || two !== '–'),
  'All figures',
)}</section>
<section><h2>From the worst run to the best</h2><p>Score of each run, sorted. A median hides the left end; the few very bad answers there decide.</p>${legend}${sortedCurves(
    'Scores sorted from worst to best',
    [
      { series: 'a', values: scores[0] },
      { series: 'b', values: scores[1] },
    ],
  )}</section>
<section><h2>Passed, by kind of case</h2>${legend}${barChart(
    'Passed by kind of case',
    groups.map(({ name, a: one, b: two }) => ({
      name,
      a: one && share(one.pass),
      b: two && share(two.pass),
      texts: [pass(one), pass(two)],
    })),
  )}</section>
${most > 1 ? `<section><h2>Passed k times out of k</h2>${table(['model', ...Array.from({ length: most }, (_, index) => `pass^${index + 1}`)], powers, 'pass^k')}</section>` : ''}
<section><h2>Cases that changed</h2>${better.length + worse.length === 0 ? '<p>None.</p>' : ''}${changed(`Passes more often with ${b}`, better, names)}${changed(`Passes less often with ${b}`, worse, names)}</section>
<footer><p>${judges[0] === undefined && judges[1] === undefined ? 'No judge was configured: content is not marked. ' : `Judges: ${escaped(judges[0] ?? 'none')}, ${escaped(judges[1] ?? 'none')}. `}What each figure means: docs/evaluation.md.</p></footer>
</main></body></html>
`;
}
