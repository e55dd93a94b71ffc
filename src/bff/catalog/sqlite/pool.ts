import type { Worker } from 'node:worker_threads';
import { CatalogTimeout } from '../engine.ts';
import { fromFailure, type ReadAnswer, type ReadRequest } from './messages.ts';
import { CatalogUnusable } from './schema.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A request before it has a number. */
export type Asked = Without<ReadRequest, 'call'>;

interface Job {
  readonly request: ReadRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  settled: boolean;
}

interface Seat {
  worker: Worker;
  ready: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

export interface PoolOptions {
  readonly workers: number;
  /** Milliseconds a call may take in a worker before it is ended. */
  readonly timeout: number;
  /** Starts a worker; tests put another program in. */
  readonly start: () => Worker;
}

/** Calls waiting beyond this are refused at once: late answers help nobody. */
const QUEUE_LIMIT = 256;

/**
 * A few threads that read. SQLite cannot be interrupted, so a call that takes too long costs its worker: the thread is
 * ended, a new one takes its seat, and the call rejects with {@link CatalogTimeout}.
 */
export class ReadPool {
  readonly #options: PoolOptions;
  readonly #seats: Seat[] = [];
  readonly #waiting: Job[] = [];
  #calls = 0;
  #closed = false;

  private constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Resolves when every worker has the catalogue open. @throws CatalogUnusable */
  static async open(options: PoolOptions): Promise<ReadPool> {
    const pool = new ReadPool(options);
    const opened = Array.from({ length: options.workers }, () => pool.#seat());
    try {
      await Promise.all(opened);
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  /** @throws CatalogTimeout, SearchRefused, or the reason of an aborted signal. */
  call<T>(asked: Asked, signal?: AbortSignal): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the catalogue is closed'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#waiting.length >= QUEUE_LIMIT) return Promise.reject(new CatalogTimeout('too many searches are waiting'));
    return new Promise<T>((resolve, reject) => {
      const job: Job = {
        request: { ...asked, call: ++this.#calls },
        resolve: (value) => resolve(value as T),
        reject,
        settled: false,
      };
      signal?.addEventListener('abort', () => this.#drop(job, signal.reason), { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) this.#drop(job, new Error('the catalogue is closed'));
    await Promise.all(this.#seats.map((seat) => this.#end(seat, new Error('the catalogue is closed'))));
  }

  /** An aborted call is over for its caller; its worker goes on to the end or the timeout. */
  #drop(job: Job, error: Error): void {
    if (job.settled) return;
    job.settled = true;
    const at = this.#waiting.indexOf(job);
    if (at >= 0) this.#waiting.splice(at, 1);
    job.reject(error);
  }

  #seat(): Promise<void> {
    const seat: Seat = { worker: this.#options.start(), ready: false, job: undefined, timer: undefined };
    this.#seats.push(seat);
    return this.#attend(seat);
  }

  /** Listens to the worker of a seat, until it is replaced. */
  #attend(seat: Seat): Promise<void> {
    const { worker } = seat;
    return new Promise((resolve, reject) => {
      worker.on('message', (answer: ReadAnswer) => {
        if (answer.kind === 'ready') {
          seat.ready = true;
          resolve();
          this.#next();
        } else if (answer.kind === 'unusable') {
          reject(new CatalogUnusable(answer.message));
        } else {
          this.#finish(seat, answer);
        }
      });
      worker.on('error', (error: Error) => {
        reject(error);
        if (seat.worker === worker) this.#replace(seat, error);
      });
    });
  }

  #finish(seat: Seat, answer: Extract<ReadAnswer, { call: number }>): void {
    const { job } = seat;
    if (job?.request.call !== answer.call) return;
    clearTimeout(seat.timer);
    seat.job = undefined;
    if (!job.settled) {
      job.settled = true;
      if (answer.kind === 'answer') job.resolve(answer.value);
      else job.reject(fromFailure(answer.failure));
    }
    this.#next();
  }

  #next(): void {
    for (const seat of this.#seats) {
      if (!seat.ready || seat.job) continue;
      const job = this.#waiting.shift();
      if (!job) return;
      seat.job = job;
      seat.timer = setTimeout(() => this.#replace(seat, new CatalogTimeout('the search took too long')), this.#options.timeout);
      seat.worker.postMessage(job.request);
    }
  }

  #replace(seat: Seat, error: Error): void {
    void this.#end(seat, error);
    if (this.#closed) return;
    seat.worker = this.#options.start();
    // A catalogue that can no longer be opened leaves the seat empty; the calls then time out in the queue of their callers.
    this.#attend(seat).catch(() => undefined);
  }

  async #end(seat: Seat, error: Error): Promise<void> {
    clearTimeout(seat.timer);
    seat.ready = false;
    const { job, worker } = seat;
    seat.job = undefined;
    if (job) this.#drop(job, error);
    await worker.terminate();
  }
}
