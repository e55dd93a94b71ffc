import type { InsightsResponse, Latency } from '../../protocol/operator-insights.ts';
import { useLanguage } from '../i18n/language.ts';
import { DataTable, Section } from './section.tsx';

/** From median to 99th percentile as a line on a common scale: where most are, and how far the slow ones go. */
function Range({ latency: { p50, p90, p99 }, most }: { latency: Latency; most: number }) {
  if (p50 === null || p99 === null) return null;
  const at = (ms: number): number => (ms / most) * 100;
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 100 10" preserveAspectRatio="none" className="ms-auto h-3 w-40 text-accent-ink">
      <path d="M0 5h100" stroke="var(--aisle-line-color)" vectorEffect="non-scaling-stroke" />
      <rect x={at(p50)} width={Math.max(0.8, at(p99) - at(p50))} y="3" height="4" fill="currentColor" opacity="0.3" />
      {p90 !== null && <rect x={at(p50)} width={Math.max(0.8, at(p90) - at(p50))} y="3" height="4" fill="currentColor" opacity="0.6" />}
      <rect x={Math.max(0, at(p50) - 0.6)} width="1.2" y="0" height="10" fill="currentColor" />
    </svg>
  );
}

/** How long shoppers waited: median, percentiles, and the mean of the slowest tenth. */
export function LatencySection({ insights: { latency } }: { insights: InsightsResponse }) {
  const { t, duration } = useLanguage();
  const rows = [
    [t.figures.firstText, latency.first_token],
    [t.figures.firstCard, latency.first_card],
    [t.figures.whole, latency.whole],
  ] as const;
  const most = Math.max(1, ...rows.map(([, each]) => each.p99 ?? 0));
  return (
    <Section title={t.insights.latency} about={t.insights.latencyAbout} wide>
      <DataTable
        title={t.insights.latency}
        rows={rows}
        keyOf={([name]) => name}
        columns={[
          { name: t.columns.what, of: ([name]) => name },
          { name: t.insights.p50, of: ([, each]) => duration(each.p50), end: true },
          { name: t.insights.p90, of: ([, each]) => duration(each.p90), end: true },
          { name: t.insights.p99, of: ([, each]) => duration(each.p99), end: true },
          { name: t.insights.worstTenth, of: ([, each]) => duration(each.worst_tenth), end: true, extra: true },
          { name: t.insights.range, of: ([, each]) => <Range latency={each} most={most} />, extra: true, end: true },
        ]}
      />
    </Section>
  );
}
