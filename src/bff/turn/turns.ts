import { setTimeout as sleep } from 'node:timers/promises';
import type { Conversation } from '../runs/conversations.ts';
import { type RunEntry, RunTaken, type TakenRun } from '../runs/log.ts';
import { RunWriter } from '../runs/writer.ts';
import { StoreDown } from '../store-down.ts';
import { answerLocale } from './answer-locale.ts';
import { answerRun, type SavedRun } from './answer-run.ts';
import type { Asked, Started } from './asked.ts';
import { TurnEnded, TurnFailed } from './end.ts';
import { Readers } from './readers.ts';
import type { TurnsDependencies } from './turns-dependencies.ts';

/** How long a replica may be silent before another one takes its runs. */
const LEASE_MS = 3000;
/** How often a replica looks for runs whose owner is silent: with the lease, 5 s from a death to the next word. */
const LOOK_MS = 500;
/** A run that was taken this often ends: it may be what kills its replicas. */
const MOST_TAKES = 3;
/** A shopper whose replica died needs some time to come back, whatever the grace of those who leave. */
const RETURN_MS = 10_000;
/** How long readers may take over the ends of answers when the process is to end. */
const READ_OUT_MS = 5000;
/** Time that a turn taken over has at least: two machines' clocks may differ by a day, and the time it has had is told by them. */
const TAKEN_MS = 10_000;
/** How long a request to stop waits to see a run on another replica end. */
const STOP_WAIT_MS = 5000;

interface ToRun {
  readonly conversation: Conversation;
  readonly saved: SavedRun;
  readonly owner: string;
  readonly run_id: string;
  readonly end: AbortController;
  /** Gives its place back. */
  readonly leave: () => void;
  readonly taken?: TakenRun;
}

interface Active {
  readonly conversation_id: string;
  readonly end: AbortController;
  readonly done: Promise<void>;
  grace: NodeJS.Timeout | undefined;
}

/**
 * The turns this process runs: starts them, counts who listens, ends them, and goes on with those of a replica that died.
 * A turn lives in the run log; a reader that comes or goes changes nothing but the grace timer (reliability, decision 1).
 */
export class Turns {
  readonly #deps: TurnsDependencies;
  readonly #active = new Map<string, Active>();
  /** How each run of this process is ended, from before it is active. */
  readonly #ends = new Map<string, AbortController>();
  readonly #readers: Readers;
  readonly #deaf: () => void;
  #looking = false;

