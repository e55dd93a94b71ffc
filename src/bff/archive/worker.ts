import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerAnswer } from '../threads/read-pool.ts';
import type { RunArchive } from './archive.ts';
import { type ArchiveCall, type ArchiveFailure, toFailure } from './messages.ts';
import { archiveOver, openLine } from './sql-archive.ts';

/** A thread with one line to the archive, one call at a time: redaction, packing and SQLite block nobody else. */
const { url, readOnly } = workerData as { readonly url: string; readonly readOnly: boolean };
const send = (answer: WorkerAnswer<ArchiveFailure>): void => parentPort?.postMessage(answer);

/**
 * Nobody waits for a run to be kept, and everybody for the thread that answers. Linux takes the number 0 for the calling thread alone;
 * elsewhere it is the whole process.
 */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, constants.priority.PRIORITY_LOW);
  } catch {
    // A sandbox that forbids it: the archive works all the same.
  }
}

if (!readOnly) giveWay();

try {
  const archive: RunArchive = archiveOver(await openLine(url, { readOnly }));
  parentPort?.on('message', async ({ method, args, call }: ArchiveCall & { readonly call: number }) => {
    try {
      const value = await (archive[method] as (...given: readonly unknown[]) => Promise<unknown>)(...args);
      send({ kind: 'answer', call, value });
    } catch (error) {
      send({ kind: 'failure', call, failure: toFailure(error) });
    }
  });
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'unusable', message: toFailure(error).message });
}
