import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { hanCharacters, hanWords, searchTokens } from '../../language/tokens.ts';
import { KnowledgeUnusable } from '../knowledge.ts';
import { type Document, type FiledPassage, passagesOf } from './document.ts';
import { sayingsOf } from './sayings.ts';

/** Raised when the tables or what is filed in them changes; a file of another version is imported again. */
const VERSION = 2;

/** `search` holds tokens, not texts: words and pairs of characters as the catalogue has them, and single Han characters. */
const TABLES = `
CREATE TABLE passage (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL, locale TEXT NOT NULL, domain TEXT NOT NULL, json TEXT NOT NULL,
  sayings TEXT NOT NULL, UNIQUE (id, locale)
);
CREATE INDEX passage_domain ON passage (domain);
CREATE VIRTUAL TABLE search USING fts5 (
  title, title_words, body, body_words, title_characters, characters,
  content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '._'"
);
PRAGMA user_version = ${VERSION};
`;

/** bm25 weights in the order of the columns of `search`: titles over texts over single characters. */
export const COLUMN_WEIGHTS = '8.0, 5.0, 2.0, 2.0, 1.0, 0.3';

function fill(db: DatabaseSync, documents: readonly Document[]): number {
  const passage = db.prepare('INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)');
  const search = db.prepare(
    'INSERT INTO search (rowid, title, title_words, body, body_words, title_characters, characters) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  let no = 0;
  for (const filed of documents.flatMap(passagesOf)) {
    no += 1;
    passage.run(no, filed.passage.id, filed.locale, filed.domain, JSON.stringify(filed.passage), JSON.stringify(sayingsOf(filed.keywords)));
    search.run(no, ...columnsOf(filed));
  }
  return no;
}

function columnsOf({ passage, keywords }: FiledPassage): string[] {
  const title = `${passage.title}\n${keywords}`;
  const { text } = passage;
  return [
    searchTokens(title),
    hanWords(title),
    searchTokens(text),
    hanWords(text),
    hanCharacters(title),
    [...new Set(hanCharacters(text))],
  ].map((tokens) => tokens.join(' '));
}

/** An index of these documents that lives as long as its connection. */
export function indexInMemory(documents: readonly Document[]): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec(TABLES);
  db.exec('BEGIN');
  fill(db, documents);
  db.exec('COMMIT');
  return db;
}

/**
 * Makes the documents the whole content of a knowledge file, in one transaction: readers see the old one or the new one.
 * @returns how many passages the documents came to.
 */
export function writeKnowledge(path: string, documents: readonly Document[]): number {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL;');
    db.exec('BEGIN IMMEDIATE; DROP TABLE IF EXISTS passage; DROP TABLE IF EXISTS search;');
    db.exec(TABLES);
    const passages = fill(db, documents);
    db.exec('COMMIT');
    return passages;
  } finally {
    db.close();
  }
}

/** @throws KnowledgeUnusable */
export function openKnowledgeFile(path: string): DatabaseSync {
  const help = 'import the documents again: node scripts/import-knowledge.ts --to sqlite:<path> <folder>';
  if (!existsSync(path)) throw new KnowledgeUnusable(`there is no file ${path}; ${help}`);
  const db = new DatabaseSync(path, { readOnly: true });
  let version: unknown;
  try {
    db.exec('PRAGMA busy_timeout = 1000;');
    version = db.prepare('PRAGMA user_version').get()?.user_version;
  } catch (cause) {
    throw new KnowledgeUnusable(`${path} is no knowledge file; ${help}`, { cause });
  }
  if (version !== VERSION) throw new KnowledgeUnusable(`${path} is no knowledge file of this version; ${help}`);
  return db;
}
