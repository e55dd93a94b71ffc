import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Metrics } from '../observe/metrics.ts';
import { modelPlaces } from '../observe/runs/model-places.ts';
import { observeRuns } from '../observe/runs/observe-runs.ts';
import type { ToolRegistry } from '../tools/registry.ts';
import type { TurnsDependencies } from '../turn/turns.ts';

interface RunReaderParts {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly tools: ToolRegistry;
  /** Monotonic and wall clock, milliseconds. */
  readonly clock: () => number;
  readonly now: () => number;
}

/** Spans, metrics and log lines of every run, with the models and tools of this shop by name. */
export function runReader(config: Config, { log, metrics, tools, clock, now }: RunReaderParts): Required<TurnsDependencies>['readRun'] {
  const hosted = [config.model, ...config.MODEL_FALLBACKS].filter((each) => each !== undefined && each !== 'planner');
  return observeRuns({
    registry: metrics.registry,
    log,
    placeOf: modelPlaces(hosted),
    isTool: (name) => tools.has(name),
    texts: config.capture_content,
    onEnded: (outcome, seconds, first_word_s) => metrics.turnEnded(outcome, seconds, first_word_s),
    clock,
    now,
  });
}
