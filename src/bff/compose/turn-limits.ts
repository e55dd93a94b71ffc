import type { Config } from '../config.ts';
import type { TurnLimits } from '../turn/dependencies.ts';
import type { Parts } from './parts.ts';

/** How long a verdict waits for a model before the rules speak; the table stands meanwhile. */
const VERDICT_TIMES: Required<Parts>['verdict_times'] = { verdict_pick_ms: 6000, verdict_sentence_ms: 8000 };

/** Caps of one turn (T14), from the environment and what no shop needs to set. */
export function turnLimits(config: Config, { verdict_times = VERDICT_TIMES }: Pick<Parts, 'verdict_times'>): TurnLimits {
  return {
    max_tool_calls: config.MAX_TOOL_CALLS,
    max_output_tokens: config.MAX_OUTPUT_TOKENS,
    turn_timeout_ms: config.TURN_TIMEOUT_MS,
    ...verdict_times,
    disconnect_grace_ms: config.DISCONNECT_GRACE_MS,
  };
}
