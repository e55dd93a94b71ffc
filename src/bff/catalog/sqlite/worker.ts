import { parentPort, workerData } from 'node:worker_threads';
import { type ReadAnswer, type ReadRequest, toFailure } from './messages.ts';
import { CatalogReader } from './reader.ts';
import { openForReading } from './schema.ts';

/** A read worker: one connection, one request at a time. SQLite blocks this thread and no other. */
const { path } = workerData as { path: string };
const send = (answer: ReadAnswer) => parentPort?.postMessage(answer);

function answer(reader: CatalogReader, request: ReadRequest): unknown {
  switch (request.kind) {
    case 'search':
      return reader.search(request.search, request.locale, request.today);
    case 'items':
      return reader.items(request.ids, request.locale);
    case 'vocabulary':
      return reader.vocabulary();
    case 'revision':
      return reader.revision();
  }
}

try {
  const reader = new CatalogReader(openForReading(path));
  reader.warm();
  parentPort?.on('message', (request: ReadRequest) => {
    try {
      send({ kind: 'answer', call: request.call, value: answer(reader, request) });
    } catch (error) {
      send({ kind: 'failure', call: request.call, failure: toFailure(error) });
    }
  });
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'unusable', message: toFailure(error).message });
}
