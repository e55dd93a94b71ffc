import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { ArchiveUnusable } from '../archive.ts';
import type { Row, Sql, SqlValue } from '../sql.ts';
import { LAYOUT, TABLES } from '../tables.ts';

const SEARCH = `CREATE VIRTUAL TABLE search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '._'"
);`;

const quoted = (token: string): string => `"${token.replaceAll('"', '""')}"`;

function create(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const db = new DatabaseSync(path);
  // Erased words are overwritten, and not only let go of.
  db.exec(
    'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000; PRAGMA secure_delete = ON;',
  );
  db.exec('BEGIN IMMEDIATE');
  if (db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'meta'").get()?.n === 0) {
    const tables = TABLES.replaceAll('{bytes}', 'BLOB').replaceAll('{real}', 'REAL').replaceAll('{key}', 'INTEGER PRIMARY KEY');
    db.exec(`${tables} ${SEARCH} INSERT INTO meta VALUES ('layout', '${LAYOUT}');`);
  }
  db.exec('COMMIT');
  return db;
}

/**
 * A line to an archive in one SQLite file, made where there is none unless it is only read.
 * @throws ArchiveUnusable
 */
export function openSqliteLine(path: string, { readOnly = false } = {}): Sql {
  let db: DatabaseSync;
  try {
    if (readOnly && !existsSync(path)) throw new ArchiveUnusable(`there is no archive at ${path}`);
    db = readOnly ? new DatabaseSync(path, { readOnly }) : create(path);
    db.exec('PRAGMA busy_timeout = 10000; PRAGMA cache_size = -64000; PRAGMA mmap_size = 1073741824;');
    const layout = db.prepare("SELECT value FROM meta WHERE key = 'layout'").get()?.value;
    if (layout !== LAYOUT)
      throw new ArchiveUnusable(`the archive at ${path} was written by another version: move it away, a new one is begun`);
  } catch (error) {
    if (error instanceof ArchiveUnusable) throw error;
    throw new ArchiveUnusable(`the archive at ${path} cannot be opened: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  const statements = new Map<string, StatementSync>();
  const all = async (sql: string, ...values: readonly SqlValue[]): Promise<readonly Row[]> => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      if (statements.size > 200) statements.clear();
      statements.set(sql, statement);
    }
    return statement.all(...values);
  };
  return {
    name: 'sqlite',
    all,
    async transaction(work) {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = await work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    // One transaction writes at a time as it is.
    lockConversation: async () => undefined,
    async index(no, tokens) {
      await all('INSERT INTO search (rowid, words) VALUES (?, ?)', no, tokens.join(' '));
    },
    async unindex(nos) {
      for (const no of nos) await all('DELETE FROM search WHERE rowid = ?', no);
    },
    words: (terms) => ({
      sql: 'run.no IN (SELECT rowid FROM search WHERE search MATCH ?)',
      value: terms.map((any) => `(${any.map((tokens) => `(${tokens.map(quoted).join(' AND ')})`).join(' OR ')})`).join(' AND '),
    }),
    listed: (column) => `json_group_array(${column})`,
    async scrub() {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    async close() {
      db.close();
    },
  };
}
