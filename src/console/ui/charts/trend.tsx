import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { Fold } from '../fold.tsx';
import { ScrollBox } from '../scroll-box.tsx';
import { dotsPath, linePath, place, roundUp } from './scale.ts';

/** One quantity over time. `columns` are drawn from the ground, `line` as a line. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly shape: 'columns' | 'line' | 'dashes';
  readonly tone: 'accent' | 'bad' | 'warn' | 'good' | 'soft';
}

const inks = { accent: 'text-accent-ink', bad: 'text-bad', warn: 'text-warn', good: 'text-good', soft: 'text-edge' } as const;
const HEIGHT = 120;
const LEFT = 52;

/** Width of an element in px, kept true. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width] as const;
}

function Drawn({ series, most, width }: { series: Series; most: number; width: number }) {
  if (series.shape !== 'columns')
    return (
      <g className={inks[series.tone]} fill="none" stroke="currentColor" strokeLinejoin="round">
        <path
          d={linePath(series.values, most, width, HEIGHT)}
          strokeWidth="1.75"
          {...(series.shape === 'dashes' ? { strokeDasharray: '4 3' } : {})}
        />
        <path d={dotsPath(series.values, most, width, HEIGHT)} strokeWidth="5" strokeLinecap="round" />
      </g>
    );
  const each = width / Math.max(1, series.values.length);
  return (
    <g className={inks[series.tone]}>
      {series.values.map((value, index) => {
        const high = place(value ?? 0, most, HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of time is its place
            key={index}
            x={index * each + Math.min(1, each * 0.1)}
            y={HEIGHT - high}
            width={Math.max(0.5, each - Math.min(2, each * 0.2))}
            height={high}
            fill="currentColor"
          />
        );
      })}
    </g>
  );
}

/** Quantities over time: a picture with a name, and the same figures as a table. */
export function Trend({
  title,
  at,
  series,
  write,
  whole = false,
}: {
  title: string;
  /** Beginning of each stretch. */
  at: readonly Date[];
  series: readonly Series[];
  write: (value: number) => string;
  /** They are counts. */
  whole?: boolean;
}): ReactNode {
  const { t, tick } = useLanguage();
  const [ref, width] = useWidth();
  const inner = Math.max(0, width - LEFT);
  const most = roundUp(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  // Half a run is none.
  const ticks = whole && most % 2 !== 0 ? [0, 1] : [0, 0.5, 1];
  const [first, last] = [at[0], at.at(-1)];
  const fine = first !== undefined && last !== undefined && last.getTime() - first.getTime() < 600_000;
  return (
    <figure className="min-w-0">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="text-small text-soft">{title}</span>
        <span className="flex flex-wrap gap-x-3 text-tiny text-soft">
          {series.map(({ name, tone, shape }) => (
            <span key={name} className="inline-flex items-center gap-1">
              <svg aria-hidden="true" width="14" height="8" className={inks[tone]}>
                {shape === 'columns' ? (
                  <rect width="14" height="8" rx="1" fill="currentColor" />
                ) : (
                  <path d="M0 4h14" stroke="currentColor" strokeWidth="2" {...(shape === 'dashes' ? { strokeDasharray: '4 3' } : {})} />
                )}
              </svg>
              {name}
            </span>
          ))}
        </span>
      </figcaption>
      <div ref={ref} className="mt-2">
        {width > 0 && (
          <svg
            role="img"
            aria-label={`${title}. ${t.chartAsTable}`}
            width={width}
            height={HEIGHT + 26}
            className="overflow-visible text-soft"
          >
            {ticks.map((share) => (
              <g key={share} transform={`translate(0 ${6 + HEIGHT - HEIGHT * share})`}>
                <path d={`M${LEFT} 0h${inner}`} stroke="var(--aisle-line-color)" />
                <text x={LEFT - 6} y="4" textAnchor="end" fontSize="11" fill="currentColor">
                  {write(most * share)}
                </text>
              </g>
            ))}
            <g transform={`translate(${LEFT} 6)`}>
              {series.map((each) => (
                <Drawn key={each.name} series={each} most={most} width={inner} />
              ))}
            </g>
            {first && last && (
              <g fontSize="11" fill="currentColor">
                <text x={LEFT} y={HEIGHT + 22}>
                  {tick(first, fine)}
                </text>
                <text x={width} y={HEIGHT + 22} textAnchor="end">
                  {tick(last, fine)}
                </text>
              </g>
            )}
          </svg>
        )}
      </div>
      <Fold summary={t.asTable}>
        {() => (
          <ScrollBox label={title} className="max-h-64">
            <table className="w-full text-small tabular-nums">
              <thead>
                <tr className="text-start text-soft">
                  <th scope="col" className="py-1 pe-4 text-start font-normal">
                    {t.fromWhen}
                  </th>
                  {series.map(({ name }) => (
                    <th key={name} scope="col" className="py-1 ps-4 text-end font-normal">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {at.map((date, index) => (
                  <tr key={date.getTime()} className="border-t border-line">
                    <th scope="row" className="py-1 pe-4 text-start font-normal">
                      {tick(date, fine)}
                    </th>
                    {series.map(({ name, values }) => {
                      const value = values[index] ?? null;
                      return (
                        <td key={name} className="py-1 ps-4 text-end">
                          {value === null ? '–' : write(value)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Fold>
    </figure>
  );
}
