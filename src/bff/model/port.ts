import type { PageContext } from '../../protocol/chat.ts';
import type { SearchArguments } from '../../protocol/search.ts';

/** A call the model asked for, complete. `arguments` is the JSON text as the model wrote it, not yet checked. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** One message of the conversation as a model sees it. */
export type ModelMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly text: string }
  | {
      readonly role: 'assistant';
      readonly text: string;
      readonly calls: readonly ToolCall[];
      /** What a provider wants back verbatim with the calls (`reasoning_content`, `reasoning_details`). Opaque here. */
      readonly provider?: Readonly<Record<string, unknown>>;
    }
  | {
      readonly role: 'tool';
      readonly call_id: string;
      readonly name: string;
      /** What a language model reads. */
      readonly text: string;
      readonly ok: boolean;
      /** The same result as data, for the planner; never sent to a provider. */
      readonly data?: unknown;
    };

/** A tool as offered to a model. `parameters` is JSON Schema. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Facts of the turn that a hosted model reads in its prompt and the planner reads as data. */
export interface TurnFacts {
  readonly locale: string;
  readonly page?: PageContext;
  /** The last search of this conversation: "cheaper", "other ones" edit it. */
  readonly search_state?: SearchState;
  /** What this conversation has learned about the wish. */
  readonly noted?: NotedFacts;
}

/** Facts about the wish, learned in one conversation and shown to the shopper, who can erase each. */
export interface NotedFacts {
  readonly budget?: SearchArguments['price_range'];
  readonly rental_days?: number;
  readonly offer_kind?: 'sell' | 'lease';
  readonly use_cases?: readonly string[];
  readonly disliked_brands?: readonly string[];
  readonly deposit_free?: true;
  /** Ids of items that were compared, latest last. */
  readonly compared?: readonly string[];
  /** Keys of comparison rows the shopper opened, latest last: what matters to them. */
  readonly opened_rows?: readonly string[];
}
export type NotedKey = keyof NotedFacts;

/** The last search of a conversation. */
export interface SearchState {
  readonly arguments: SearchArguments;
  readonly total: number;
  /** Ids shown so far for this search, in order. */
  readonly shown: readonly string[];
  readonly cursor?: string;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ToolDefinition[];
  /** The tools are named and none may be called: taking them away would change the prefix a provider has cached. */
  readonly tool_choice?: 'none';
  readonly max_output_tokens: number;
  /** Default: the provider's. A judge asks with 0. */
  readonly temperature?: number;
  readonly facts: TurnFacts;
}

export interface Usage {
  readonly input_tokens?: number;
  readonly output_tokens?: number;
  readonly cached_tokens?: number;
}

/** What a model says while it answers. Exactly one `finish` ends a complete answer. */
export type ModelEvent =
  /** Another model than the one asked for answers; comes first, from a list of fallbacks only. */
  | { readonly type: 'degraded'; readonly model: string }
  | { readonly type: 'text'; readonly text: string }
  /** A complete call, emitted once its arguments are whole. */
  | { readonly type: 'call'; readonly call: ToolCall }
  /** A call that cannot be used: cut off, or its arguments are no JSON object. Never executed. */
  | { readonly type: 'broken-call'; readonly name: string; readonly arguments: string; readonly reason: string }
  | {
      readonly type: 'finish';
      readonly reason: 'stop' | 'calls' | 'length' | 'filter';
      readonly usage?: Usage;
      readonly provider?: Readonly<Record<string, unknown>>;
    };

/** Why a model did not answer. `busy`, `unavailable` and `timeout` before the first event let the next model try. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly code: 'busy' | 'unavailable' | 'interrupted' | 'timeout';
  /** Seconds the provider asked us to wait. */
  readonly retry_after?: number;

  constructor(code: ModelFailure['code'], message: string, options: { cause?: unknown; retry_after?: number } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    if (options.retry_after !== undefined) this.retry_after = options.retry_after;
  }
}

/**
 * A model that answers with text and tool calls: a hosted one or the built-in planner. Holds no state of a conversation,
 * so calls may run in parallel.
 */
export interface ModelPort {
  /** Shown in the run log, such as `planner` or the hosted model's name. */
  readonly name: string;
  /**
   * @param signal aborting it closes the upstream socket; the iteration then ends with the signal's reason.
   * @throws ModelFailure
   */
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>;
}
