import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { ItemQuota } from '../http/limits/item-quota.ts';
import type { Metrics } from '../observe/metrics.ts';
import { modelPlaces } from '../observe/runs/model-places.ts';
import { observeRuns } from '../observe/runs/observe-runs.ts';
import type { ToolRegistry } from '../tools/registry.ts';
import { itemsShownBy } from '../turn/refresh-parts.ts';
import type { ObservedRun, RunReader, TurnsDependencies } from '../turn/turns-dependencies.ts';

interface RunReaderParts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly tools: ToolRegistry;
  readonly items: ItemQuota;
  /** Monotonic and wall clock, milliseconds. */
  readonly clock: () => number;
  readonly now: () => number;
}

/** Counts what a run shows against the quota of its session (T16). */
const countsShown =
  ({ items, log }: RunReaderParts) =>
  ({ site, conversation_id }: ObservedRun): RunReader => ({
    entry(entry) {
      const ids = entry.kind === 'part' ? itemsShownBy(entry.frame) : [];
      if (ids.length === 0) return;
      items.shown(site, conversation_id, ids).catch((error: unknown) => log.error({ err: error }, 'shown items not counted'));
    },
    close() {},
  });

/** Spans, metrics and log lines of every run, with the models and tools of this shop by name; and what it shows, counted. */
export function runReader(config: Config, parts: RunReaderParts): Required<TurnsDependencies>['readRun'] {
  const { log, metrics, tools, clock, now } = parts;
  const hosted = [config.model, ...config.MODEL_FALLBACKS].filter((each) => each !== undefined && each !== 'planner');
  const observed = observeRuns({
    registry: metrics.registry,
    log,
    placeOf: modelPlaces(hosted),
    isTool: (name) => tools.has(name),
    texts: config.capture_content,
    onEnded: (outcome, seconds, first_word_s) => metrics.turnEnded(outcome, seconds, first_word_s),
    clock,
    now,
  });
  const counted = countsShown(parts);
  return (run) => {
    const readers = [observed(run), counted(run)];
    return {
      entry: (entry) => {
        for (const reader of readers) reader.entry(entry);
      },
      close: () => {
        for (const reader of readers) reader.close();
      },
    };
  };
}
