import { StoreDown } from '../../store-down.ts';

/** Writes that may wait for Redis to come back. Past it the oldest is given up. */
const MOST = 1000;
const RETRY_MS = 200;

/** Keeps what must not be lost while Redis is gone, and sends it in order once it is back. Each write may be sent twice. */
export class Outbox {
  readonly #waiting: (() => Promise<unknown>)[] = [];
  readonly #onLost: (cause: unknown) => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param onLost told of a write that was given up */
  constructor(onLost: (cause: unknown) => void) {
    this.#onLost = onLost;
  }

  /** Sends now, or later when Redis is gone. @throws anything but StoreDown */
  async send(write: () => Promise<unknown>): Promise<void> {
    if (this.#waiting.length === 0)
      try {
        await write();
        return;
      } catch (error) {
        if (!(error instanceof StoreDown)) throw error;
      }
    this.#waiting.push(write);
    if (this.#waiting.length > MOST) {
      this.#waiting.shift();
      this.#onLost(new StoreDown());
    }
    this.#timer ??= setTimeout(() => void this.flush(), RETRY_MS);
  }

  /** Sends what waits, as far as Redis takes it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (let write = this.#waiting[0]; write; write = this.#waiting[0]) {
      try {
        await write();
      } catch (error) {
        if (error instanceof StoreDown) break;
        this.#onLost(error);
      }
      this.#waiting.shift();
    }
    if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => void this.flush(), RETRY_MS);
  }

  /** Tries once more, then lets go. */
  async close(): Promise<void> {
    await this.flush();
    clearTimeout(this.#timer);
    for (const _ of this.#waiting.splice(0)) this.#onLost(new StoreDown());
  }
}
