import type { DatabaseSync } from 'node:sqlite';
import type { Domain, KnowledgeQuery, Passage } from '../knowledge.ts';
import { COLUMN_WEIGHTS } from './schema.ts';
import { type Word, wordsOf } from './words.ts';

/** Passages that are looked at closely; the rest has less of the question in it. */
const CANDIDATES = 60;
/** Share of what a question asks for, weighed by rarity, that a passage must have to be an answer to it. */
const ENOUGH = 0.4;
/** What a word counts for where a text says it in another way, and where it has only some of its characters. */
const ALIKE = 0.8;
const NEARLY = 0.5;
/** What other ways to say it count for in bm25, beside the question's own words. */
const ALIKE_RELEVANCE = 0.5;
/** How much less a passage in another language than the reader's is worth. */
const FOREIGN = 0.5;

interface Candidate {
  readonly no: number;
  /** Written in the reader's language. */
  readonly own: boolean;
  readonly score: number;
  readonly passage: Passage;
}

/** Shares from 0 to 1. */
interface Covered {
  share: number;
  title: number;
}

const language = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? '';
const anyOf = (words: readonly Word[], alike: boolean): string =>
  words.flatMap((word) => [word.own, ...(alike && word.alike ? [word.alike] : []), ...word.characters]).join(' OR ');
const inTitle = (expression: string): string => `{title title_words title_characters} : (${expression})`;

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

  /**
   * Best first: bm25 with titles weighing more, times the share of the question that a passage and its title have, own
   * language before others. A passage with little of the question is none: "ask the shop" is better than a rule about
   * something else.
   */
  search({ query, domain, limit, locale }: KnowledgeQuery): Passage[] {
    const words = wordsOf(query).map((word) => this.#known(word, domain));
    const candidates = words.length === 0 ? [] : this.#candidates(words, domain, locale);
    if (candidates.length === 0) return [];
    const covered = this.#coverage(words, domain, candidates);
    const ranked = candidates
      .map((each, index) => ({ ...each, ...(covered[index] ?? { share: 0, title: 0 }) }))
      .filter(({ share }) => share >= ENOUGH)
      .map(({ share, title, ...each }) => ({ ...each, score: each.score * share * (1 + title) }))
      .sort((a, b) => b.score - a.score || a.no - b.no);
    // A passage found in two languages counts once, where its better one stands and in the reader's language.
    const best = new Map<string, Candidate>();
    for (const each of ranked) {
      const held = best.get(each.passage.id);
      if (!held || (each.own && !held.own)) best.set(each.passage.id, each);
    }
    return [...best.values()].slice(0, limit).map(({ passage }) => passage);
  }

  /** A word that no text has is asked for in the words of the texts. */
  #known(word: Word, domain: Domain): Word {
    return word.alike !== null && this.#having(word.own, domain).size === 0 ? { ...word, own: word.alike, alike: null } : word;
  }

  #candidates(words: readonly Word[], domain: Domain, locale: string): Candidate[] {
    const rows = this.#db
      .prepare(
        `SELECT no, locale, json, -bm25(search, ${COLUMN_WEIGHTS}) AS relevance FROM search JOIN passage ON no = search.rowid
         WHERE search MATCH ? AND domain = ? ORDER BY relevance DESC LIMIT ${CANDIDATES}`,
      )
      .all(anyOf(words, true), domain);
    const ownWords = this.#relevance(anyOf(words, false));
    return rows.map((row) => {
      const no = Number(row.no);
      const relevance = (ownWords.get(no) ?? 0) + ALIKE_RELEVANCE * Number(row.relevance);
      const isOwn = language(String(row.locale)) === language(locale);
      return { no, own: isOwn, score: relevance * (isOwn ? 1 : FOREIGN), passage: JSON.parse(String(row.json)) as Passage };
    });
  }

  #relevance(match: string): Map<number, number> {
    const rows = this.#db
      .prepare(`SELECT rowid AS no, -bm25(search, ${COLUMN_WEIGHTS}) AS relevance FROM search WHERE search MATCH ?`)
      .all(match);
    return new Map(rows.map((row) => [Number(row.no), Number(row.relevance)]));
  }

  /** For each candidate the share of the question that it has, and that its title has; rare words count more. */
  #coverage(words: readonly Word[], domain: Domain, candidates: readonly Candidate[]): Covered[] {
    const total = Number(this.#db.prepare('SELECT count(*) AS n FROM passage WHERE domain = ?').get(domain)?.n ?? 0);
    const sums = candidates.map(() => ({ share: 0, title: 0 }));
    let weights = 0;
    for (const word of words) {
      const own = this.#having(word.own, domain);
      const alike = word.alike === null ? own : this.#having(word.alike, domain);
      const titles = this.#having(inTitle(word.own), domain);
      const alikeTitles = word.alike === null ? titles : this.#having(inTitle(word.alike), domain);
      const nearly = word.characters.map((each) => this.#having(each, domain));
      const weight = Math.log(1 + total / (Math.max(own.size, alike.size) + 0.5));
      weights += weight;
      for (const [index, { no }] of candidates.entries()) {
        const sum = sums[index] as Covered;
        sum.share += weight * (own.has(no) ? 1 : alike.has(no) ? ALIKE : NEARLY * shareOf(nearly, no));
        sum.title += weight * (titles.has(no) ? 1 : alikeTitles.has(no) ? ALIKE : 0);
      }
    }
    return sums.map(({ share, title }) => ({ share: share / weights, title: title / weights }));
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