  constructor(deps: TurnsDependencies) {
    this.#deps = deps;
    this.#readers = new Readers(deps.signals, (run_id) => this.#startGrace(run_id));
    this.#deaf = deps.signals.listen((signal) => {
      if (signal.kind === 'end-all') this.#endAll();
      else if (signal.kind === 'stop') this.#ends.get(signal.run_id)?.abort(new TurnEnded('stopped'));
      else if (this.#readers.count(signal.run_id) === 0) this.#startGrace(signal.run_id);
    });
  }

  /** Turns being answered now. */
  get size(): number {
    return this.#active.size;
  }

  /** Readers of all runs here. */
  get readers(): number {
    return this.#readers.total;
  }

  /** Claims the message; where it is new, starts its turn. The stream is then read from the run log. @throws StoreDown */
  async start(asked: Asked): Promise<Started> {
    const { newId, conversations, runs, now } = this.#deps;
    const { request, site, sub, compare } = asked;
    const [run_id, owner, new_conversation_id] = [newId(), newId(), newId()];
    const saved: SavedRun = {
      message: request.message,
      ...(request.page ? { page: request.page } : {}),
      locale: localeOf(asked),
      ...(sub === undefined ? {} : { sub }),
      ...(compare ? { compare } : {}),
      ...(request.consent?.training ? { training: true } : {}),
      at: new Date(now()).toISOString(),
    };
    const end = new AbortController();
    // Opened before the claim: whoever repeats the message a moment later finds its run, and a log that is down costs
    // the conversation nothing.
    const conversation_id = request.conversation_id ?? new_conversation_id;
    await runs.open(run_id, conversation_id, { id: owner, lease_ms: LEASE_MS }, { entries: 0, frames: 0, state: saved });
    this.#ends.set(run_id, end);
    try {
      const claim = await conversations.claim({
        site,
        ...(sub === undefined ? {} : { sub }),
        request,
        locale: saved.locale,
        new_conversation_id,
        run_id,
      });
      if (claim.outcome !== 'started') {
        this.#ends.delete(run_id);
        await runs.delete(run_id);
        if (claim.outcome !== 'repeated') return { outcome: claim.outcome };
        return { outcome: 'streaming', conversation_id: claim.conversation_id, run_id: claim.run_id };
      }
      const drop = async (): Promise<void> => {
        await conversations.abandon(claim.conversation.id, run_id);
        await runs.delete(run_id);
      };
      const leave = this.#deps.places.take();
      if (!leave) {
        this.#ends.delete(run_id);
        this.#deps.onFull?.();
        await drop();
        return { outcome: 'full' };
      }
      await asked.admit(claim.conversation.id).catch(async (refusal: unknown) => {
        leave();
        await drop();
        throw refusal;
      });
      this.#run({ conversation: claim.conversation, saved, owner, run_id, end, leave });
      return { outcome: 'streaming', conversation_id: claim.conversation.id, run_id };
    } catch (error) {
      this.#ends.delete(run_id);
      // Whether the claim holds is not known: where it does, some replica answers it; where not, drops the run.
      if (error instanceof StoreDown) await runs.release(run_id, owner);
      throw error;
    }
  }

  /** Somebody reads the run. @returns what to call when they leave; null where this process has no room for another reader. */
  attach(run_id: string): (() => void) | null {
    const active = this.#active.get(run_id);
    if (!this.#deps.places.mayRead(this.#readers.total)) {
      if (this.#readers.count(run_id) === 0) this.#startGrace(run_id);
      return null;
    }
    clearTimeout(active?.grace);
    return this.#readers.attach(run_id, active === undefined);
  }

  /** Ends a run at once, whichever replica runs it, and resolves when its last entry is written. @throws StoreDown */
  async stop(run_id: string | undefined): Promise<void> {
    if (run_id === undefined) return;
    const { signals, runs } = this.#deps;
    const active = this.#active.get(run_id);
    if (active) {
      active.end.abort(new TurnEnded('stopped'));
      return active.done;
    }
    await signals.stop(run_id);
    const head = await runs.head(run_id);
    if (!head || head.outcome) return;
    for await (const _ of runs.follow(run_id, head.frames, AbortSignal.timeout(STOP_WAIT_MS)));
  }

  /** Ends every running turn of every replica, and resolves when the last entries of those here are written: the kill switch. */
  async endAll(): Promise<void> {
    this.#endAll();
    await this.#deps.signals.endAll();
    await this.#idle();
  }

  /** Waits for running turns to end by themselves, and a moment for slow readers; what still runs after `limit_ms` is ended. */
  async drain(limit_ms: number): Promise<void> {
    this.#looking = false;
    const timer = setTimeout(() => this.#endAll(), limit_ms);
    await this.#idle();
    clearTimeout(timer);
    await this.#readers.empty(Math.min(limit_ms, READ_OUT_MS));
    this.#deaf();
    this.#readers.close();
  }

  /** Looks from now on for runs of replicas that died, and goes on with them. For logs that replicas share. */
  async lookAfterOthers(): Promise<void> {
    this.#looking = true;
    while (this.#looking) {
      await sleep(LOOK_MS * (0.75 + Math.random() / 2), undefined, { ref: false });
      if (this.#looking) await this.#takeExpired().catch(() => undefined);
    }
  }

  async #takeExpired(): Promise<void> {
    for (const run_id of await this.#deps.runs.expired()) {
      if (this.#ends.has(run_id)) continue;
      await this.#take(run_id).catch((error: unknown) => this.#deps.onFailure(error, run_id));
    }
  }

  /** Goes on with a run whose owner is silent, unless its conversation is gone or has the answer already. */
  async #take(run_id: string): Promise<void> {
    const { runs, conversations, signals, newId } = this.#deps;
    const owner = newId();
    const taken = await runs.take(run_id, { id: owner, lease_ms: LEASE_MS });
    if (!taken) return;
    const end = new AbortController();
    this.#ends.set(run_id, end);
    try {
      const state = taken.checkpoint?.state as SavedRun | undefined;
      const conversation = await conversations.ofRun(run_id);
      const kept = conversation?.turns.find((turn) => turn.run_id === run_id);
      if (!conversation || !state || (conversation.running !== run_id && !kept)) {
        this.#ends.delete(run_id);
        await runs.delete(run_id);
        return;
      }
      // Kept and not ended: nothing is missing but the end.
      const saved: SavedRun = kept && !state.said ? { ...state, said: { turn: kept, change: {}, finishReason: 'other' } } : state;
      if (taken.takes > MOST_TAKES) end.abort(new TurnFailed('interrupted'));
      else if (await signals.stopped(run_id)) end.abort(new TurnEnded('stopped'));
      this.#deps.onTaken?.(run_id);
      this.#run({ conversation, saved, owner, run_id, end, leave: this.#deps.places.takeOver(), taken });
      if (this.#readers.count(run_id) === 0) this.#startGrace(run_id, RETURN_MS);
    } catch (error) {
      this.#ends.delete(run_id);
      await runs.release(run_id, owner);
      throw error;
    }
  }

  #endAll(): void {
    for (const end of this.#ends.values()) end.abort(new TurnEnded('shutdown'));
  }

  async #idle(): Promise<void> {
    while (this.#active.size > 0) await Promise.all([...this.#active.values()].map((each) => each.done));
  }

  /** Ends the run after a while, unless somebody reads it then, here or elsewhere. */
  #startGrace(run_id: string, at_least_ms = 0): void {
    const active = this.#active.get(run_id);
    if (!active) return;
    const grace_ms = Math.max(this.#deps.limits.disconnect_grace_ms, at_least_ms);
    const check = async (): Promise<void> => {
      // A store that is gone cannot say who reads; the turn's own end is near enough.
      const elsewhere = await this.#deps.signals.readElsewhere(run_id).catch(() => true);
      if (this.#readers.count(run_id) > 0 || !this.#active.has(run_id)) return;
      if (elsewhere) active.grace = setTimeout(check, Math.max(grace_ms, LOOK_MS));
      else active.end.abort(new TurnEnded('disconnected'));
    };
    clearTimeout(active.grace);
    if (grace_ms === 0) void check();
    else active.grace = setTimeout(check, grace_ms);
  }

  #run({ conversation, saved, owner, run_id, end, leave, taken }: ToRun): void {
    const { runs, now, limits, onFailure } = this.#deps;
    const hold = { id: owner, lease_ms: LEASE_MS };
    const lost = (): void => end.abort(new RunTaken(run_id));
    const lease = setInterval(() => {
      runs.renew(run_id, hold).then(
        (held) => held || lost(),
        // Gone for everybody: nobody can take the run either.
        () => undefined,
      );
    }, LEASE_MS / 3);
    const whole = limits.turn_timeout_ms;
    const passed = taken ? Math.max(0, now() - Date.parse(saved.at)) : 0;
    const timer = setTimeout(() => end.abort(new TurnEnded('timeout')), Math.max(Math.min(TAKEN_MS, whole), whole - passed));
    const { entries = 0, frames = 0 } = taken?.head ?? {};
    const reading = this.#deps.readRun?.({ run_id, conversation_id: conversation.id, site: conversation.site });
    const onEntry = reading && ((entry: RunEntry) => reading.entry(entry));
    const writer = new RunWriter(runs, run_id, { owner, now, entries, frames, onTaken: lost, onEntry });
    // Its first frame after the checkpoint began a step; the very first frame of a run begins the message.
    const reopen = taken !== undefined && frames > Math.max(1, taken.checkpoint?.frames ?? 0);
    const done = answerRun(this.#deps, { conversation, saved, writer, signal: end.signal, reopen })
      .then(() => this.#deps.onFinished?.(run_id))
      .catch((error: unknown) => onFailure(error, run_id))
      .finally(() => {
        reading?.close();
        clearTimeout(timer);
        clearInterval(lease);
        clearTimeout(this.#active.get(run_id)?.grace);
        this.#active.delete(run_id);
        this.#ends.delete(run_id);
        leave();
      });
    this.#active.set(run_id, { conversation_id: conversation.id, end, done, grace: undefined });
  }
}

/** The language of an answer. The text of a comparison is the BFF's own: titles in it say nothing about the shopper's language. */
function localeOf({ compare, request, locale }: Asked): string {
  return compare ? locale : answerLocale(request.message.text, locale);
}
