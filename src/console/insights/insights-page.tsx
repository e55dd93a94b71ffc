import { useMemo } from 'react';
import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { useInsights } from '../api/queries.ts';
import { hrefs, navigate } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { type Filters, isPeriod, PERIODS, periodOf, readFilters, writeFilters } from '../runs/filters.ts';
import { BarTable } from '../ui/charts/bar-table.tsx';
import { Trend } from '../ui/charts/trend.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { Link, linkClass } from '../ui/link.tsx';
import { ListFailed, Nothing, Waiting } from '../ui/states.tsx';
import { When } from '../ui/when.tsx';
import { LatencySection } from './latency.tsx';
import { Models } from './models.tsx';
import { Path } from './path.tsx';
import { PeriodProvider, usePeriod } from './period.ts';
import { Rejections } from './rejections.tsx';
import { DataTable, Section } from './section.tsx';

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
        <div className="flex flex-wrap items-end gap-2">
          <Select
            label={t.filters.last}
            any={t.anyTime}
            value={isPeriod(filters.last) ? filters.last : ''}
            options={Object.keys(PERIODS).map((each) => [each, t.periods[each] ?? each])}
            onValue={(last) => go(last ? { last } : {})}
            className="w-36"
          />
          <Field
            label={t.filters.from}
            type="date"
            value={filters.from}
            onValue={(from) => go({ ...filters, last: '', from })}
            className="w-36"
          />
          <Field label={t.filters.to} type="date" value={filters.to} onValue={(to) => go({ ...filters, last: '', to })} className="w-36" />
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

function Outcomes({ insights }: { insights: InsightsResponse }) {
  const { t, number, percent, score } = useLanguage();
  const within = usePeriod();
  return (
    <Section title={t.insights.outcomes} about={t.insights.conversations(number(insights.runs), number(insights.conversations))}>
      <BarTable
        title={t.insights.outcomes}
        most={insights.runs}
        rows={[
          ...insights.outcomes.map(({ outcome, count }) => ({
            key: outcome,
            name: (
              <Link href={hrefs.runs({ ...within, outcome })} className={linkClass}>
                {t.outcomes[outcome] ?? outcome}
              </Link>
            ),
            value: count,
            told: `${number(count)} · ${percent(count / insights.runs)}`,
            tone: outcome === 'finished' ? ('good' as const) : ('bad' as const),
          })),
          ...insights.errors.map(({ error, count }) => ({
            key: `error ${error}`,
            name: (
              <Link href={hrefs.runs({ ...within, error })} className={linkClass}>
                {t.errorCodes[error] ?? error}
              </Link>
            ),
            value: count,
            told: `${number(count)} · ${percent(count / insights.runs)}`,
            tone: 'bad' as const,
          })),
        ]}
      />
      {insights.score.count > 0 && (
        <p className="mt-2 text-small text-soft">
          {t.insights.scores(score(insights.score.mean), score(insights.score.worst_tenth), number(insights.score.count))}
        </p>
      )}
    </Section>
  );
}

function Unmet({ insights: { unmet } }: { insights: InsightsResponse }) {
  const { t, number } = useLanguage();
  return (
    <Section title={t.insights.unmet} about={t.insights.unmetAbout}>
      {unmet.length === 0 ? (
        <p className="text-soft">{t.insights.noUnmet}</p>
      ) : (
        <DataTable
          title={t.insights.unmet}
          rows={unmet}
          keyOf={({ asked }) => asked}
          columns={[
            { name: t.insights.asked, of: ({ asked }) => asked },
            { name: t.insights.times, of: ({ count }) => number(count), end: true },
            { name: t.insights.lastTime, of: ({ last_at }) => <When at={last_at} />, end: true },
          ]}
        />
      )}
    </Section>
  );
}

