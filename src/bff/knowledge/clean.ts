import { isItemUrl } from '../../protocol/item.ts';
import { promptText } from '../language/hygiene.ts';
import { PASSAGE_CHARS, type Passage, TITLE_CHARS } from './knowledge.ts';

/** Characters of an id. */
const ID_CHARS = 160;

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text));

/** A passage before it was looked at. */
export type RawPassage = { readonly [K in keyof Passage]: K extends 'domain' ? Passage[K] : Passage[K] | undefined };

/**
 * A passage as a prompt may hold it (G12, G14): texts cleaned and bounded, an address or date that is none left out.
 * @returns null where no id or no text is left.
 */
export function cleanPassage({ id = '', title = '', text = '', url, domain, updated_at }: RawPassage): Passage | null {
  const clean = { id: promptText(id, ID_CHARS), title: promptText(title, TITLE_CHARS), text: promptText(text, PASSAGE_CHARS) };
  if (clean.id === '' || clean.text === '') return null;
  return {
    ...clean,
    domain,
    ...(url !== undefined && isItemUrl(url) ? { url } : {}),
    ...(updated_at !== undefined && isDate(updated_at) ? { updated_at: updated_at.slice(0, 32) } : {}),
  };
}
