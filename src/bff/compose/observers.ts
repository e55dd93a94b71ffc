import type { Logger } from 'pino';
import type { FeedOptions } from '../archive/feed.ts';
import type { CacheOptions } from '../catalog/cache.ts';
import type { RefusedPage } from '../http/sites.ts';
import type { Degradation } from '../model/fallback.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { UnmetSearches } from '../observe/unmet-searches.ts';
import type { FeedbackRoutes } from '../routes/feedback.ts';
import { StoreDown } from '../store-down.ts';
import type { StoreOptions } from '../stores.ts';
import type { TurnDependencies } from '../turn/dependencies.ts';
import type { TurnsDependencies } from '../turn/turns-dependencies.ts';

/** Where it is told. */
export interface Listeners {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly unmet: UnmetSearches;
}

/** What the rooms tell of themselves, by the room that tells it. */
export interface Observers {
  readonly catalog: Required<Pick<CacheOptions, 'onLookup'>> & { readonly onNothing: UnmetSearches['add'] };
  readonly model: { readonly onDegraded: (degradation: Degradation) => void };
  readonly stores: Pick<StoreOptions, 'onChange' | 'onLost'>;
  readonly turns: Required<
    Pick<TurnDependencies, 'onVerdict' | 'onComparison' | 'onFailure'> & Pick<TurnsDependencies, 'onTaken' | 'onFull'>
  >;
  readonly requests: { readonly onFault: (cause: unknown) => void };
  readonly sites: { readonly onRefused: (page: RefusedPage) => void };
  readonly feedback: Pick<FeedbackRoutes, 'onFeedback' | 'onEvent'>;
  readonly archive: Pick<FeedOptions, 'onRuns' | 'onFault'>;
  readonly admission: { readonly onUncounted: (cause: unknown) => void; readonly onPause: (paused: boolean) => void };
}

/** A fault as a label: its kind, of which there are few. */
const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');

/**
 * A metric counts, the log explains. Neither ever holds what a shopper wrote; the list of unmet searches holds wishes
 * without what may be personal.
 */
export function createObservers({ log, metrics, unmet }: Listeners): Observers {
  return {
    catalog: {
      onLookup: (outcome) => metrics.cache(outcome),
      onNothing: (search, { locale, turn }) => {
        metrics.nothingFound();
        unmet.add(search, { locale, turn });
      },
    },
    model: {
      onDegraded: ({ from, to, failure }) => {
        metrics.degraded();
        log.warn({ err: failure, from, to }, 'a model did not answer; the next one does');
      },
    },
    stores: {
      onChange: (up, cause) => {
        if (up) log.info('the shared store answers');
        else log.error({ err: cause }, 'the shared store does not answer');
      },
      onLost: (cause) => log.error({ err: cause }, 'a turn could not be kept'),
    },
    turns: {
      onVerdict: (verdict) => metrics.verdict(verdict),
      onComparison: (outcome) => metrics.comparison(outcome),
      onFailure: (error, run_id) => {
        metrics.failure(nameOf(error));
        log.error({ err: error, run_id }, 'turn failed');
      },
      onFull: () => metrics.failure('full'),
      onTaken: (run_id) => {
        metrics.taken();
        log.warn({ run_id }, 'went on with a turn of a replica that died');
      },
    },
    requests: {
      onFault: (cause) => {
        metrics.failure(nameOf(cause));
        // Its loss and its return are a line each (`stores.onChange`): one for every request that it costs would bury the others.
        if (!(cause instanceof StoreDown)) log.error({ err: cause }, 'request failed');
      },
    },
    sites: {
      onRefused: ({ site, origin }) =>
        log.warn({ site, origin }, 'a page was turned away: SITES does not list its origin for its site key'),
    },
    feedback: {
      onFeedback: ({ run_id, verdict }) => {
        metrics.feedback(verdict);
        log.info({ run_id, verdict }, 'feedback');
      },
      onEvent: ({ kind }) => metrics.cardEvent(kind),
    },
    archive: {
      onRuns: (outcome, count) => {
        metrics.archived(outcome, count);
        if (outcome === 'dropped' && count > 0) log.warn({ count }, 'finished runs were not archived: too many were waiting');
      },
      onFault: (cause, waiting) => log.error({ err: cause, waiting }, 'the archive could not keep a run'),
    },
    admission: {
      onUncounted: (cause) => log.error({ err: cause }, 'spending not counted'),
      onPause: (paused) => log.warn({ paused }, paused ? 'paused by an operator' : 'going on'),
    },
  };
}
