import { type KeyboardEvent, useRef } from 'react';
import type { RunSummary } from '../../protocol/operator.ts';
import { useLanguage } from '../i18n/language.ts';
import { RunRow } from './run-row.tsx';

/** Runs, one a row. With the focus in it `j` and `k`, or the arrows, go from run to run, and `x` picks one. */
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
  const body = useRef<HTMLTableSectionElement>(null);
  const slowest = Math.max(1, ...runs.map(({ ms }) => ms));

  const move = (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const links = [...(body.current?.querySelectorAll<HTMLElement>('[data-run-link]') ?? [])];
    const row = event.target instanceof Element ? event.target.closest('tr') : null;
    const at = links.findIndex((link) => row?.contains(link));
    const run = runs[at];
    const to = { j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined) links[Math.min(links.length - 1, Math.max(0, to))]?.focus();
    else if (event.key === 'x' && run) onPick(run.id);
    else return;
    event.preventDefault();
  };

  // Above the rows, which are positioned so that the whole of each is its link.
  const head = 'sticky top-12 z-2 bg-surface py-2 pe-3 font-normal';
  return (
    <table className="w-full table-fixed border-t border-line text-small">
      <caption className="sr-only">{t.runs}</caption>
      {/* Widths stand here and not on the heads: on a phone those leave the table, and with them what its columns were measured by. */}
      <colgroup>
        <col className="w-10" />
        <col />
        {['w-28', 'w-40', 'w-44', 'w-20', 'w-16', 'w-16'].map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <col key={index} className={`${width} narrow:hidden`} />
        ))}
      </colgroup>
      <thead className="text-start text-tiny text-soft narrow:sr-only">
        <tr className="border-b border-line">
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
      <tbody ref={body} onKeyDown={move}>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} slowest={slowest} picked={picked.includes(run.id)} onPick={onPick} />
        ))}
      </tbody>
    </table>
  );
}
