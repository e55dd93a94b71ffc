import type { PageContext } from '../../protocol/chat.ts';
import type { RecordedRequest, RunOutcome } from '../../protocol/run-entries.ts';

/** What a model was asked once in a step: the second time is a fallback's. Times are milliseconds since the run began. */
export interface ModelCall {
  readonly model: string;
  readonly request: RecordedRequest;
  readonly start: number;
  first_text?: number;
  /** Absent while it answers. */
  end?: number;
}

/** An action and, once it came back, its observation. */
export interface ToolCall {
  readonly seq: number;
  readonly call_id: string;
  readonly name: string;
  /** JSON text as the model wrote it. */
  readonly arguments: string;
  readonly start: number;
  returned?: Observation;
}

export interface Observation {
  readonly ok: boolean;
  /** How long it took, milliseconds. */
  readonly ms: number;
  /** What the model was told. */
  readonly text: string;
  readonly item_ids: readonly string[];
  readonly total?: number | undefined;
  readonly passage_ids: readonly string[];
  /** Of a search: why each item was found, by id. */
  readonly why?: unknown;
}

/** What a rule of the guard decided. */
export interface Judgement {
  readonly seq: number;
  readonly rule: string;
  readonly outcome: string;
  readonly subject: string;
  readonly reason: string;
}

/** One thing the shopper got to see in a step. */
export type Shown =
  | { readonly kind: 'text'; readonly id: string; text: string }
  | {
      readonly kind: 'card';
      readonly type: string;
      readonly titles: readonly string[];
      readonly ids: readonly string[];
      readonly at: number;
    }
  | { readonly kind: 'notice'; readonly code: string; readonly text: string }
  | { readonly kind: 'suggestions'; readonly prompts: readonly string[] }
  | { readonly kind: 'error'; readonly code: string; readonly text: string }
  | { readonly kind: 'source'; readonly title: string; readonly url?: string | undefined };

export interface TokenUse {
  readonly input: number;
  readonly output: number;
  readonly cached: number;
}

/** One round of the loop. */
export interface Step {
  readonly n: number;
  readonly start: number;
  readonly models: ModelCall[];
  readonly calls: ToolCall[];
  readonly judgements: Judgement[];
  shown: Shown[];
  /** Everything the model wrote, cards as directives. */
  written: string;
  end?: number;
  reason?: string;
  use?: TokenUse;
  /** How often it was begun again. */
  redone: number;
}

/** A run's log, read for people. */
export interface Reading {
  readonly run_id: string;
  readonly conversation_id: string;
  readonly question: string;
  readonly locale: string;
  readonly page?: PageContext | undefined;
  /** Milliseconds since 1970. */
  readonly started_at: number;
  /** Of the last entry, milliseconds since the start. */
  readonly length: number;
  readonly steps: readonly Step[];
  /** Absent while the run goes on. */
  readonly outcome?: RunOutcome | undefined;
  /** Milliseconds from the start to the first text, or card, that the shopper saw. */
  readonly first_text?: number | undefined;
  readonly first_card?: number | undefined;
  readonly models: readonly string[];
  /** Absent where no provider counted. */
  readonly use?: TokenUse | undefined;
}
