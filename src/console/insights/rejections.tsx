import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { ruleWords } from '../i18n/rules.ts';
import type { Tone } from '../ui/charts/bar.tsx';
import { BarTable } from '../ui/charts/bar-table.tsx';
import { Link, linkClass } from '../ui/link.tsx';
import { usePeriod } from './period.ts';
import { Section } from './section.tsx';

const tones: Readonly<Record<string, Tone>> = { dropped: 'bad', replaced: 'warn', marked: 'soft' };

/** What the guard dropped, replaced or marked, by rule; each leads to the runs it was in. */
export function Rejections({ insights: { rejections } }: { insights: InsightsResponse }) {
  const { t, number, locale } = useLanguage();
  const within = usePeriod();
  const told = rejections.filter(({ outcome }) => outcome !== 'passed');
  return (
    <Section title={t.insights.rejections} about={t.insights.rejectionsAbout}>
      {told.length === 0 ? (
        <p className="text-soft">{t.insights.noRejections}</p>
      ) : (
        <BarTable
          title={t.insights.rejections}
          rows={told.map(({ rule, outcome, count, runs }) => ({
            key: `${rule} ${outcome}`,
            name: (
              <>
                <Link href={hrefs.runs({ ...within, rule, verdict: outcome })} className={linkClass}>
                  {ruleWords(locale, rule).name}
                </Link>
                <span className="block text-tiny text-soft">{t.verdictOutcomes[outcome] ?? outcome}</span>
              </>
            ),
            value: count,
            told: (
              <>
                {number(count)}
                <span className="block text-tiny text-soft">{t.inSoManyRuns(number(runs))}</span>
              </>
            ),
            tone: tones[outcome] ?? 'accent',
          }))}
        />
      )}
    </Section>
  );
}
