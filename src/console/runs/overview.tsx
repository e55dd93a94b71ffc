import type { InsightBucket, InsightsResponse } from '../../protocol/operator-insights.ts';
import { useLanguage } from '../i18n/language.ts';
import { Spark } from '../ui/charts/spark.tsx';

/** The period at a glance: a figure and its course, four times. They tell of all its runs, whatever else is filtered. */
export function Overview({
  insights,
  narrowed,
}: {
  insights: InsightsResponse /** The list below shows fewer runs than these figures tell of. */;
  narrowed: boolean;
}) {
  const { t, number, duration, percent } = useLanguage();
  const course = (of: (bucket: InsightBucket) => number | null) => insights.buckets.map(of);
  const failed = insights.buckets.reduce((sum, bucket) => sum + bucket.failed, 0);
  const rejected = insights.buckets.reduce((sum, bucket) => sum + bucket.rejected, 0);
  const tiles = [
    { name: t.tiles.runs, value: number(insights.runs), values: course(({ runs }) => runs), tone: 'accent' },
    {
      name: t.tiles.failed,
      value: insights.runs > 0 ? `${number(failed)} · ${percent(failed / insights.runs)}` : '–',
      values: course((bucket) => bucket.failed),
      tone: 'bad',
    },
    { name: t.tiles.rejected, value: number(rejected), values: course((bucket) => bucket.rejected), tone: 'warn' },
    {
      name: t.tiles.firstText,
      value: duration(insights.latency.first_token.p50),
      values: course(({ first_token_ms }) => first_token_ms),
      tone: 'accent',
    },
  ] as const;
  return (
    <section aria-label={t.wholePeriod}>
      {narrowed && <p className="mb-1 text-tiny text-soft">{t.wholePeriod}</p>}
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-2">
        {tiles.map(({ name, value, values, tone }) => (
          <div key={name} className="rounded-card border border-line px-3 py-2">
            <dt className="text-tiny text-soft">{name}</dt>
            <dd>
              <span className="text-title font-semibold tabular-nums">{value}</span>
              <Spark values={values} tone={tone} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
