import { useCallback, useMemo, useState } from 'react';
import { useInsights, useRuns } from '../api/queries.ts';
import { hrefs, navigate } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import { ListFailed, Nothing, Waiting } from '../ui/states.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type Filters, periodOf, queryOf, readFilters, writeFilters } from './filters.ts';
import { LiveRuns } from './live-runs.tsx';
import { Overview } from './overview.tsx';
import { RunTable } from './run-table.tsx';

/** The list of runs. What it is narrowed to stands in the address, so that a view can be shared. */
export function RunsPage({ query, now = Date.now }: { query: URLSearchParams; now?: () => number }) {
  const { t, number } = useLanguage();
  const address = query.toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(address)), [address]);
  // One moment for as long as the address stands: "the last hour" must not be a new question at each rendering.
  const asked = useMemo(() => ({ query: queryOf(filters, now()), period: periodOf(filters, now()) }), [filters, now]);
  const runs = useRuns(asked.query);
  const insights = useInsights(asked.period, { listShown: runs.isSuccess });
  const [picked, setPicked] = useState<readonly string[]>([]);

  const all = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  const total = runs.data?.pages[0]?.total ?? 0;
  const unreadable = runs.data?.pages.reduce((sum, page) => sum + (page.unreadable ?? 0), 0) ?? 0;
  const filtered = Object.keys(filters).some((name) => name !== 'sort');
  const narrowed = Object.keys(filters).some((name) => !['sort', 'last', 'from', 'to'].includes(name));
  const setFilters = (next: Filters): void => navigate(hrefs.runs(writeFilters(next)));
  const pick = useCallback(
    (id: string): void => setPicked((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id].slice(-2))),
    [],
  );
  const [a, b] = picked;

  return (
    <div className="flex flex-col gap-4">
      <h1 className="sr-only">{t.runs}</h1>
      <LiveRuns />
      {insights.data && insights.data.runs > 0 && <Overview insights={insights.data} narrowed={narrowed} />}
      <FilterBar filters={filters} insights={insights.data} onFilters={setFilters} />
      {runs.isPending && <Waiting label={t.loading} lines={8} />}
      {runs.isError && <ListFailed error={runs.error} onAgain={() => void runs.refetch()} />}
      {runs.data && all.length === 0 && (
        <Nothing title={filtered ? t.noneFound : t.noneYet}>
          {filtered ? (
            <Button className="mt-3" onClick={() => setFilters({})}>
              {t.clearFilters}
            </Button>
          ) : (
            t.noneYetHow
          )}
        </Nothing>
      )}
      {all.length > 0 && (
        <section aria-label={t.runs} aria-busy={runs.isFetching} className="-mx-4">
          <div className="flex flex-wrap items-center justify-between gap-2 px-4 pb-2 text-tiny text-soft">
            <p role="status">{t.shownOf(number(all.length), number(total))}</p>
            <p className="narrow:hidden">{t.keys}</p>
          </div>
          <RunTable runs={all} picked={picked} onPick={pick} />
          {unreadable > 0 && <p className="px-4 pt-3 text-small text-warn">{t.unreadable(number(unreadable))}</p>}
          {runs.hasNextPage && (
            <div className="flex justify-center pt-4">
              <Button disabled={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
                {runs.isFetchingNextPage ? t.loading : t.more}
              </Button>
            </div>
          )}
        </section>
      )}
      {picked.length > 0 && (
        <div className="sticky bottom-4 z-2 mx-auto flex items-center gap-3 rounded-panel border border-line bg-surface px-4 py-2 shadow-[var(--aisle-shadow)]">
          <span role="status">{a && b ? t.twoPicked : t.onePicked}</span>
          {a && b && (
            <Link href={hrefs.compare(a, b)} className={buttonClass('primary')}>
              <Icon name="compare" />
              {t.compareThem}
            </Link>
          )}
          <Button look="plain" onClick={() => setPicked([])}>
            {t.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}
