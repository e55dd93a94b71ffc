import { type Clock, systemClock } from './clock.ts';

/**
 * Milliseconds between two readings of one answer, and so between two writes to its readers. A reader takes words in by groups: those
 * that come closer together than this are read together (decision 009).
 */
export const WORDS_MS = 40;
/** Answers read at the same time from which on their rounds are longer (decision 053). */
export const CROWD = 300;
/** Milliseconds between two readings of one answer in a crowd. */
export const CROWD_MS = 120;
/** Answers of one group are read one after the other; the groups take turns, so that no round holds the event loop up for long. */
const GROUPS = 10;

/** One answer among those that this process reads. */
export interface Place {
  /** Something came. It is read at once where it is urgent or nothing came just before, else in the answer's next round. */
  came(urgent: boolean): void;
  /** Nothing is read any longer. */
  leave(): void;
}

/**
 * An answer costs by how often something is done for it more than by how much: what comes within a round is parsed, guarded, logged and
 * sent together.
 */
export interface Rounds {
  /** @param read reads all that came. */
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
      let readAt = Number.NEGATIVE_INFINITY;
      const readNow = (): void => {
        readAt = clock.now();
        read();
      };
      return {
        came(urgent) {
          if (!here) return;
          const inCrowd = answers >= CROWD;
          const now = clock.now();
          if (urgent || (!inCrowd && !group.has(readNow) && Math.abs(now - readAt) >= WORDS_MS)) {
            group.delete(readNow);
            readNow();
            return;
          }
          const round = inCrowd ? CROWD_MS : WORDS_MS;
          // Phases by the clock on the wall: timers that start each other would end up beating together.
          if (group.size === 0) clock.after(round - ((now + (at * round) / GROUPS) % round), () => readGroup(group));
          group.add(readNow);
        },
        leave() {
          if (here) answers -= 1;
          here = false;
          group.delete(readNow);
        },
      };
    },
  };
}

/** All answers that this process reads, of whichever model. */
export const processRounds = createRounds(systemClock);
