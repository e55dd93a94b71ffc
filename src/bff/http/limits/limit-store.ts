/**
 * Numbers that all replicas of a BFF share: what was used of a quota today, and the kill switch. Memory is its first home;
 * Redis the second (`INCRBYFLOAT` with `EXPIRE`, `GET`, `SET`).
 */
export interface LimitStore {
  /** Adds to a number, 0 at first, in one step. @returns what it is then. It is forgotten `ttl_s` after it began. */
  add(key: string, by: number, ttl_s: number): Promise<number>;
  /** @returns 0 for a number never written. */
  read(key: string): Promise<number>;
  /** Sets a number that is kept until it is set again. */
  write(key: string, value: number): Promise<void>;
}

export interface MemoryLimitsOptions {
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
}

/** Numbers of one process. */
export function createMemoryLimits({ now = () => performance.now() }: MemoryLimitsOptions = {}): LimitStore {
  const kept = new Map<string, { value: number; readonly until: number }>();
  const get = (key: string) => {
    const found = kept.get(key);
    if (found && found.until > now()) return found;
    kept.delete(key);
    return undefined;
  };
  return {
    async add(key, by, ttl_s) {
      const found = get(key) ?? { value: 0, until: now() + ttl_s * 1000 };
      found.value += by;
      kept.set(key, found);
      return found.value;
    },
    async read(key) {
      return get(key)?.value ?? 0;
    },
    async write(key, value) {
      kept.set(key, { value, until: Number.POSITIVE_INFINITY });
    },
  };
}
