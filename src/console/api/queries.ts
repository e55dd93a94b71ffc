import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PeriodQuery } from '../../protocol/operator.ts';
import type { Query } from './client.ts';
import { useClient } from './client-context.ts';

/** How long what was read is shown without asking again, milliseconds. */
const FRESH = 15_000;

/** Pages of runs under a filter, each fetched when it is wanted. */
export function useRuns(query: Query) {
  const client = useClient();
  return useInfiniteQuery({
    queryKey: ['runs', query],
    queryFn: ({ pageParam, signal }) => client.runs({ ...query, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.cursor,
    // While another filter is asked, what was there stays in sight.
    placeholderData: keepPreviousData,
    staleTime: FRESH,
  });
}

/**
 * What the runs of a period come to. A large archive reckons for seconds, and lists wait behind it: whoever needs it only
 * beside a list asks after the list has come, and not again for minutes.
 */
export function useInsights(period: PeriodQuery, beside?: { readonly listShown: boolean }) {
  const client = useClient();
  return useQuery({
    queryKey: ['insights', period],
    queryFn: ({ signal }) => client.insights(period, signal),
    staleTime: beside ? 20 * FRESH : FRESH,
    enabled: beside?.listShown ?? true,
  });
}

/** How often, and how many times at most, a run that has just ended is asked for until the archive has it. */
const ARCHIVED = { every: 1_000, times: 15 };

/** One run. A finished one does not change, but for what shoppers think of it; its scores come a moment after its end. */
export function useRun(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['run', id],
    queryFn: ({ signal }) => client.run(id, signal),
    staleTime: FRESH,
    enabled: id !== '',
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data && !data.summary && data.entries.at(-1)?.kind === 'run-finished' && dataUpdateCount < ARCHIVED.times ? ARCHIVED.every : false,
  });
}

/** Runs that are being answered, asked for again and again while the page is looked at. */
export function useLiveRuns() {
  const client = useClient();
  return useQuery({ queryKey: ['live'], queryFn: ({ signal }) => client.live(signal), refetchInterval: 2_000 });
}
