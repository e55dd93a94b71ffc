import type { Worker } from 'node:worker_threads';

/**
 * What a worker sends: `ready` or `unusable` once, then one answer or failure for each request. One that is `outdated` (what it
 * reads was replaced, and reading all of it anew takes long) answers on from what it knows, until its successor is ready.
 */
export type WorkerAnswer<Failure> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'unusable'; readonly message: string }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly call: number; readonly failure: Failure };

/** The errors that callers of a pool know; a room has its own. */
export interface PoolErrors<Failure> {
  /** No answer in time, too many calls in the queue, or no worker that could open what it reads. */
  readonly late: (message: string) => Error;
  /** The worker cannot open what it should read. */
  readonly unusable: (message: string) => Error;
  /** What a worker threw, as it crossed the thread. */
  readonly failed: (failure: Failure) => Error;
}

interface Job {
  readonly request: unknown;
  readonly call: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  settled: boolean;
}

interface Seat {
  worker: Worker;
  ready: boolean;
  /** Its worker could not open what it reads: the next call tries again. */
  empty: boolean;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
  /** A worker that is ready to take the place of this one when its job is done. */
  successor: Worker | undefined;
}

export interface PoolOptions<Failure> {
  readonly workers: number;
  /** Milliseconds a call may take in a worker before it is ended. */
  readonly timeout: number;
  /** Starts a worker; tests put another program in. */
  readonly start: () => Worker;
  readonly errors: PoolErrors<Failure>;
}

/** Calls waiting beyond this are refused at once: late answers help nobody. */
const QUEUE_LIMIT = 256;

const closed = (): Error => new Error('the pool is closed');

/**
 * A few threads that read. SQLite cannot be interrupted, so a call that takes too long costs its worker: the thread is
 * ended, a new one takes its seat, and the call rejects with the error for late calls.
 * @typeParam Request what a worker is asked; it gets the request with a number `call`, which its answer repeats.
 */
export class ReadPool<Request extends object, Failure> {
  readonly #options: PoolOptions<Failure>;
  readonly #seats: Seat[] = [];
  readonly #waiting: Job[] = [];
  #calls = 0;
  #closed = false;
  /** The worker that is getting ready to succeed another: one at a time, since each holds all it reads. */
  #rising: Worker | undefined;

  private constructor(options: PoolOptions<Failure>) {
    this.#options = options;
  }

  /** Resolves when every worker is ready. @throws the error for unusable sources. */
  static async open<Request extends object, Failure>(options: PoolOptions<Failure>): Promise<ReadPool<Request, Failure>> {
    const pool = new ReadPool<Request, Failure>(options);
    const opened = Array.from({ length: options.workers }, () => pool.#seat());
    try {
      await Promise.all(opened);
    } catch (error) {
      await pool.close();
      throw error;
    }
    return pool;
  }

  /** @throws one of the room's errors, or the reason of an aborted signal. */
  call<T>(asked: Request, signal?: AbortSignal): Promise<T> {
    if (this.#closed) return Promise.reject(closed());
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#waiting.length >= QUEUE_LIMIT) return Promise.reject(this.#options.errors.late('too many calls are waiting'));
    return new Promise<T>((resolve, reject) => {
      const call = ++this.#calls;
      const job: Job = {
        request: { ...asked, call },
        call,
        resolve: (value) => resolve(value as T),
        reject,
        settled: false,
      };
      signal?.addEventListener('abort', () => this.#drop(job, signal.reason), { once: true });
      if (this.#isEmpty) for (const seat of this.#seats) this.#start(seat);
      this.#waiting.push(job);
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#waiting.splice(0)) this.#drop(job, closed());
    await this.#rising?.terminate();
    await Promise.all(this.#seats.map((seat) => this.#end(seat, closed())));
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
    const seat: Seat = {
      worker: this.#options.start(),
      ready: false,
      empty: false,
      job: undefined,
      timer: undefined,
      successor: undefined,
    };
    this.#seats.push(seat);
    return this.#attend(seat);
  }

  /** Listens to the worker of a seat, until it is replaced. */
  #attend(seat: Seat): Promise<void> {
    const { worker } = seat;
    return new Promise((resolve, reject) => {
      worker.on('message', (answer: WorkerAnswer<Failure>) => {
        if (answer.kind === 'ready') {
          seat.ready = true;
          resolve();
          this.#next();
        } else if (answer.kind === 'unusable') {
          reject(this.#options.errors.unusable(answer.message));
        } else if (answer.kind === 'outdated') {
          if (seat.worker === worker) this.#raise(seat);
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

  #finish(seat: Seat, answer: Extract<WorkerAnswer<Failure>, { call: number }>): void {
    const { job } = seat;
    if (job?.call !== answer.call) return;
    clearTimeout(seat.timer);
    seat.job = undefined;
    if (!job.settled) {
      job.settled = true;
      if (answer.kind === 'answer') job.resolve(answer.value);
      else job.reject(this.#options.errors.failed(answer.failure));
    }
    if (seat.successor) this.#succeed(seat, seat.successor);
    this.#next();
  }

  /** Starts a worker that will take this seat. One that cannot start is dropped: the seat is told outdated again. */
  #raise(seat: Seat): void {
    if (this.#rising || seat.successor || this.#closed) return;
    const worker = this.#options.start();
    this.#rising = worker;
    const failed = (): void => {
      this.#rising = undefined;
    };
    worker.once('error', failed);
    worker.once('message', ({ kind }: WorkerAnswer<Failure>) => {
      this.#rising = undefined;
      worker.off('error', failed);
      if (kind !== 'ready' || this.#closed) void worker.terminate();
      else if (seat.job) seat.successor = worker;
      else this.#succeed(seat, worker);
    });
  }

  #succeed(seat: Seat, worker: Worker): void {
    const before = seat.worker;
    seat.successor = undefined;
    seat.worker = worker;
    seat.ready = true;
    this.#attend(seat).catch(() => undefined);
    void before.terminate();
    this.#next();
  }

  #next(): void {
    for (const seat of this.#seats) {
      if (!seat.ready || seat.job) continue;
      const job = this.#waiting.shift();
      if (!job) return;
      seat.job = job;
      seat.timer = setTimeout(() => this.#replace(seat, this.#options.errors.late('the call took too long')), this.#options.timeout);
      seat.worker.postMessage(job.request);
    }
  }

  #replace(seat: Seat, error: Error): void {
    void this.#end(seat, error);
    if (!this.#closed) this.#start(seat);
  }

  #start(seat: Seat): void {
    const worker = this.#options.start();
    seat.worker = worker;
    seat.empty = false;
    this.#attend(seat).catch(() => {
      if (seat.worker !== worker) return;
      seat.empty = true;
      // Nobody is there, and nobody is coming, to take them.
      if (this.#isEmpty) for (const job of [...this.#waiting]) this.#drop(job, this.#options.errors.late('what is read cannot be opened'));
    });
  }

  get #isEmpty(): boolean {
    return this.#seats.every((seat) => seat.empty);
  }

  async #end(seat: Seat, error: Error): Promise<void> {
    clearTimeout(seat.timer);
    seat.ready = false;
    const { job, worker, successor } = seat;
    seat.job = undefined;
    seat.successor = undefined;
    if (job) this.#drop(job, error);
    await Promise.all([worker.terminate(), successor?.terminate()]);
  }
}
