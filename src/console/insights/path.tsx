import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { BarTable } from '../ui/charts/bar-table.tsx';
import { Link, linkClass } from '../ui/link.tsx';
import { usePeriod } from './period.ts';
import { DataTable, Section } from './section.tsx';

/** From cards to carts, in all and item by item. */
export function Path({ insights: { path, items } }: { insights: InsightsResponse }) {
  const { t, number, percent } = useLanguage();
  const within = usePeriod();
  const stages = [
    { key: 'shown', value: path.shown },
    { key: 'seen', value: path.seen, of: path.shown },
    { key: 'clicked', value: path.clicked, of: path.seen },
    { key: 'carted', value: path.carted, of: path.clicked },
  ] as const;
  return (
    <Section title={t.insights.path} about={t.insights.pathAbout} wide>
      <BarTable
        title={t.insights.path}
        rows={stages.map((stage) => ({
          key: stage.key,
          name: t.stages[stage.key] ?? stage.key,
          value: stage.value,
          told: (
            <>
              {number(stage.value)}
              {'of' in stage && stage.of > 0 && <span className="text-soft"> · {percent(stage.value / stage.of)}</span>}
            </>
          ),
        }))}
      />
      {items.length > 0 && (
        <div className="mt-4">
          <DataTable
            title={t.insights.items}
            rows={items}
            keyOf={({ item_id }) => item_id}
            columns={[
              {
                name: t.insights.item,
                of: ({ item_id, title }) => (
                  <>
                    <Link href={hrefs.runs({ ...within, item: item_id })} className={linkClass}>
                      {title}
                    </Link>{' '}
                    <code className="text-tiny text-soft">{item_id}</code>
                  </>
                ),
              },
              { name: t.stages.shown ?? '', of: ({ shown }) => number(shown), end: true },
              { name: t.stages.seen ?? '', of: ({ seen }) => number(seen), end: true, extra: true },
              { name: t.stages.clicked ?? '', of: ({ clicked }) => number(clicked), end: true },
              { name: t.stages.carted ?? '', of: ({ carted }) => number(carted), end: true },
            ]}
          />
        </div>
      )}
    </Section>
  );
}
