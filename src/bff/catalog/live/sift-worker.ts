import { parentPort } from 'node:worker_threads';
import type { Item } from '../../../protocol/item.ts';
import type { Vocabulary } from '../engine.ts';
import { type ReadAnswer, toFailure } from '../reading/messages.ts';
import { CatalogReader } from '../sqlite/reader.ts';
import { openForWriting, setMeta } from '../sqlite/schema.ts';
import { CatalogWriter } from '../sqlite/writer.ts';
import type { SiftRequest } from './messages.ts';

/**
 * Judges items that a shop has just sent by the rules of a catalogue of our own: they are put into one in memory, in the order
 * they came, and searched there. It lives as long as the call.
 */
function answer(request: SiftRequest): unknown {
  const db = openForWriting(':memory:');
  try {
    db.exec('BEGIN');
    const writer = new CatalogWriter(db);
    const { items } = request;
    // The shop's order is its word on relevance: it stands where a catalogue has how much an item is asked for.
    for (const [index, item] of items.entries()) writer.put({ ...item, popularity: items.length - index });
    writer.finish();
    setMeta(db, 'revision', request.revision);
    db.exec('COMMIT');
    const reader = new CatalogReader(db);
    if (request.kind === 'vocabulary') return reader.vocabulary() satisfies Vocabulary;
    const result = reader.search(request.search, request.locale, request.today);
    return { ...result, items: asSent(result.items, items) };
  } finally {
    db.close();
  }
}

function asSent(found: readonly Item[], sent: readonly Item[]): Item[] {
  return found.flatMap((item) => sent.findLast((each) => each.id === item.id && each.locale === item.locale) ?? []);
}

const send = (message: ReadAnswer) => parentPort?.postMessage(message);
parentPort?.on('message', (request: SiftRequest) => {
  try {
    send({ kind: 'answer', call: request.call, value: answer(request) });
  } catch (error) {
    send({ kind: 'failure', call: request.call, failure: toFailure(error) });
  }
});
send({ kind: 'ready' });
