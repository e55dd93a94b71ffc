/** Neighbours that would join into an address or a link over a gap; a blank parts them. */
const JOINS_LEFT = /(?:h(?:tt?)?|https?|ft?|ftp|w{1,3}|[:/.\]!<\\])$/i;
const JOINS_RIGHT = /^[A-Za-z:/.([]/;
/** Half a tag that would find its other half over a gap; a dot parts them, for a blank does not unmake a tag. */
const HALF_TAG = /[<＜][\s/]*[A-Za-z -]*$/;
/** So many characters of what was shown are remembered for that. */
export const SEAM_MEMORY = 16;

/** What must stand between `before` and `after`, where something between them was taken out: nothing, a blank or a dot. */
export function seam(before: string, after: string): string {
  if (HALF_TAG.test(before) && /^[A-Za-z/\s]/.test(after)) return '·';
  return JOINS_LEFT.test(before) && JOINS_RIGHT.test(after) ? ' ' : '';
}
