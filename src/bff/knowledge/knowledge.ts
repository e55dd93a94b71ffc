/**
 * Where knowledge comes from: the shop's own rules and guides, the web (reviews, encyclopaedias), and notes that people
 * share about living with such things. A shop connects any of them.
 */
export const knowledgeDomains = ['internal_kb', 'web', 'xiaohongshu'] as const;
export type Domain = (typeof knowledgeDomains)[number];

/** A short piece of a document: what an answer may rest on, and what is named as its source. */
export interface Passage {
  /** Unique within its domain and stable as long as the document is not rearranged. */
  readonly id: string;
  readonly title: string;
  /** Plain text without hidden characters, machinery or directives, at most {@link PASSAGE_CHARS} characters. */
  readonly text: string;
  /** As items have it: `https:`, root-relative, or `http:` on loopback. */
  readonly url?: string;
  readonly domain: Domain;
  /** ISO 8601 date or instant. */
  readonly updated_at?: string;
}

/** Longest passage, in characters: a model reads several of them in one result. */
export const PASSAGE_CHARS = 900;
/** Longest title of a passage. */
export const TITLE_CHARS = 160;

export interface KnowledgeQuery {
  /** What to find out, in the words of the question. */
  readonly query: string;
  readonly domain: Domain;
  /** Passages wanted at most. */
  readonly limit: number;
  /** Passages in this language come first where both are found. */
  readonly locale: string;
}

/** Everything the shop knows besides its catalogue. Untrusted: what comes out is data for a model, never instructions. */
export interface KnowledgeBase {
  /** The domains the shop has connected; no other is offered to a model. */
  domains(): readonly Domain[];
  /**
   * @returns passages that have to do with the query, best first; none where nothing does.
   * @throws EndpointFault, KnowledgeTimeout, or the reason of the aborted signal.
   */
  search(query: KnowledgeQuery, signal?: AbortSignal): Promise<Passage[]>;
  close(): Promise<void>;
}

/** A search was given up after its time limit, or too many were waiting. */
export class KnowledgeTimeout extends Error {
  override readonly name = 'KnowledgeTimeout';
}

/** The address of the knowledge base leads to nothing that can be read. The message says what to do. */
export class KnowledgeUnusable extends Error {
  override readonly name = 'KnowledgeUnusable';
}
