import { parentPort, workerData } from 'node:worker_threads';
import { answerRequest, type ReadAnswer, type ReadRequest, toFailure } from '../reading/messages.ts';
import { CatalogReader } from './reader.ts';
import { openForReading } from './schema.ts';

/** Milliseconds between two looks for a change while nobody asks: an old snapshot keeps the file from being tidied up. */
const IDLE_MS = 1000;

/** A read worker: one request at a time. SQLite blocks this thread and no other. */
const { path, quickly } = workerData as { path: string; quickly: number };
const send = (answer: ReadAnswer) => parentPort?.postMessage(answer);

try {
  const reader = new CatalogReader(openForReading(path), openForReading(path), { quickly, onOutdated: () => send({ kind: 'outdated' }) });
  reader.warm();
  parentPort?.on('message', (request: ReadRequest) => {
    try {
      send({ kind: 'answer', call: request.call, value: answerRequest(reader, request) });
    } catch (error) {
      send({ kind: 'failure', call: request.call, failure: toFailure(error) });
    }
  });
  setInterval(() => {
    try {
      reader.keepUp();
    } catch {
      // The next request meets the same fault and tells it.
    }
  }, IDLE_MS);
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'unusable', message: toFailure(error).message });
}
