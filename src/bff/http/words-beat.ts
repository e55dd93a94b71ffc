/**
 * Milliseconds between two writes of nothing but words to one reader. A reader takes words in by groups, so tokens that come closer
 * together than this travel together (decision 009).
 */
export const WORDS_MS = 40;

const waiting = new Set<() => void>();

function flush(): void {
  const due = [...waiting];
  waiting.clear();
  for (const write of due) write();
}

/**
 * Calls `write` with everybody else's at the next beat, at most {@link WORDS_MS} from now. One timer for all streams: woken for each
 * by itself, a process with a thousand streams would do little else.
 */
export function atNextBeat(write: () => void): void {
  if (waiting.size === 0) setTimeout(flush, WORDS_MS);
  waiting.add(write);
}

/** Forgets a `write` that has nothing to say any longer. */
export function notAtNextBeat(write: () => void): void {
  waiting.delete(write);
}
