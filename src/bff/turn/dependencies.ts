import type { SearchArguments } from '../../protocol/search.ts';
import type { CatalogEngine, Vocabulary } from '../catalog/engine.ts';
import type { ComparePolicy } from '../compare/policy.ts';
import type { Guard } from '../guard/events.ts';
import type { GuardOptions } from '../guard/evidence.ts';
import type { Verdict } from '../guard/verdict.ts';
import type { ModelPort, ModelRequest, ToolDefinition, TurnFacts, Usage } from '../model/port.ts';
import type { ComparisonOutcome } from '../observe/metrics.ts';
import type { Conversation, ConversationStore } from '../runs/conversations.ts';
import type { RunLog } from '../runs/log.ts';
import type { RunSignals } from '../runs/signals.ts';
import type { RunWriter } from '../runs/writer.ts';
import type { ToolRegistry } from '../tools/registry.ts';
import type { PromptShop } from './prompt/build.ts';
import type { TurnState } from './turn-state.ts';

/** Caps of one turn (T14). */
export interface TurnLimits {
  readonly max_tool_calls: number;
  readonly max_output_tokens: number;
  /** Milliseconds a turn may take. */
  readonly turn_timeout_ms: number;
  /** Milliseconds until a verdict's model has named its pick in both orders, and between two of its sentences. */
  readonly verdict_pick_ms: number;
  readonly verdict_sentence_ms: number;
  /** Milliseconds a turn goes on with nobody listening; 0: not at all. */
  readonly disconnect_grace_ms: number;
}

/** What every turn of a BFF works with. */
export interface TurnDependencies {
  readonly model: ModelPort;
  /** Who gives the verdict on a comparison; absent where only the planner is there: then the rules do. */
  readonly verdictModel?: ModelPort | undefined;
  readonly tools: ToolRegistry;
  readonly catalog: CatalogEngine;
  /** How the shop wants comparisons judged. */
  readonly comparePolicy: ComparePolicy;
  readonly runs: RunLog;
  readonly conversations: ConversationStore;
  readonly signals: RunSignals;
  readonly createGuard: (options: GuardOptions) => Guard;
  /** What to search for before the model is asked; null where the words do not say it plainly. Absent: never. */
  readonly searchAhead?: ((request: ModelRequest, vocabulary: Vocabulary) => { readonly arguments: SearchArguments } | null) | undefined;
  readonly linkHosts: ReadonlySet<string>;
  readonly shop: (locale: string) => PromptShop;
  readonly limits: TurnLimits;
  /** Wall clock, milliseconds since 1970: for what people read. */
  readonly now: () => number;
  /** Monotonic clock, milliseconds: for what is measured. */
  readonly clock: () => number;
  /** What a call of a hosted model cost, by site. */
  readonly onSpent: (site: string, usage: Usage) => void;
  readonly onComparison?: (outcome: ComparisonOutcome) => void;
  readonly onVerdict: (verdict: Verdict) => void;
  /** Causes of failures go here and never to the client. */
  readonly onFailure: (error: unknown, run_id: string) => void;
}

/** One message to answer. */
export interface TurnInput {
  readonly conversation: Conversation;
  readonly message: { readonly id: string; readonly text: string };
  readonly locale: string;
  readonly facts: TurnFacts;
  readonly sub?: string;
  readonly writer: RunWriter;
  readonly signal: AbortSignal;
  /** Where another replica had come with this turn. */
  readonly before?: TurnState | undefined;
  /** It had begun a step more. */
  readonly reopen?: boolean;
  /** Told after each step but the last: everything needed to go on from there. */
  readonly onStep: (state: TurnState) => void;
}

export type OfferedTools = readonly ToolDefinition[];
