import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { RunSummary } from '../../protocol/operator.ts';
import { useLanguage } from '../i18n/language.ts';
import { RunRow, rowGrid } from './run-row.tsx';

/** Runs that are laid out and painted together, or passed over together while they are out of sight. */
const BLOCK = 25;
/** Height of a row before it has been seen, pixels. */
const ROW = 56;

/** Milliseconds of a whole time line: nine in ten runs are no longer. One that took minutes would make a dot of all others. */
function scaleOf(runs: readonly RunSummary[]): number {
  const times = runs.map(({ ms }) => ms).sort((a, b) => a - b);
  return Math.max(1, times[Math.floor((times.length - 1) * (times.length < 10 ? 1 : 0.9))] ?? 1);
}

const blocksOf = (runs: readonly RunSummary[]): (readonly RunSummary[])[] =>
  Array.from({ length: Math.ceil(runs.length / BLOCK) }, (_, n) => runs.slice(n * BLOCK, (n + 1) * BLOCK));

/**
 * Runs, one a row. Rows are grids and bodies are blocks, because a browser passes over what is out of sight only in boxes that are
 * no part of a table's layout; the elements stay a table's. With the focus in it `j` and `k`, or the arrows, go from run to run, and `x` picks one.
 */
export function RunTable({
  runs,
  picked,
  onPick,
}: {
  runs: readonly RunSummary[];
  picked: readonly string[];
  onPick: (id: string) => void;
}) {
  const { t } = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const longest = useMemo(() => scaleOf(runs), [runs]);

  const move = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const links = [...(table.current?.querySelectorAll<HTMLElement>('[data-run-link]') ?? [])];
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    const at = links.findIndex((link) => row?.contains(link));
    const run = runs[at];
    const to = { j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined) links[Math.min(links.length - 1, Math.max(0, to))]?.focus();
    else if (event.key === 'x' && run) onPick(run.id);
    else return;
    event.preventDefault();
  };

  const head = 'py-2 pe-3 font-normal';
  return (
    <table ref={table} onKeyDown={move} className="block border-t border-line text-small">
      <caption className="sr-only">{t.runs}</caption>
      {/* Above the rows, which are positioned so that the whole of each is its link. */}
      <thead className="sticky top-12 z-2 block bg-surface text-start text-tiny text-soft narrow:sr-only">
        <tr className={`${rowGrid} border-b border-line`}>
          <th scope="col" className={`${head} ps-3`}>
            <span className="sr-only">{t.pick}</span>
          </th>
          <th scope="col" className={`${head} text-start`}>
            {t.columns.question}
          </th>
          <th scope="col" className={`${head} text-start`}>
            {t.columns.when}
          </th>
          <th scope="col" className={`${head} text-start`}>
            {t.columns.outcome}
          </th>
          <th scope="col" className={`${head} text-start`}>
            <span className="flex justify-between gap-2">
              <span>{t.columns.firstText}</span>
              <span>{t.columns.whole}</span>
            </span>
          </th>
          <th scope="col" className={`${head} text-end`}>
            {t.columns.tokens}
          </th>
          <th scope="col" className={`${head} text-end`}>
            {t.columns.score}
          </th>
          <th scope="col" className={`${head} text-center`}>
            {t.columns.rating}
          </th>
        </tr>
      </thead>
      {blocksOf(runs).map((block) => (
        <tbody
          key={block[0]?.id}
          className="block [content-visibility:auto]"
          style={{ containIntrinsicBlockSize: `auto ${block.length * ROW}px` }}
        >
          {block.map((run) => (
            <RunRow key={run.id} run={run} longest={longest} picked={picked.includes(run.id)} onPick={onPick} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
