import { parentPort, workerData } from 'node:worker_threads';
import { CatalogUnavailable } from '../engine.ts';
import { answerRequest, type ReadAnswer, type ReadRequest, toFailure } from '../reading/messages.ts';
import type { PostgresAddress } from './connection.ts';
import { PostgresReader } from './reader.ts';

/** What a worker is started with. */
export interface PostgresWorkerData {
  readonly address: PostgresAddress;
  readonly timeout: number;
  readonly quickly: number;
  /** False for one that takes the place of another: it is ready though the server is away, and says so to each call. */
  readonly mustConnect: boolean;
}

/** A read worker: one line, one request at a time; ordering and counting a whole category holds up no stream. */
const { address, timeout, quickly, mustConnect } = workerData as PostgresWorkerData;
const send = (answer: ReadAnswer) => parentPort?.postMessage(answer);
const reader = new PostgresReader(address, timeout, { quickly, onOutdated: () => send({ kind: 'outdated' }) });

async function answer(request: ReadRequest): Promise<void> {
  try {
    send({ kind: 'answer', call: request.call, value: await answerRequest(reader, request) });
  } catch (error) {
    send({ kind: 'failure', call: request.call, failure: toFailure(error) });
  }
}

try {
  await reader.warm().catch((error: unknown) => {
    if (mustConnect || !(error instanceof CatalogUnavailable)) throw error;
  });
  parentPort?.on('message', (request: ReadRequest) => void answer(request));
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'unusable', message: toFailure(error).message });
}
