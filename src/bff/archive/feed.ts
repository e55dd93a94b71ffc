import { setTimeout as sleep } from 'node:timers/promises';
import type { Conversation, ConversationStore } from '../runs/conversations.ts';
import { KeptEntries, type PackedEntries } from '../runs/kept-entries.ts';
import type { RunLog } from '../runs/log.ts';
import type { Remark } from '../runs/remarks.ts';
import { ArchiveDown, type BroughtRun, type RunArchive } from './archive.ts';

/** What waits to be archived at most; beyond it the oldest is let go of. A run is known by its id, so this is small. */
const QUEUE_LIMIT = 5000;
/** Runs of one transaction. */
const BATCH = 16;
const RETRY_MS = 2000;
/**
 * After a batch the feed rests so many times as long as it took: the archive's thread and its collections of garbage want the cores that
 * answers need, and nobody waits for it.
 */
const REST_FACTOR = 3;
const LONGEST_REST_MS = 1000;
/** Runs that end within this time travel to the archive together, when the shopper has the end of the answer. */
const GATHER_MS = 100;
/** A run that ended so long ago and is not archived was left by a replica that died. */
const LEFT_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Something that waits: a run that ended, or what became of one. */
type Waiting =
  | { readonly kind: 'run'; readonly run_id: string }
  | { readonly kind: 'remark'; readonly conversation_id: string; readonly remark: Remark };

export interface FeedOptions {
  readonly archive: RunArchive;
  readonly runs: Pick<RunLog, 'packed' | 'ended' | 'settled'>;
  readonly conversations: Pick<ConversationStore, 'ofRun'>;
  /** Days a run is kept; 0: for ever. */
  readonly days: number;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Counted: `stored` runs; `dropped` when the queue was full; `failed` ones. */
  readonly onRuns: (outcome: 'stored' | 'dropped' | 'failed', count: number) => void;
  /** A fault for the log, said once until the archive answers again. */
  readonly onFault: (cause: unknown, waiting: number) => void;
  /** Monotonic clock, milliseconds. */
  readonly clock?: () => number;
  /** Waits; a test's own. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** The run as the log and its conversation have it; null where the conversation is gone: then it must not be kept either. */
function finishedRun(run_id: string, entries: PackedEntries, conversation: Conversation): BroughtRun | null {
  const kept = KeptEntries.from(entries);
  const [[started], [last]] = [kept.slice(0, 1), kept.slice(kept.length - 1)];
  if (started?.kind !== 'run-started' || last?.kind !== 'run-finished') return null;
  const at = conversation.turns.findIndex((turn) => turn.run_id === run_id);
  const known = started.before?.turns ?? (at >= 0 ? at : conversation.turns.length);
  return {
    run_id,
    conversation_id: conversation.id,
    site: conversation.site,
    locale: conversation.locale,
    signed_in: conversation.sub !== undefined,
    entries,
    turns: conversation.turns
      .filter((turn) => turn.run_id !== run_id)
      .slice(0, known)
      .map(({ message, history }) => ({ message: message.text, history })),
    ledger: conversation.ledger.slice(0, started.before?.ledger ?? conversation.ledger.length),
    answer: conversation.turns[at]?.history ?? [],
    remarks: (conversation.remarks ?? []).filter((remark) => remark.run_id === run_id),
  };
}

/**
 * Brings finished runs to the archive, off every turn's road: a turn leaves its id here and goes. While the archive is away what
 * waits stays, up to a limit; a run whose conversation was erased meanwhile is never brought.
 */
export class ArchiveFeed {
  readonly #options: FeedOptions;
  readonly #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;
  #closing = false;
  #faulty = false;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#timers.push(setInterval(() => void this.takeLeft().catch((error: unknown) => this.#fault(error)), LEFT_MS).unref());
    if (options.days === 0) return;
    const prune = (): void =>
      void options.archive.prune(options.now() - options.days * DAY_MS).catch((error: unknown) => this.#fault(error));
    prune();
    this.#timers.push(setInterval(prune, HOUR_MS).unref());
  }

  /** A run has ended. */
  finished(run_id: string): void {
    this.#add({ kind: 'run', run_id });
  }

