import { metrics as otelMetrics, trace } from '@opentelemetry/api';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { ObservedRun, RunReader } from '../../turn/turns-dependencies.ts';
import { runMeasures } from './measures.ts';
import { UNKNOWN_TOOL } from './names.ts';
import { RunReading, type RunSink } from './run-reading.ts';
import { type ModelPlace, runSpans } from './spans.ts';

export interface ObserveRunsOptions {
  readonly registry: Registry;
  readonly log: Logger;
  readonly placeOf: (model: string) => ModelPlace;
  /** Whether the shop has a tool of that name. */
  readonly isTool: (name: string) => boolean;
  /** Whether messages may stand in spans (`OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`). */
  readonly texts: boolean;
  readonly onEnded: (outcome: string, seconds: number, first_word_s: number | undefined) => void;
  /** Monotonic and wall clock, milliseconds. */
  readonly clock: () => number;
  readonly now: () => number;
}

const NAME = 'aisle';
const rounded = (seconds: number): number => Math.round(seconds * 1000);

/** One line of the log for each turn: what it took and came to, and no word of it (T28). */
function logLine(log: Logger, run_id: string): RunSink {
  return {
    ended: ({ outcome, error, seconds, first_word_s, chats, tools, usage }) =>
      log.info(
        {
          run_id,
          outcome,
          ...(error === undefined ? {} : { error }),
          ms: rounded(seconds),
          ...(first_word_s === undefined ? {} : { first_word_ms: rounded(first_word_s) }),
          chats,
          tools,
          ...usage,
        },
        'turn',
      ),
  };
}

/**
 * Reads every run of a BFF into spans, metrics and the log. Without an SDK (`sdk.ts`) OpenTelemetry's API does nothing.
 */
export function observeRuns({ registry, log, placeOf, isTool, texts, onEnded, clock, now }: ObserveRunsOptions) {
  const tracer = trace.getTracer(NAME);
  const toolNamed = (name: string): string => (isTool(name) ? name : UNKNOWN_TOOL);
  const measures = runMeasures({ registry, meter: otelMetrics.getMeter(NAME), placeOf, toolNamed });
  const outcomes: RunSink = { ended: ({ outcome, seconds, first_word_s }) => onEnded(outcome, seconds, first_word_s) };
  return ({ run_id, conversation_id, site }: ObservedRun): RunReader => {
    const spans = runSpans({ tracer, run_id, conversation_id, site, placeOf, toolNamed, texts });
    return new RunReading({ sinks: [spans, measures, outcomes, logLine(log, run_id)], clock, now, texts });
  };
}
