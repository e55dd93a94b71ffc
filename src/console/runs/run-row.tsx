import { memo } from 'react';
import type { RunSummary } from '../../protocol/operator.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { place } from '../ui/charts/scale.ts';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import { When } from '../ui/when.tsx';
import { Outcome } from './outcome.tsx';
import { VerdictCounts } from './verdict-counts.tsx';

/** A run's time as a line: up to the first text, and to the end. */
function TimeLine({ run, longest }: { run: RunSummary; longest: number }) {
  const at = (ms: number): number => Math.min(100, place(ms, longest, 100));
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 100 6" preserveAspectRatio="none" className="h-1.5 w-full text-accent-ink">
      <rect width={Math.max(1, at(run.ms))} height="6" rx="1" fill="currentColor" opacity="0.3" />
      {run.first_token_ms !== null && <rect width={Math.max(0.6, at(run.first_token_ms))} height="6" rx="1" fill="currentColor" />}
    </svg>
  );
}

/** Tools in the order they were called, equal ones next to each other once. */
function toolChain(tools: RunSummary['tools']): { name: string; times: number; ok: boolean }[] {
  const chain: { name: string; times: number; ok: boolean }[] = [];
  for (const { name, ok } of tools) {
    const last = chain.at(-1);
    if (last?.name === name) {
      last.times += 1;
      last.ok &&= ok;
    } else chain.push({ name, times: 1, ok });
  }
  return chain;
}

/** Columns of the list: its heads and its rows are grids of their own, and alike. */
export const rowGrid = 'grid grid-cols-[40px_minmax(0,1fr)_112px_160px_176px_80px_64px_64px] narrow:grid-cols-[40px_minmax(0,1fr)]';

/**
 * One run in the list. The question is the link; its cell says on a phone what the other cells say on a desk. Drawn anew only
 * when something of it changed: a list may grow to thousands.
 */
export const RunRow = memo(function RunRow({
  run,
  longest,
  picked,
  onPick,
}: {
  run: RunSummary;
  /** Milliseconds of a whole time line; what took longer fills it. */
  longest: number;
  picked: boolean;
  onPick: (id: string) => void;
}) {
  const { t, duration, score, number } = useLanguage();
  const chain = toolChain(run.tools);
  return (
    <tr className={`${rowGrid} relative border-b border-line align-top hover:bg-raised ${picked ? 'bg-accent-wash' : ''}`}>
      <td className="relative z-1 py-2 ps-3 pe-1">
        <label className="flex size-6 items-center justify-center touch:size-11 touch:-m-2.5">
          <input
            type="checkbox"
            checked={picked}
            onChange={() => onPick(run.id)}
            aria-label={t.pickFor(run.message)}
            className="size-4 accent-accent"
          />
        </label>
      </td>
      <th scope="row" className="min-w-0 py-2 pe-3 text-start font-normal">
        <Link
          href={hrefs.run(run.id)}
          data-run-link=""
          className="line-clamp-2 touch:min-h-6 break-words font-medium after:absolute after:inset-0 hover:text-accent-ink"
        >
          {run.message || t.noWords}
        </Link>
        <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-tiny text-soft">
          {run.models.length > 0 && <span className="font-mono">{run.models.join(' → ')}</span>}
          {chain.map(({ name, times, ok }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a call is its place in the chain
            <span key={index} className={`inline-flex items-center gap-0.5 font-mono ${ok ? '' : 'text-bad'}`}>
              <Icon name={ok ? 'tool' : 'warn'} className="size-3" />
              {times > 1 ? `${name} ×${times}` : name}
              {!ok && <span className="font-sans">{t.failed}</span>}
            </span>
          ))}
          {run.items.length > 0 && <span>{t.cards(run.items.length)}</span>}
        </span>
        <span className="mt-1 hidden flex-wrap items-center gap-x-3 gap-y-0.5 text-tiny text-soft narrow:flex">
          <When at={run.at} />
          <span className="tabular-nums">{duration(run.ms)}</span>
          <Outcome outcome={run.outcome} error={run.error} />
          <VerdictCounts verdicts={run.verdicts} />
          {run.score !== null && <span className="tabular-nums">{t.scored(score(run.score))}</span>}
          {run.rating && <Rating rating={run.rating} />}
        </span>
      </th>
      <td className="py-2 pe-3 text-soft narrow:hidden">
        <When at={run.at} />
      </td>
      <td className="py-2 pe-3 text-tiny narrow:hidden">
        <span className="flex flex-col gap-0.5">
          <Outcome outcome={run.outcome} error={run.error} />
          <VerdictCounts verdicts={run.verdicts} />
        </span>
      </td>
      <td className="py-2 pe-3 tabular-nums narrow:hidden">
        <span className="flex justify-between gap-2">
          <span className="text-soft">{duration(run.first_token_ms)}</span>
          <span>{duration(run.ms)}</span>
        </span>
        <TimeLine run={run} longest={longest} />
      </td>
      <td className="py-2 pe-3 text-end tabular-nums narrow:hidden">
        {run.tokens_in === null ? '–' : number(run.tokens_in + (run.tokens_out ?? 0))}
      </td>
      <td className={`py-2 pe-3 text-end tabular-nums narrow:hidden ${run.score !== null && run.score < 0.5 ? 'text-bad' : ''}`}>
        {score(run.score)}
      </td>
      <td className="py-2 pe-3 text-center narrow:hidden">{run.rating ? <Rating rating={run.rating} /> : null}</td>
    </tr>
  );
});

function Rating({ rating }: { rating: 'up' | 'down' }) {
  const { t } = useLanguage();
  return (
    <span className={`inline-flex items-center ${rating === 'up' ? 'text-good' : 'text-bad'}`}>
      <Icon name={rating} />
      <span className="sr-only">{t.ratings[rating]}</span>
    </span>
  );
}
