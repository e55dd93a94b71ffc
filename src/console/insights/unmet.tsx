import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { Link, linkClass } from '../ui/link.tsx';
import { When } from '../ui/when.tsx';
import { usePeriod } from './period.ts';
import { DataTable, Section } from './section.tsx';

/** Asked for and not sold. */
export function Unmet({ insights: { unmet } }: { insights: InsightsResponse }) {
  const { t, number } = useLanguage();
  const within = usePeriod();
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
            {
              name: t.insights.asked,
              of: ({ asked }) => (
                <Link href={hrefs.runs({ ...within, unmet: asked })} className={linkClass}>
                  {asked}
                </Link>
              ),
            },
            { name: t.insights.times, of: ({ count }) => number(count), end: true },
            { name: t.insights.lastTime, of: ({ last_at }) => <When at={last_at} />, end: true },
          ]}
        />
      )}
    </Section>
  );
}