function Comparisons({ insights: { comparisons, pairs } }: { insights: InsightsResponse }) {
  const { t, number, percent } = useLanguage();
  const count = (basis: string): number => comparisons.find((each) => each.basis === basis)?.count ?? 0;
  const asked = count('agreed') + count('disagreed') + count('depends');
  return (
    <Section title={t.insights.comparisons} about={t.insights.comparisonsAbout}>
      {comparisons.length === 0 && pairs.length === 0 && <p className="text-soft">{t.insights.noComparisons}</p>}
      {comparisons.length > 0 && (
        <BarTable
          title={t.insights.comparisons}
          rows={comparisons.map(({ basis, count }) => ({
            key: basis,
            name: t.bases[basis] ?? basis,
            value: count,
            told: number(count),
            tone: basis === 'disagreed' ? ('warn' as const) : ('accent' as const),
          }))}
        />
      )}
      {asked > 0 && <p className="mt-1 text-small text-soft">{t.insights.disagreement(percent(count('disagreed') / asked))}</p>}
      {pairs.length > 0 && (
        <div className="mt-3">
          <DataTable
            title={t.insights.pairs}
            rows={pairs}
            keyOf={({ items }) => items.join(' ')}
            columns={[
              { name: t.insights.pairs, of: ({ titles }) => `${titles[0]} ↔ ${titles[1]}` },
              { name: t.insights.times, of: ({ count }) => number(count), end: true },
            ]}
          />
        </div>
      )}
    </Section>
  );
}

function Feedback({ insights: { feedback, buckets } }: { insights: InsightsResponse }) {
  const { t, number } = useLanguage();
  const within = usePeriod();
  return (
    <Section title={t.insights.feedback}>
      <BarTable
        title={t.insights.feedback}
        rows={(['up', 'down'] as const).map((rating) => ({
          key: rating,
          name: (
            <Link href={hrefs.runs({ ...within, rating })} className={`inline-flex items-center gap-1 ${linkClass}`}>
              <Icon name={rating} />
              {t.ratings[rating]}
            </Link>
          ),
          value: feedback[rating],
          told: number(feedback[rating]),
          tone: rating === 'up' ? ('good' as const) : ('bad' as const),
        }))}
      />
      {feedback.up + feedback.down > 0 && (
        <div className="mt-3">
          <Trend
            title={t.insights.feedbackOver}
            at={buckets.map((bucket) => new Date(bucket.at))}
            write={number}
            whole
            series={[
              { name: t.ratings.up ?? '', values: buckets.map(({ up }) => up), shape: 'line', tone: 'good' },
              { name: t.ratings.down ?? '', values: buckets.map(({ down }) => down), shape: 'dashes', tone: 'bad' },
            ]}
          />
        </div>
      )}
      {feedback.notes.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1.5">
          {feedback.notes.map(({ run_id, at, verdict, note }) => (
            <li key={`${run_id} ${at}`} className="flex items-start gap-2">
              <Icon name={verdict} className={`mt-px ${verdict === 'up' ? 'text-good' : 'text-bad'}`} />
              <Link href={hrefs.run(run_id)} className={`min-w-0 flex-1 break-words ${linkClass}`}>
                {note}
              </Link>
              <span className="text-tiny text-soft">
                <When at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Tools({ insights: { tools } }: { insights: InsightsResponse }) {
  const { t, number, duration } = useLanguage();
  const within = usePeriod();
  return (
    <Section title={t.insights.tools}>
      <DataTable
        title={t.insights.tools}
        rows={tools}
        keyOf={({ name }) => name}
        columns={[
          {
            name: t.filters.tool,
            of: ({ name }) => (
              <Link href={hrefs.runs({ ...within, tool: name })} className={`font-mono ${linkClass}`}>
                {name}
              </Link>
            ),
          },
          { name: t.figures.calls, of: ({ calls }) => number(calls), end: true },
          {
            name: t.columns.failed,
            of: ({ name, failed }) =>
              failed > 0 ? (
                <Link href={hrefs.runs({ ...within, tool: name, tool_ok: 'false' })} className="text-bad underline underline-offset-2">
                  {number(failed)}
                </Link>
              ) : (
                '0'
              ),
            end: true,
          },
          { name: t.insights.p50, of: ({ p50 }) => duration(p50), end: true },
          { name: t.insights.p99, of: ({ p99 }) => duration(p99), end: true, extra: true },
        ]}
      />
    </Section>
  );
}
