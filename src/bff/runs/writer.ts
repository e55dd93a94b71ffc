import type { Frame } from '../../protocol/frames.ts';
import { type Checkpoint, type EntryBody, type RunEntry, type RunLog, RunTaken } from './log.ts';

/** Bytes of frames a run may hold (reliability, "Readers"); past it the turn ends with `cut_short`. */
export const RUN_LIMIT = 1024 * 1024;

/** About how many bytes a frame takes in the log; exact for all but text, whose characters are counted. */
function sizeOf(frame: Frame): number {
  return frame.type === 'text-delta' ? 64 + frame.delta.length * 2 : JSON.stringify(frame).length;
}

export interface RunWriterOptions {
  /** The hold's token. */
  readonly owner: string;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Where a run taken from somebody else ends; default: its beginning. */
  readonly entries?: number;
  readonly frames?: number;
  /** Told at once when an append found the run in other hands: whoever waits for a model must not go on waiting. */
  readonly onTaken?: () => void;
  /** Sees each entry as it is written: spans, metrics and log lines are readings of the log like the stream. */
  readonly onEntry?: ((entry: RunEntry) => void) | undefined;
}

/**
 * The one pen of a running turn. Entries are numbered here and reach the log in order, in batches of what came
 * while the last one was written, so that a token costs an array push and not a round trip.
 */
export class RunWriter {
  readonly run_id: string;
  /** Step that new entries belong to; 0 before the first. */
  step = 0;
  /** Bytes of frames so far. */
  size = 0;
  #seq: number;
  #appended: number;
  #frames: number;
  #pending: RunEntry[] = [];
  #appending = false;
  /** What a flush waits for. */
  #idle: PromiseWithResolvers<void> | undefined;
  #failure: unknown;
  readonly #log: RunLog;
  readonly #owner: string;
  readonly #now: () => number;
  readonly #onTaken: () => void;
  readonly #onEntry: ((entry: RunEntry) => void) | undefined;
  #checkpoint: Checkpoint | undefined;

  constructor(log: RunLog, run_id: string, { owner, now, entries = 0, frames = 0, onTaken = () => undefined, onEntry }: RunWriterOptions) {
    this.#log = log;
    this.run_id = run_id;
    this.#owner = owner;
    this.#now = now;
    this.#onTaken = onTaken;
    this.#onEntry = onEntry;
    this.#seq = entries;
    this.#appended = entries;
    this.#frames = frames;
  }

  /** Number of the last entry. */
  get entries(): number {
    return this.#seq;
  }

  /** Number of the last frame. */
  get frames(): number {
    return this.#frames;
  }

  /** Keeps, with the entries so far, all that somebody else needs to go on from here. */
  checkpoint(state: unknown): void {
    this.#checkpoint = { entries: this.#seq, frames: this.#frames, state };
    this.#start();
  }

  /** @throws RunTaken, once an earlier append found the run in other hands. */
  entry(body: EntryBody): void {
    if (this.#failure) throw this.#failure;
    const [seq, at] = this.#next();
    this.#append(this.step > 0 ? { seq, at, step: this.step, ...body } : { seq, at, ...body });
  }

  /** Sends a frame to the shopper: an entry like every other. */
  frame(frame: Frame): void {
    this.#frames += 1;
    this.size += sizeOf(frame);
    if (this.#failure) throw this.#failure;
    const [seq, at] = this.#next();
    const n = this.#frames;
    // Written out: a copy of a copy for every token costs memory for as long as the run is kept.
    this.#append(this.step > 0 ? { seq, at, step: this.step, kind: 'part', n, frame } : { seq, at, kind: 'part', n, frame });
  }

  #next(): [seq: number, at: number] {
    this.#seq += 1;
    return [this.#seq, this.#now()];
  }

  #append(entry: RunEntry): void {
    this.#pending.push(entry);
    this.#onEntry?.(entry);
    this.#start();
  }

  /** Resolves when all entries so far are in the log. @throws what an append was refused with. */
  async flush(): Promise<void> {
    if (this.#appending) {
      this.#idle ??= Promise.withResolvers();
      await this.#idle.promise;
    }
    if (this.#failure) throw this.#failure;
  }

  #start(): void {
    if (this.#appending) return;
    this.#appending = true;
    // At the end of the microtasks that wait, so that the entries of one piece of text go together.
    queueMicrotask(this.#appendPending);
  }

  /** Appends what is pending until nothing is. Entries that come during an append make the next batch. By hand: every token comes here. */
  readonly #appendPending = (): void => {
    const [batch, checkpoint] = [this.#pending, this.#checkpoint];
    if (batch.length === 0 && !checkpoint) {
      this.#rest();
      return;
    }
    this.#pending = [];
    this.#checkpoint = undefined;
    this.#log.append(this.run_id, this.#owner, this.#appended, batch, checkpoint).then(() => {
      this.#appended += batch.length;
      this.#appendPending();
    }, this.#fail);
  };

  readonly #fail = (failure: unknown): void => {
    this.#failure = failure;
    if (failure instanceof RunTaken) this.#onTaken();
    this.#rest();
  };

  #rest(): void {
    this.#appending = false;
    this.#idle?.resolve();
    this.#idle = undefined;
  }
}
