/**
 * Characters that are never shown and never matched (guard contract G14): C0 and C1 controls but tab and line feed,
 * bidirectional overrides and isolates, zero-width spaces and byte-order marks, soft hyphens, interlinear marks, and
 * the tag block U+E0000–E007F. Emoji joiners (U+200D) and Persian non-joiners (U+200C) are not among them.
 */
const HIDDEN = String.raw`\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u180E\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}`;
const hiddenAnywhere = new RegExp(`[${HIDDEN}]`, 'u');
const hiddenAll = new RegExp(`[${HIDDEN}]`, 'gu');

/** Whether a text holds a character that {@link displayText} would take out. */
export function hasHidden(text: string): boolean {
  return hiddenAnywhere.test(text) || !text.isWellFormed();
}

/** A text as it may be shown: hidden characters out, lone surrogates as U+FFFD. Line ends become `\n`. */
export function displayText(text: string): string {
  if (!hasHidden(text)) return text;
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(hiddenAll, '');
}
