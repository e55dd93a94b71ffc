import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { BarTable } from '../ui/charts/bar-table.tsx';
import { Link, linkClass } from '../ui/link.tsx';
import { usePeriod } from './period.ts';
import { Section } from './section.tsx';

/** Failures stand last, their errors under them. */
const isFailure = (outcome: string): boolean => outcome === 'error' || outcome === 'interrupted';

/** How runs ended, with what errors, and how well formed their answers were. */
export function Outcomes({ insights }: { insights: InsightsResponse }) {
  const { t, number, percent, score } = useLanguage();
  const within = usePeriod();
  return (
    <Section title={t.insights.outcomes} about={t.insights.conversations(number(insights.runs), number(insights.conversations))}>
      <BarTable
        title={t.insights.outcomes}
        most={insights.runs}
        rows={[
          ...[...insights.outcomes]
            .sort((a, b) => Number(isFailure(a.outcome)) - Number(isFailure(b.outcome)))
            .map(({ outcome, count }) => ({
              key: outcome,
              name: (
                <Link href={hrefs.runs({ ...within, outcome })} className={linkClass}>
                  {t.outcomes[outcome] ?? outcome}
                </Link>
              ),
              value: count,
              told: `${number(count)} · ${percent(count / insights.runs)}`,
              tone: outcome === 'finished' ? ('good' as const) : isFailure(outcome) ? ('bad' as const) : ('accent' as const),
            })),
          ...insights.errors.map(({ error, count }) => ({
            key: `error ${error}`,
            // Indented, after the failures: they are among the runs that those lines count.
            name: (
              <span className="block ps-3">
                <Link href={hrefs.runs({ ...within, error })} className={linkClass}>
                  {t.errorCodes[error] ?? error}
                </Link>
              </span>
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
