import { ArchiveFeed, type FeedOptions } from '../archive/feed.ts';
import type { Config } from '../config.ts';
import type { Stores } from '../stores.ts';
import type { Parts } from './parts.ts';

/** What brings finished runs to the archive; undefined where none is kept. */
export function archiveFeed(
  { ARCHIVE_DAYS }: Config,
  { archive, now = Date.now }: Parts,
  { stores, onRuns, onFault }: Pick<FeedOptions, 'onRuns' | 'onFault'> & { readonly stores: Stores },
): ArchiveFeed | undefined {
  if (!archive) return undefined;
  const { runs, conversations } = stores;
  return new ArchiveFeed({ archive, runs, conversations, days: ARCHIVE_DAYS, now, onRuns, onFault });
}
