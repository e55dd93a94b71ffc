import type { ToolDefinition } from '../model/port.ts';

/** What a call came to. */
export interface CallResult {
  readonly ok: boolean;
  /** Items a search returned. Absent: it returned none, or is no search. */
  readonly item_ids?: readonly string[];
  /** It failed for no fault of the caller: the same call may be made again. */
  readonly is_outage: boolean;
}

/** A tool call as the model wrote it. */
export interface RolloutCall {
  readonly name: string;
  /** JSON text, not yet checked. */
  readonly arguments: string;
  /** Absent: nothing came back. */
  readonly result?: CallResult;
}

/** One answer of the model: its text, and what it called. */
export interface RolloutStep {
  /** From 1. */
  readonly step: number;
  /** Counts the shopper's messages from 1: "again" and "needless" are said of one turn. */
  readonly turn: number;
  /** What the shopper had said. */
  readonly asked: string;
  readonly text: string;
  readonly calls: readonly RolloutCall[];
  /** Not the model's doing (a search made ahead of it), or from before what is judged: evidence that earns no mark. */
  readonly given?: boolean;
  /** The calls' own cards ended the turn ("direct"): no more words are due. */
  readonly is_direct?: boolean;
}

/** A run or a list of chat messages in the one shape that the rules read. */
export interface Rollout {
  readonly steps: readonly RolloutStep[];
  /** What the model was offered. Absent, where a log does not hold it: then names and arguments are not checked. */
  readonly tools?: readonly ToolDefinition[];
  /** Ids that searches before this rollout returned. */
  readonly known_ids: ReadonlySet<string>;
  /** The guard's word instead of {@link known_ids}, where a run log holds it: it knew the whole conversation. */
  readonly isRefused?: (step: number, id: string) => boolean;
  /** Whether the rollout was cut from outside (stop, outage): then a missing answer is nobody's fault. */
  readonly is_cut: boolean;
  /** The rollout needs no tool: every call of it is needless. */
  readonly needs_no_tool?: boolean;
}
