import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { BarTable } from '../ui/charts/bar-table.tsx';
import { Trend } from '../ui/charts/trend.tsx';
import { Icon } from '../ui/icon.tsx';
import { Link, linkClass } from '../ui/link.tsx';
import { When } from '../ui/when.tsx';
import { usePeriod } from './period.ts';
import { Section } from './section.tsx';

/** What shoppers thought, over time and in their words. */
export function Feedback({ insights: { feedback, buckets } }: { insights: InsightsResponse }) {
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
