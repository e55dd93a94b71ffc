import type { Usage } from '../../bff/model/port.ts';
import type { FormScore } from '../../protocol/score.ts';
import type { MadeCall } from './matching.ts';
import type { ShownTurn } from './outcome.ts';

/** What one turn of a case came to, before it is marked. */
export interface TurnRecord {
  readonly shown: ShownTurn;
  /** As the model wrote it, directives included. */
  readonly said: string;
  readonly calls: readonly MadeCall[];
  /** What the tools told the model. */
  readonly evidence: readonly string[];
  readonly form: FormScore;
  readonly usage: Required<Usage>;
  /** Milliseconds from the message to the end, and to the first card where there was one. */
  readonly ms: number;
  readonly first_card_ms?: number;
  /** What a saved case's own expectation does not find. */
  readonly faults?: readonly string[];
}

/** Where a case is played: it is said one message after the other. */
export interface Stage {
  say(turn: number): Promise<TurnRecord>;
}

/** A rollout that would not end was cut; the message says by what limit. */
export class EndlessRollout extends Error {
  override readonly name = 'EndlessRollout';
}

/** Arguments as far as they are a JSON object. */
export function readCall(name: string, json: string): MadeCall {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return { name, arguments: isObject ? (value as Record<string, unknown>) : null };
  } catch {
    return { name, arguments: null };
  }
}

/** Adds what a step cost. */
export const added = (sum: Required<Usage>, usage: Usage | undefined): Required<Usage> => ({
  input_tokens: sum.input_tokens + (usage?.input_tokens ?? 0),
  output_tokens: sum.output_tokens + (usage?.output_tokens ?? 0),
  cached_tokens: sum.cached_tokens + (usage?.cached_tokens ?? 0),
});

export const noUsage: Required<Usage> = { input_tokens: 0, output_tokens: 0, cached_tokens: 0 };
