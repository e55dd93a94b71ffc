import type { DatabaseSync } from 'node:sqlite';
import { dealingIn } from '../../language/dealings.ts';
import { fold } from '../../language/tokens.ts';
import type { Domain, KnowledgeQuery, Passage } from '../knowledge.ts';
import { saidShare, stepsOf } from './sayings.ts';
import { COLUMN_WEIGHTS } from './schema.ts';
import { type Word, wordsOf } from './words.ts';

/** Passages that are looked at closely; the rest has less of the question in it. */
const CANDIDATES = 60;
/**
 * What makes a passage an answer: a share of what the question asks for, weighed by rarity, where its title or keywords have
 * some of it; more where only its text has; or a saying among its keywords that is this much of the question.
 */
const ENOUGH = { titled: 0.45, untitled: 0.75, said: 0.5 } as const;
/** A passage worth less than this part of the best one is about something else. */
const NEAR_BEST = 0.6;
/** What counts beside the share of the question that a passage has: its title's share, a saying, and bm25. */
const WEIGHTS = { title: 0.5, said: 1, relevance: 0.25 } as const;
/** What a word counts for where a text says it in another way, and where it has only some of its characters. */
const ALIKE = 0.8;
const NEARLY = 0.5;
/** What other ways to say it count for in bm25, beside the question's own words. */
const ALIKE_RELEVANCE = 0.5;
/** Where a question names a matter, that counts for more than the thing it happened to. */
const MATTER = { named: 1.5, beside: 0.45 } as const;
/** How much less a passage in another language than the reader's is worth. */
const FOREIGN = 0.5;

interface Candidate {
  readonly no: number;
  /** Written in the reader's language. */
  readonly own: boolean;
  readonly relevance: number;
  /** Share of the question that is a saying of the passage's keywords. */
  readonly said: number;
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
   * Best first: the share of the question that a passage and its title have, more where a saying of its keywords is in the
   * question, bm25 between equals, own language before others. A passage with little of the question is none: "ask the
   * shop" is better than a rule about something else.
   */
  search({ query, domain, limit, locale }: KnowledgeQuery): Passage[] {
    const words = wordsOf(query).map((word) => this.#known(word, domain));
    const candidates = words.length === 0 ? [] : this.#candidates(words, { query, domain, locale });
    if (candidates.length === 0) return [];
    const dealing = dealingIn(fold(query));
    const covered = this.#coverage(words, domain, candidates);
    const most = Math.max(...candidates.map((each) => each.relevance));
    const ranked = candidates
      .map((each, index) => ({ ...each, ...(covered[index] ?? { share: 0, title: 0 }) }))
      // Rules near a matter are no answer about it: an offer that no text names is not made.
      .filter(({ passage, said }) => said >= ENOUGH.said || (dealing?.isIn(fold(`${passage.title} ${passage.text}`)) ?? true))
      .filter(({ share, title, said }) => said >= ENOUGH.said || share >= (title > 0 ? ENOUGH.titled : ENOUGH.untitled))
      .map(({ share, title, said, ...each }) => {
        const score = share + WEIGHTS.title * title + WEIGHTS.said * said + WEIGHTS.relevance * (most > 0 ? each.relevance / most : 0);
        return { ...each, said, score: score * (each.own ? 1 : FOREIGN) };
      })
      .sort((a, b) => b.score - a.score || a.no - b.no);
    // A passage found in two languages counts once, where its better one stands and in the reader's language.
    const best = new Map<string, (typeof ranked)[number]>();
    for (const each of ranked) {
      const held = best.get(each.passage.id);
      if (!held || (each.own && !held.own)) best.set(each.passage.id, each);
    }
    const least = NEAR_BEST * (ranked[0]?.score ?? 0);
    return [...best.values()].flatMap(({ passage, score }) => (score >= least ? [passage] : [])).slice(0, limit);
  }

  /** A word that no text has is asked for in the words of the texts. */
  #known(word: Word, domain: Domain): Word {
    return word.alike !== null && this.#having(word.own, domain).size === 0 ? { ...word, own: word.alike, alike: null } : word;
  }

  #candidates(words: readonly Word[], { query, domain, locale }: Omit<KnowledgeQuery, 'limit'>): Candidate[] {
    const rows = this.#db
      .prepare(
        `SELECT no, locale, json, sayings, -bm25(search, ${COLUMN_WEIGHTS}) AS relevance FROM search JOIN passage ON no = search.rowid
         WHERE search MATCH ? AND domain = ? ORDER BY relevance DESC LIMIT ${CANDIDATES}`,
      )
      .all(anyOf(words, true), domain);
    const ownWords = this.#relevance(anyOf(words, false));
    const question = stepsOf(query);
    return rows.map((row) => {
      const no = Number(row.no);
      return {
        no,
        own: language(String(row.locale)) === language(locale),
        relevance: (ownWords.get(no) ?? 0) + ALIKE_RELEVANCE * Number(row.relevance),
        said: saidShare(question, JSON.parse(String(row.sayings)) as string[]),
        passage: JSON.parse(String(row.json)) as Passage,
      };
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
    const named = words.some((word) => word.matter);
    for (const word of words) {
      const own = this.#having(word.own, domain);
      const alike = word.alike === null ? own : this.#having(word.alike, domain);
      const titles = this.#having(inTitle(word.own), domain);
      const alikeTitles = word.alike === null ? titles : this.#having(inTitle(word.alike), domain);
      const nearly = word.characters.map((each) => this.#having(each, domain));
      const rarity = Math.log(1 + total / (Math.max(own.size, alike.size) + 0.5));
      const weight = rarity * (!named ? 1 : word.matter ? MATTER.named : MATTER.beside);
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
