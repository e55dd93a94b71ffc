import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { BarTable } from '../ui/charts/bar-table.tsx';
import { Link, linkClass } from '../ui/link.tsx';
import { usePeriod } from './period.ts';
import { DataTable, Section } from './section.tsx';

/** How verdicts on comparisons came about, and what is compared most. */
export function Comparisons({ insights: { comparisons, pairs } }: { insights: InsightsResponse }) {
  const { t, number, percent } = useLanguage();
  const within = usePeriod();
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
              {
                name: t.insights.pairs,
                of: ({ items: [item, compared_with], titles }) => (
                  <Link href={hrefs.runs({ ...within, item, compared_with })} className={linkClass}>{`${titles[0]} ↔ ${titles[1]}`}</Link>
                ),
              },
              { name: t.insights.times, of: ({ count }) => number(count), end: true },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
