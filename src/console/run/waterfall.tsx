import { useLanguage } from '../i18n/language.ts';
import { roundUp } from '../ui/charts/scale.ts';
import type { Reading } from './reading.ts';

/** One bar: a model's answer or a tool's work. Milliseconds since the run began. */
interface Bar {
  readonly key: string;
  readonly step: number;
  readonly name: string;
  readonly kind: 'model' | 'tool';
  readonly start: number;
  readonly end: number;
  /** Where the first text came, of a model. */
  readonly first?: number | undefined;
  readonly failed: boolean;
  readonly open: boolean;
}

/** What took how long, in the order it began. */
export function barsOf(reading: Reading): Bar[] {
  return reading.steps.flatMap((step) => [
    ...step.models.map(({ model, start, end, first_text }, index) => ({
      key: `${step.n} model ${index}`,
      step: step.n,
      name: model,
      kind: 'model' as const,
      start,
      end: end ?? reading.length,
      first: first_text,
      failed: false,
      open: end === undefined,
    })),
    ...step.calls.map(({ seq, name, start, returned }) => ({
      key: `${step.n} call ${seq}`,
      step: step.n,
      name,
      kind: 'tool' as const,
      start,
      end: returned ? start + returned.ms : reading.length,
      failed: returned?.ok === false,
      open: returned === undefined,
    })),
  ]);
}

/** Where the time went: a table whose last column is drawn. The dark part of a model's bar is the wait for its first word. */
export function Waterfall({ reading }: { reading: Reading }) {
  const { t, duration } = useLanguage();
  const bars = barsOf(reading);
  const most = Math.max(1, reading.length, ...bars.map(({ end }) => end));
  const part = (ms: number): number => (ms / most) * 100;
  const ticks = [0.25, 0.5, 0.75];
  return (
    <table className="w-full table-fixed text-tiny tabular-nums">
      <caption className="sr-only">{t.waterfall}</caption>
      <thead className="text-soft">
        <tr>
          <th scope="col" className="w-44 py-1 pe-3 text-start font-normal narrow:w-28">
            {t.columns.what}
          </th>
          <th scope="col" className="w-16 py-1 pe-3 text-end font-normal">
            {t.columns.took}
          </th>
          <th scope="col" className="py-1 font-normal">
            <span className="flex justify-between">
              <span>
                <span className="sr-only">{t.columns.course} </span>0
              </span>
              {most >= roundUp(1) && <span>{duration(most)}</span>}
            </span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, step, name, kind, start, end, first, failed, open }) => (
          <tr key={key} className="border-t border-line">
            <th scope="row" className="truncate py-1 pe-3 narrow:break-words narrow:whitespace-normal text-start font-normal">
              <a href={`#step-${step}`} className="hover:underline">
                <span className="text-soft">{step}</span> <span className="font-mono">{name}</span>
                {failed && <span className="text-bad"> {t.failed}</span>}
              </a>
            </th>
            <td className="py-1 pe-3 text-end">{open ? '…' : duration(end - start)}</td>
            <td className="py-1">
              <svg
                aria-hidden="true"
                focusable="false"
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                className={`h-3 w-full ${failed ? 'text-bad' : kind === 'model' ? 'text-accent-ink' : 'text-warn'}`}
              >
                {ticks.map((share) => (
                  <path key={share} d={`M${share * 100} 0v10`} stroke="var(--aisle-line-color)" vectorEffect="non-scaling-stroke" />
                ))}
                <rect
                  x={Math.min(99.4, part(start))}
                  width={Math.max(0.6, part(end - start))}
                  y="1"
                  height="8"
                  fill="currentColor"
                  opacity={kind === 'model' && first !== undefined ? 0.35 : 0.85}
                />
                {first !== undefined && (
                  <rect x={part(start)} width={Math.max(0.4, part(first - start))} y="1" height="8" fill="currentColor" />
                )}
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
