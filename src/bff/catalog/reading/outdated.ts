/**
 * Items of a catalogue that is read as a whole within a search, should it be replaced: less than a second's work. A larger one is
 * read by another thread, while the old revision answers.
 */
export const QUICKLY_READ = 20_000;
