/**
 * Items of a catalogue that is read as a whole within a search, should it be replaced: less than a second's work. A larger one is
 * read by another thread, while the old revision answers.
 */
export const QUICKLY_READ = 20_000;

/** What a reader does when its catalogue was replaced. */
export interface Outdated {
  /** Up to so many items it reads the new one at once; see {@link QUICKLY_READ}. */
  readonly quickly: number;
  /** Told at each call that answers from the old one. */
  readonly onOutdated: () => void;
}

/** For a reader that nobody can take the place of. */
export const READ_AT_ONCE: Outdated = { quickly: Number.POSITIVE_INFINITY, onOutdated: () => undefined };
