import { DatabaseSync } from 'node:sqlite';
import { CatalogUnavailable } from '../engine.ts';

/** Milliseconds a write waits for the one before it: as long as it takes to put a large catalogue in its place. */
const WAIT_MS = 30_000;

/**
 * Keeps other writers of a catalogue file out, whatever process they are in, until the function it gives is called, or the process
 * ends. SQLite's own lock does not do: it is taken anew by the copying of a whole catalogue into its place, and what was put just
 * before that would be lost. The lock is one of `<path>.lock`, which stays empty.
 * @throws CatalogUnavailable when another holds it too long.
 */
export function lockForWriting(path: string): () => void {
  const db = new DatabaseSync(`${path}.lock`);
  try {
    db.exec(`PRAGMA busy_timeout = ${WAIT_MS}; BEGIN EXCLUSIVE`);
  } catch (cause) {
    db.close();
    throw new CatalogUnavailable('another import is writing to the catalogue', { cause });
  }
  // Closing ends the transaction, and with it the lock.
  return () => db.close();
}
