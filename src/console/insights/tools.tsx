import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { Link, linkClass } from '../ui/link.tsx';
import { usePeriod } from './period.ts';
import { DataTable, Section } from './section.tsx';

/** What each tool was called for, how often in vain, and how long it took. */
export function Tools({ insights: { tools } }: { insights: InsightsResponse }) {
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
