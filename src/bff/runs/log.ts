import type { PageContext } from '../../protocol/chat.ts';
import type { Frame } from '../../protocol/frames.ts';
import type { RunOutcome } from '../../protocol/run-entries.ts';
import type { NotedFacts, SearchState } from '../model/port.ts';
import type { PackedEntries } from './kept-entries.ts';

export type { RunOutcome };

/** What a conversation knew when a run began. */
export interface KnownBefore {
  /** How many of its turns, and of its ledger's ids (oldest first), were there. */
  readonly turns: number;
  readonly ledger: number;
  readonly noted?: NotedFacts;
  readonly search_state?: SearchState;
}

/** What one numbered entry of a run says. Design, "The picture", third idea. */
export type EntryBody =
  | {
      readonly kind: 'run-started';
      readonly message: { readonly id: string; readonly text: string };
      readonly locale: string;
      readonly page?: PageContext;
      readonly before?: KnownBefore;
      /** The shopper lets the shop train models with this run. */
      readonly training?: true;
    }
  | { readonly kind: 'model-called'; readonly model: string; readonly request: unknown }
  | { readonly kind: 'model-text'; readonly text: string }
  | { readonly kind: 'tool-called'; readonly call_id: string; readonly name: string; readonly arguments: string }
  | {
      readonly kind: 'tool-returned';
      readonly call_id: string;
      readonly ok: boolean;
      readonly item_ids?: readonly string[];
      readonly total?: number;
      /** Of the catalogue that answered a search. */
      readonly revision?: string;
      readonly passage_ids?: readonly string[];
      /** Of a search: why each item was found, by id. */
      readonly why?: unknown;
      readonly ms: number;
      /** What the model was told: a replay needs it. */
      readonly text: string;
      /** The rest of the tool's result, for the same. */
      readonly result?: unknown;
    }
  | { readonly kind: 'verdict'; readonly rule: string; readonly outcome: string; readonly subject: string; readonly reason: string }
  | { readonly kind: 'part'; readonly n: number; readonly frame: Frame }
  | { readonly kind: 'step-finished'; readonly reason: string; readonly usage?: unknown; readonly ms: number }
  | { readonly kind: 'run-finished'; readonly outcome: RunOutcome };

/** One entry. `seq` counts from 1 without a gap; `at` is in milliseconds since 1970; `step` counts from 1. */
export type RunEntry = EntryBody & { readonly seq: number; readonly at: number; readonly step?: number };

/** What is known of a run without reading it. */
export interface RunHead {
  readonly run_id: string;
  readonly conversation_id: string;
  /** Number of the last frame. */
  readonly frames: number;
  /** Number of the last entry. */
  readonly entries: number;
  readonly outcome?: RunOutcome;
}

/** Another writer holds the run, or wrote where this one meant to: this one must stop at once. */
export class RunTaken extends Error {
  override readonly name = 'RunTaken';
  constructor(run_id: string) {
    super(`run ${run_id} is written by another owner`);
  }
}

/** Who writes a run, and until when nobody else may. */
export interface RunOwner {
  /** A token of this one hold, never used again: it fences out whoever held the run before (Kleppmann's fencing token). */
  readonly id: string;
  /** Milliseconds from now. */
  readonly lease_ms: number;
}

/** Where a run can be gone on with: all it takes to do so, as of a place in the log. Only the latest is kept, until the run ends. */
export interface Checkpoint {
  /** `seq` of the last entry it includes. */
  readonly entries: number;
  /** Number of the last frame it includes. */
  readonly frames: number;
  /** JSON of the turn's own. */
  readonly state: unknown;
}

/** A run taken from an owner that died. */
export interface TakenRun {
  readonly head: RunHead;
  readonly checkpoint: Checkpoint | null;
  /** How often it was taken, this time included. */
  readonly takes: number;
}

/**
 * The append-only log of runs: the one record that the live stream, resume, trace, replay and evaluation read. Memory is
 * its first home, Redis Streams the second (entry id `<frame>-<entries since>`); `conformance.ts` holds for both.
 */
export interface RunLog {
  /** Begins a run. @throws StoreDown, like all but follow */
  open(run_id: string, conversation_id: string, owner: RunOwner, checkpoint?: Checkpoint): Promise<void>;
  /**
   * Appends in order.
   * @param after `seq` of the entry these follow (0: none).
   * @param checkpoint replaces the one before it, in the same step.
   * @throws RunTaken when the log does not end at `after`, or another owner holds the lease.
   */
  append(run_id: string, owner_id: string, after: number, entries: readonly RunEntry[], checkpoint?: Checkpoint): Promise<void>;
  /** Keeps the lease. @returns false when it was lost. */
  renew(run_id: string, owner: RunOwner): Promise<boolean>;
  /** Lets go of an unfinished run: whoever looks next may take it. Without a word to the store where that is gone. */
  release(run_id: string, owner_id: string): Promise<void>;
  /** Unfinished runs whose lease ran out, a few at a time. */
  expired(): Promise<readonly string[]>;
  /** Takes an unfinished run whose lease ran out. @returns null when it is finished or still held. */
  take(run_id: string, owner: RunOwner): Promise<TakenRun | null>;
  /** Unfinished runs, of every replica. */
  running(): Promise<readonly string[]>;
  /** Runs that ended so long ago and that no replica has settled: whoever should have, died. A few at a time. */
  ended(since_ms: number): Promise<readonly string[]>;
  /** What is done once with an ended run is done. */
  settled(run_id: string): Promise<void>;
  head(run_id: string): Promise<RunHead | null>;
  /** Every entry kept, oldest first; null when the run is unknown or expired. */
  read(run_id: string): Promise<readonly RunEntry[] | null>;
  /** The same of a run that has ended, for another thread to unpack (`KeptEntries.from`). */
  packed(run_id: string): Promise<PackedEntries | null>;
  /**
   * Entries after frame `after`, as they come, in batches; ends after `run-finished`, or when the signal aborts. Each
   * reader goes at its own pace and never holds the writer back.
   * @throws RunTaken from the iterator when this process had gone on with the run while cut off, and another one has taken it.
   */
  follow(run_id: string, after: number, signal: AbortSignal): AsyncIterable<readonly RunEntry[]>;
  delete(run_id: string): Promise<void>;
  close(): Promise<void>;
}
