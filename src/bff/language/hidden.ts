/**
 * Stands for a run of hidden characters (G14) until a reader has looked at it: a tag with one inside its name is no
 * card (G3), so hidden characters cannot simply vanish before the reader sees them.
 */
export const HIDDEN_MARK = '\u200B';
