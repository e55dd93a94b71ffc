import * as v from 'valibot';
import { itemUrlSchema } from '../../../protocol/item.ts';
import { localeSchema } from '../../../protocol/locale.ts';
import { cleanText } from '../../language/hygiene.ts';
import { cleanPassage } from '../clean.ts';
import { type Domain, knowledgeDomains, PASSAGE_CHARS, type Passage } from '../knowledge.ts';
import { piecesOf, sectionsOf } from './markdown.ts';

/** One text of a knowledge base in one language, as a file or a line of JSON holds it. Fields not named here are ignored. */
export const documentSchema = v.object({
  /** Shared by the languages of a document. */
  id: v.pipe(v.string(), v.regex(/^[^\s,"'<>#]{1,128}$/, 'an id has 1 to 128 characters, no blank, comma, quote, #, < or >')),
  locale: localeSchema,
  domain: v.picklist(knowledgeDomains, `a domain is ${knowledgeDomains.join(', ')}`),
  title: v.pipe(v.string(), v.trim(), v.minLength(1, 'a title is needed')),
  /** Markdown. */
  text: v.pipe(v.string(), v.trim(), v.minLength(1, 'there is no text'), v.maxLength(1_000_000, 'more than 1 000 000 characters')),
  url: v.optional(itemUrlSchema),
  updated_at: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}/, 'a date is YYYY-MM-DD'))),
  /** Other words people ask with; searched like the title, never shown. */
  keywords: v.optional(v.string()),
});
export type Document = v.InferOutput<typeof documentSchema>;

/** A passage with what only the index needs. */
export interface FiledPassage {
  readonly passage: Passage;
  readonly locale: string;
  readonly domain: Domain;
  readonly keywords: string;
}

/** A document as passages: one per section, a long one in pieces. Ids are the document's with the number of the piece. */
export function passagesOf(document: Document): FiledPassage[] {
  const { id, locale, domain, title, url, updated_at, keywords = '' } = document;
  const pieces = sectionsOf(cleanText(document.text)).flatMap(({ heading, text }) =>
    piecesOf(text, PASSAGE_CHARS).map((piece) => ({
      title: heading === '' || heading === title ? title : `${title} · ${heading}`,
      text: piece,
    })),
  );
  return pieces.flatMap((piece, index) => {
    const passage = cleanPassage({ id: pieces.length === 1 ? id : `${id}#${index + 1}`, ...piece, url, domain, updated_at });
    return passage ? [{ passage, locale, domain, keywords }] : [];
  });
}
