import { useMemo } from 'react';
import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { useInsights } from '../api/queries.ts';
import { hrefs, navigate } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { type Filters, isPeriod, PERIODS, periodOf, readFilters, writeFilters } from '../runs/filters.ts';
import { Trend } from '../ui/charts/trend.tsx';
import { Field, Select } from '../ui/field.tsx';
import { ListFailed, Nothing, Waiting } from '../ui/states.tsx';
import { Comparisons } from './comparisons.tsx';
import { Feedback } from './feedback.tsx';
import { LatencySection } from './latency.tsx';
import { Models } from './models.tsx';
import { Outcomes } from './outcomes.tsx';
import { Path } from './path.tsx';
import { PeriodProvider } from './period.ts';
import { Rejections } from './rejections.tsx';
import { Section } from './section.tsx';
import { Tools } from './tools.tsx';
import { Unmet } from './unmet.tsx';

/** What the runs of a period come to. The period stands in the address. */
export function InsightsPage({ query, now = Date.now }: { query: URLSearchParams; now?: () => number }) {
  const { t } = useLanguage();
  const address = query.toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(address)), [address]);
  const period = useMemo(() => periodOf(filters, now()), [filters, now]);
  const within = useMemo(() => writeFilters({ last: filters.last ?? '', from: filters.from ?? '', to: filters.to ?? '' }), [filters]);
  const { data, error, isPending, refetch } = useInsights(period);
  const go = (next: Filters): void => navigate(hrefs.insights(writeFilters(next)));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h1 className="text-title font-semibold">{t.insightsTitle}</h1>
        <div className="flex flex-wrap items-end gap-2 narrow:w-full">
          <Select
            label={t.filters.last}
            any={t.anyTime}
            value={isPeriod(filters.last) ? filters.last : ''}
            options={Object.keys(PERIODS).map((each) => [each, t.periods[each] ?? each])}
            onValue={(last) => go(last ? { last } : {})}
            className="w-36 narrow:w-full"
          />
          <Field
            label={t.filters.from}
            type="date"
            value={filters.from}
            onValue={(from) => go({ ...filters, last: '', from })}
            className="w-36 narrow:flex-1"
          />
          <Field
            label={t.filters.to}
            type="date"
            value={filters.to}
            onValue={(to) => go({ ...filters, last: '', to })}
            className="w-36 narrow:flex-1"
          />
        </div>
      </div>
      {isPending && <Waiting label={t.loading} lines={8} />}
      {error && <ListFailed error={error} onAgain={() => void refetch()} />}
      {data && data.runs === 0 && <Nothing title={t.noneInPeriod}>{t.noneYetHow}</Nothing>}
      {data && data.runs > 0 && (
        <PeriodProvider value={within}>
          <Told insights={data} />
        </PeriodProvider>
      )}
    </div>
  );
}

function Told({ insights }: { insights: InsightsResponse }) {
  const { t, number, duration } = useLanguage();
  const { buckets } = insights;
  const at = buckets.map((bucket) => new Date(bucket.at));
  return (
    <div className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
      <Section title={t.insights.course}>
        <Trend
          title={t.insights.runsOver}
          at={at}
          write={number}
          whole
          series={[
            { name: t.tiles.runs, values: buckets.map(({ runs }) => runs), shape: 'columns', tone: 'soft' },
            { name: t.tiles.failed, values: buckets.map(({ failed }) => failed), shape: 'line', tone: 'bad' },
          ]}
        />
      </Section>
      <Section title={t.insights.waiting}>
        <Trend
          title={t.insights.firstTextOver}
          at={at}
          write={(ms) => duration(ms)}
          series={[{ name: t.insights.p50, values: buckets.map((each) => each.first_token_ms), shape: 'line', tone: 'accent' }]}
        />
      </Section>
      <LatencySection insights={insights} />
      <Outcomes insights={insights} />
      <Rejections insights={insights} />
      <Unmet insights={insights} />
      <Comparisons insights={insights} />
      <Path insights={insights} />
      <Feedback insights={insights} />
      <Tools insights={insights} />
      <Models insights={insights} />
    </div>
  );
}