  /** Takes what a replica that died has left: the log of replicas knows which runs were never brought. */
  async takeLeft(since_ms = LEFT_MS): Promise<void> {
    const waiting = new Set(this.#waiting.map((each) => (each.kind === 'run' ? each.run_id : '')));
    for (const run_id of await this.#options.runs.ended(since_ms)) if (!waiting.has(run_id)) this.finished(run_id);
  }

  /** Something became of a run. */
  remark(conversation_id: string, remark: Remark): void {
    this.#add({ kind: 'remark', conversation_id, remark });
  }

  /** Forgets a conversation, now and for whatever of it still waits here or elsewhere. @throws ArchiveDown */
  async erase(conversation_id: string): Promise<void> {
    await this.#options.archive.erase(conversation_id);
  }

  /** Resolves when nothing waits, or after `limit_ms`. */
  async close(limit_ms = 5000): Promise<void> {
    this.#closing = true;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.race([this.#working, sleep(limit_ms, undefined, { ref: false })]);
    if (this.#waiting.length > 0) this.#options.onRuns('dropped', this.#waiting.filter(({ kind }) => kind === 'run').length);
    await this.#options.archive.close();
  }

  #add(waiting: Waiting): void {
    if (this.#waiting.length >= QUEUE_LIMIT && this.#waiting.shift()?.kind === 'run') this.#options.onRuns('dropped', 1);
    this.#waiting.push(waiting);
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  async #work(): Promise<void> {
    const { clock = () => performance.now(), pause = (ms: number) => sleep(ms, undefined, { ref: false }) } = this.#options;
    if (!this.#closing) await pause(GATHER_MS);
    while (this.#waiting.length > 0) {
      try {
        const begun = clock();
        await this.#next();
        this.#faulty = false;
        const rest_ms = Math.min(LONGEST_REST_MS, REST_FACTOR * (clock() - begun));
        if (this.#waiting.length > 0 && !this.#closing) await pause(rest_ms);
      } catch (error) {
        this.#fault(error);
        // The archive, the run log or the conversations are away: nothing is lost by waiting.
        if (this.#closing) return;
        await pause(RETRY_MS);
      }
    }
  }

  /** Brings what waits longest; it leaves the queue once that is done. */
  async #next(): Promise<void> {
    const [first] = this.#waiting;
    if (first?.kind === 'remark') {
      await this.#options.archive.remark(first.conversation_id, first.remark);
      this.#leave([first]);
      return;
    }
    const end = this.#waiting.findIndex(({ kind }) => kind !== 'run');
    const batch = this.#waiting.slice(0, end < 0 ? BATCH : Math.min(BATCH, end));
    const runs: BroughtRun[] = [];
    for (const each of batch) {
      const run = each.kind === 'run' ? await this.#read(each.run_id) : null;
      if (run) runs.push(run);
    }
    try {
      if (runs.length > 0) this.#options.onRuns('stored', await this.#options.archive.add(runs));
    } catch (error) {
      if (error instanceof ArchiveDown) throw error;
      await this.#oneByOne(runs);
    }
    for (const each of batch) if (each.kind === 'run') await this.#options.runs.settled(each.run_id);
    this.#leave(batch);
  }

  /** A batch that could not be written: the one that spoils it is let go of, the others are kept. */
  async #oneByOne(runs: readonly BroughtRun[]): Promise<void> {
    for (const run of runs)
      try {
        this.#options.onRuns('stored', await this.#options.archive.add([run]));
      } catch (error) {
        if (error instanceof ArchiveDown) throw error;
        this.#options.onRuns('failed', 1);
        this.#fault(error);
      }
  }

  #leave(done: readonly Waiting[]): void {
    const gone = new Set(done);
    for (let at = this.#waiting.length - 1; at >= 0; at -= 1) {
      const each = this.#waiting[at];
      if (each && gone.has(each)) this.#waiting.splice(at, 1);
    }
  }

  async #read(run_id: string): Promise<BroughtRun | null> {
    const [entries, conversation] = [await this.#options.runs.packed(run_id), await this.#options.conversations.ofRun(run_id)];
    return entries && conversation ? finishedRun(run_id, entries, conversation) : null;
  }

  #fault(error: unknown): void {
    if (!this.#faulty) this.#options.onFault(error, this.#waiting.length);
    this.#faulty = true;
  }
}
