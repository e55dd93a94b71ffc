import { dotsPath, linePath } from './scale.ts';

const [WIDTH, HEIGHT] = [120, 28];

/** A line as small as a word; what it says is told beside it. */
export function Spark({ values, tone = 'accent' }: { values: readonly (number | null)[]; tone?: 'accent' | 'bad' | 'warn' }) {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const stroke = { accent: 'text-accent-ink', bad: 'text-bad', warn: 'text-warn' }[tone];
  const path = linePath(values, most, WIDTH - 2, HEIGHT - 4);
  const dots = dotsPath(values, most, WIDTH - 2, HEIGHT - 4);
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox={`-1 -2 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={`h-7 w-full overflow-visible ${stroke}`}
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" vectorEffect="non-scaling-stroke" />
      <path d={dots} stroke="currentColor" strokeWidth="4" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
