import type { DatabaseSync } from 'node:sqlite';
import type { Domain, KnowledgeQuery, Passage } from '../knowledge.ts';
import { COLUMN_WEIGHTS } from './schema.ts';
import { type Word, wordsOf } from './words.ts';

/** Passages that are looked at closely; the rest has less of the question in it. */
const CANDIDATES = 40;
/** Share of what a question asks for, weighed by rarity, that a passage must have to be an answer to it. */
const ENOUGH = 0.34;
/** What a word counts for of which a text has the characters, but not together. */
const NEARLY = 0.5;
/** How much less a passage in another language than the reader's is worth. */
const FOREIGN = 0.5;

interface Candidate {
  readonly no: number;
  readonly relevance: number;
  readonly locale: string;
  readonly passage: Passage;
}

const language = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? '';

/** Answers searches on one connection. Blocks its thread. */
export class KnowledgeReader {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  domains(): Domain[] {
    return this.#db
      .prepare('SELECT DISTINCT domain FROM passage ORDER BY domain')
      .all()
      .map((row) => String(row.domain) as Domain);
  }

  /** Best first: bm25 with titles weighing more, times the share of the question that a passage has; own language before others. */
  search({ query, domain, limit, locale }: KnowledgeQuery): Passage[] {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const candidates = this.#candidates(words, domain);
    if (candidates.length === 0) return [];
    const covered = this.#coverage(words, domain, candidates);
    const ranked = candidates
      .map((each, index) => ({ ...each, covered: covered[index] ?? 0 }))
      .filter((each) => each.covered >= ENOUGH)
      .map((each) => ({ ...each, score: each.relevance * each.covered * (language(each.locale) === language(locale) ? 1 : FOREIGN) }))
      .sort((a, b) => b.score - a.score || a.no - b.no);
    const best = new Map<string, Passage>();
    for (const { passage } of ranked) if (!best.has(passage.id)) best.set(passage.id, passage);
    return [...best.values()].slice(0, limit);
  }

  #candidates(words: readonly Word[], domain: Domain): Candidate[] {
    const any = words.flatMap((word) => [word.exact, ...word.characters]).join(' OR ');
    return this.#db
      .prepare(
        `SELECT no, locale, json, -bm25(search, ${COLUMN_WEIGHTS}) AS relevance FROM search JOIN passage ON no = search.rowid
         WHERE search MATCH ? AND domain = ? ORDER BY relevance DESC LIMIT ${CANDIDATES}`,
      )
      .all(any, domain)
      .map((row) => ({
        no: Number(row.no),
        relevance: Number(row.relevance),
        locale: String(row.locale),
        passage: JSON.parse(String(row.json)) as Passage,
      }));
  }

  /** For each candidate the share of the words it has, rare ones counting more. */
  #coverage(words: readonly Word[], domain: Domain, candidates: readonly Candidate[]): number[] {
    const total = Number(this.#db.prepare('SELECT count(*) AS n FROM passage WHERE domain = ?').get(domain)?.n ?? 0);
    const sums = candidates.map(() => 0);
    let weights = 0;
    for (const word of words) {
      const having = this.#having(word.exact, domain);
      const weight = Math.log(1 + total / (having.size + 0.5));
      weights += weight;
      const nearly = word.characters.map((each) => this.#having(each, domain));
      for (const [index, { no }] of candidates.entries())
        sums[index] = (sums[index] ?? 0) + weight * (having.has(no) ? 1 : NEARLY * shareOf(nearly, no));
    }
    return sums.map((sum) => sum / weights);
  }

  #having(match: string, domain: Domain): Set<number> {
    const row = this.#db
      .prepare('SELECT json_group_array(no) AS found FROM search JOIN passage ON no = search.rowid WHERE search MATCH ? AND domain = ?')
      .get(match, domain);
    return new Set(JSON.parse(String(row?.found ?? '[]')) as number[]);
  }
}

const shareOf = (sets: readonly ReadonlySet<number>[], no: number): number =>
  sets.length === 0 ? 0 : sets.filter((set) => set.has(no)).length / sets.length;
