import { type Clock, systemClock } from './clock.ts';

/** Answers read at the same time from which on they are read in rounds (decision 053). */
export const CROWD = 300;
/** Milliseconds from one round of an answer to its next. */
export const ROUND_MS = 100;
/** Answers of one group are read one after the other; the groups take turns, so that no round holds the event loop up for long. */
const GROUPS = 10;

/** One answer among those that this process reads. */
export interface Place {
  /** Whether what came may wait for the answer's next round; then it is read there. */
  mayWait(): boolean;
  leave(): void;
}

/**
 * In a crowd an answer costs mostly by how often something is done for it, not by how much: what comes within a round is parsed,
 * guarded, logged and sent together.
 */
export interface Rounds {
  /** @param read reads what waits. */
  join(read: () => void): Place;
}

export function createRounds(clock: Clock): Rounds {
  const groups = Array.from({ length: GROUPS }, () => new Set<() => void>());
  let answers = 0;
  let joined = 0;

  const readGroup = (group: Set<() => void>): void => {
    const due = [...group];
    group.clear();
    for (const read of due) read();
  };

  return {
    join(read) {
      answers += 1;
      joined += 1;
      const at = joined % GROUPS;
      const group = groups[at] ?? new Set();
      let here = true;
      return {
        mayWait() {
          if (answers < CROWD) return false;
          // Phases by the clock on the wall: timers that start each other would end up beating together.
          if (group.size === 0) clock.after(ROUND_MS - ((clock.now() + (at * ROUND_MS) / GROUPS) % ROUND_MS), () => readGroup(group));
          group.add(read);
          return true;
        },
        leave() {
          if (here) answers -= 1;
          here = false;
          group.delete(read);
        },
      };
    },
  };
}

/** All answers that this process reads, of whichever model. */
export const processRounds = createRounds(systemClock);
