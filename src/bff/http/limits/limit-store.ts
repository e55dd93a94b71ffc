/** Distinct members that a key may gain in a stretch of time that moves along. */
export interface DistinctLimit {
  readonly most: number;
  readonly window_s: number;
}

/** Whether the members were counted, how many the window holds, and in how many seconds the first of them leaves it. */
export interface DistinctCount {
  readonly accepted: boolean;
  readonly count: number;
  readonly oldest_leaves_s: number;
}

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
  /**
   * Counts members seen with a key, in one step: all of them, or none where they would be more than `most`. A member seen
   * again counts once, from then on. None at all asks whether `most` is passed already.
   */
  addDistinct(key: string, members: readonly string[], limit: DistinctLimit): Promise<DistinctCount>;
}

export interface MemoryLimitsOptions {
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
}

/** Numbers of one process. */
export function createMemoryLimits({ now = () => performance.now() }: MemoryLimitsOptions = {}): LimitStore {
  const kept = new Map<string, { value: number; readonly until: number }>();
  /** When each member was seen last, oldest first. */
  const distinct = new Map<string, Map<string, number>>();
  let swept = now();
  /** Keys that nobody asks for any more go too. */
  const sweep = (window_ms: number): void => {
    if (now() - swept < window_ms) return;
    swept = now();
    for (const [key, seen] of distinct) if ([...seen.values()].every((at) => at <= now() - window_ms)) distinct.delete(key);
  };
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
    async addDistinct(key, members, { most, window_s }) {
      const window_ms = window_s * 1000;
      sweep(window_ms);
      const seen = distinct.get(key) ?? new Map<string, number>();
      for (const [member, at] of seen) if (at <= now() - window_ms) seen.delete(member);
      const accepted = seen.size + new Set(members.filter((each) => !seen.has(each))).size <= most;
      if (accepted && members.length > 0) {
        for (const member of members) {
          seen.delete(member); // a Map keeps the order of first insertion
          seen.set(member, now());
        }
        distinct.set(key, seen);
      }
      const [oldest = now()] = seen.values();
      return { accepted, count: seen.size, oldest_leaves_s: (oldest + window_ms - now()) / 1000 };
    },
  };
}
