import { parentPort, workerData } from 'node:worker_threads';
import { readDocuments } from './files.ts';
import type { Asked, Contents, KnowledgeAnswer, LocalSource } from './messages.ts';
import { KnowledgeReader } from './reader.ts';
import { indexInMemory, openKnowledgeFile } from './schema.ts';

/** A thread with one index in it. Reading a folder, filing it and searching it never block the server. */
const source = workerData as LocalSource;
const send = (answer: KnowledgeAnswer) => parentPort?.postMessage(answer);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function open(): { reader: KnowledgeReader; contents: Contents } {
  const { documents, faults } = source.kind === 'dir' ? readDocuments(source.path) : { documents: [], faults: [] };
  const reader = new KnowledgeReader(source.kind === 'dir' ? indexInMemory(documents) : openKnowledgeFile(source.path));
  return { reader, contents: { domains: reader.domains(), faults } };
}

try {
  const { reader, contents } = open();
  parentPort?.on('message', (asked: Asked & { readonly call: number }) => {
    try {
      send({ kind: 'answer', call: asked.call, value: asked.kind === 'search' ? reader.search(asked.query) : contents });
    } catch (error) {
      send({ kind: 'failure', call: asked.call, failure: messageOf(error) });
    }
  });
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'unusable', message: messageOf(error) });
}
