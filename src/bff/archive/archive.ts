import type { PeriodQuery, RunRemark, RunSummary, RunsQuery, RunsResponse } from '../../protocol/operator.ts';
import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import type { FormScore } from '../../protocol/score.ts';
import type { ModelMessage } from '../model/port.ts';
import type { PackedEntries } from '../runs/kept-entries.ts';
import type { RunEntry } from '../runs/log.ts';
import type { Remark } from '../runs/remarks.ts';

/** An earlier turn of the conversation, as a replay needs it. */
export interface TurnBefore {
  readonly message: string;
  readonly history: readonly ModelMessage[];
}

/** A finished run as it comes from the run log and its conversation, nothing replaced yet. */
export interface FinishedRun {
  readonly run_id: string;
  readonly conversation_id: string;
  readonly site: string;
  /** Locale the conversation was opened in: its instructions are in that language. */
  readonly locale: string;
  readonly signed_in: boolean;
  readonly entries: readonly RunEntry[];
  readonly turns: readonly TurnBefore[];
  /** Ids in the ledger when the run began. */
  readonly ledger: readonly string[];
  /** The turn as the next model call reads it: guarded text, calls and their results. */
  readonly answer: readonly ModelMessage[];
  readonly remarks: readonly Remark[];
}

/** The same on its way here: entries packed as the run log keeps them are unpacked by the thread that writes. */
export interface BroughtRun extends Omit<FinishedRun, 'entries'> {
  readonly entries: readonly RunEntry[] | PackedEntries;
}

/** A finished run as it is kept: the same, personal data replaced. */
export interface ArchivedRun extends Omit<FinishedRun, 'remarks' | 'run_id'> {
  readonly id: string;
  readonly summary: RunSummary;
  readonly scores?: FormScore;
  readonly remarks: readonly RunRemark[];
  /** Whether the shopper let the shop train models with it. */
  readonly training: boolean;
}

/** Runs for an export, in the order they were archived. */
export interface RunsPage {
  readonly runs: readonly ArchivedRun[];
  /** Runs of the page that could not be read. */
  readonly unreadable: readonly string[];
  /** Where the next page begins; absent at the end. */
  readonly next?: number;
}

/**
 * Where finished runs are kept for whoever runs the shop. SQLite is its first home, PostgreSQL the second; `conformance.ts`
 * holds for both. What is written is redacted before. Everything throws ArchiveDown while its server is away.
 */
export interface RunArchive {
  readonly name: 'sqlite' | 'postgres';
  /** Keeps runs, each once however often it is brought, and none of a conversation that was erased. @returns how many are new */
  add(runs: readonly BroughtRun[]): Promise<number>;
  /** What became of a run, also of one that comes later. */
  remark(conversation_id: string, remark: Remark): Promise<void>;
  /** Forgets a conversation, and every run of it that comes later. @returns how many runs it had here */
  erase(conversation_id: string): Promise<number>;
  /** Forgets runs that began before an instant, in milliseconds since 1970. @returns how many */
  prune(before: number): Promise<number>;
  /** @throws BadCursor */
  list(query: RunsQuery): Promise<RunsResponse>;
  /** @returns null for a run that is not here. @throws RunUnreadable for one whose row is damaged */
  read(run_id: string): Promise<ArchivedRun | null>;
  /** Ids of a conversation's runs, oldest first. */
  conversation(conversation_id: string): Promise<readonly string[]>;
  insights(period: PeriodQuery): Promise<InsightsResponse>;
  /**
   * Runs one page after another, filtered like the list; damaged ones are named and passed over.
   * @param consented only runs the shopper lets the shop train models with; a conversation whose later run lacks that has none
   */
  page(query: RunsQuery, after: number, size: number, consented?: boolean): Promise<RunsPage>;
  /** Whether a conversation was erased: then nothing of it is here, and nothing will be. */
  erased(conversation_id: string): Promise<boolean>;
  close(): Promise<void>;
}

/** The archive cannot be opened: no such place, damaged, or of another version. */
export class ArchiveUnusable extends Error {
  override readonly name = 'ArchiveUnusable';
}

/** The archive's server is away just now, or takes too long. */
export class ArchiveDown extends Error {
  override readonly name = 'ArchiveDown';
}

/** The row of a run is damaged. */
export class RunUnreadable extends Error {
  override readonly name = 'RunUnreadable';
  constructor(run_id: string, options?: ErrorOptions) {
    super(`run ${run_id} is in the archive, but its row is damaged and cannot be read`, options);
  }
}

/** A cursor that this list did not give. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
