import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RunResponse } from '../../protocol/operator.ts';
import type { RecordedEntry } from '../../protocol/run-entries.ts';
import { useClient } from '../api/client-context.ts';

const hasEnded = (entries: readonly RecordedEntry[]): boolean => entries.at(-1)?.kind === 'run-finished';

/** How often a run that is being answered is drawn anew, milliseconds: a fast model writes a hundred entries a second. */
const DRAW_EVERY = 100;

/**
 * A run's entries, those of a run that goes on added as they are written. When it has ended it is read once more, now with
 * its summary and scores.
 */
export function useRunEntries(run: RunResponse): { entries: readonly RecordedEntry[]; live: boolean; lost: boolean } {
  const client = useClient();
  const queries = useQueryClient();
  const [added, setAdded] = useState<{ id: string; entries: readonly RecordedEntry[] }>({ id: run.id, entries: [] });
  const [lost, setLost] = useState(false);
  const live = !hasEnded(run.entries);
  const last = run.entries.at(-1)?.seq ?? 0;

  useEffect(() => {
    if (!live) return;
    const leaving = new AbortController();
    let waiting: RecordedEntry[] = [];
    const draw = (): void => {
      if (waiting.length === 0) return;
      const batch = waiting;
      waiting = [];
      setAdded((before) => ({ id: run.id, entries: before.id === run.id ? [...before.entries, ...batch] : batch }));
    };
    const timer = setInterval(draw, DRAW_EVERY);
    setLost(false);
    const follow = async (): Promise<void> => {
      for await (const entry of client.follow(run.id, last, leaving.signal)) waiting.push(entry);
      draw();
      await queries.invalidateQueries({ queryKey: ['run', run.id] });
    };
    follow()
      .catch(() => leaving.signal.aborted || setLost(true))
      .finally(() => clearInterval(timer));
    return () => {
      leaving.abort();
      clearInterval(timer);
    };
  }, [client, queries, run.id, live, last]);

  const known = new Set(run.entries.map(({ seq }) => seq));
  const later = added.id === run.id ? added.entries.filter(({ seq }) => !known.has(seq)) : [];
  const entries = later.length === 0 ? run.entries : [...run.entries, ...later];
  return { entries, live: !hasEnded(entries), lost };
}
