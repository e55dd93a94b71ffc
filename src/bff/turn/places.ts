/**
 * Turns one process answers at a time (decision 023). Above the thousand that must run within 512 MiB and 150 ms of delay, below the
 * two thousand at which a core has more tokens than time.
 */
const MOST_TURNS = 1200;

/** Readers at a time: every turn read twice, and a few that came back before their old connection was seen closing. */
const MOST_READERS = 3 * MOST_TURNS;

/** Milliseconds by which half of the last second's rounds of the event loop may be late before nobody new is let in. */
const MOST_LAG_MS = 100;

/** Room for turns in this process. What runs is never ended for what comes. */
export interface Places {
  /** A place for a new turn, or null where there is none. @returns what to call, once, when the turn is over */
  take(): (() => void) | null;
  /** The same for a turn of a replica that died: it has a place whatever is running. */
  takeOver(): () => void;
  /** Whether so many readers may be joined by one more. */
  mayRead(readers: number): boolean;
}

export interface PlacesOptions {
  /** By how many milliseconds the event loop is late now (`observe/loop-lag.ts`). */
  readonly lag_ms: () => number;
  readonly most_turns?: number;
  readonly most_readers?: number;
}

export function createPlaces({ lag_ms, most_turns = MOST_TURNS, most_readers = MOST_READERS }: PlacesOptions): Places {
  let taken = 0;
  const takeOver = (): (() => void) => {
    taken += 1;
    return () => {
      taken -= 1;
    };
  };
  return {
    take: () => (taken >= most_turns || lag_ms() > MOST_LAG_MS ? null : takeOver()),
    takeOver,
    mayRead: (readers) => readers < most_readers,
  };
}
