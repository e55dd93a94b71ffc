import { Worker } from 'node:worker_threads';
import { ReadPool } from '../../threads/read-pool.ts';
import { type KnowledgeBase, KnowledgeTimeout, KnowledgeUnusable, type Passage } from '../knowledge.ts';
import type { DocumentFault } from './files.ts';
import type { Asked, Contents, LocalSource } from './messages.ts';

export interface LocalOptions {
  readonly source: LocalSource;
  /** Milliseconds after which a search is given up. */
  readonly timeout?: number;
  /** Told of each file or line that was passed over. */
  readonly onFault?: (fault: DocumentFault) => void;
}

/**
 * Passages of this machine, searched in a thread.
 * @throws KnowledgeUnusable when the folder or file cannot be read or holds no document.
 */
export async function openLocalKnowledge({ source, timeout = 3000, onFault }: LocalOptions): Promise<KnowledgeBase> {
  const pool = await ReadPool.open<Asked, string>({
    workers: 1,
    timeout,
    start: () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: source }),
    errors: {
      late: (message) => new KnowledgeTimeout(message),
      unusable: (message) => new KnowledgeUnusable(message),
      failed: (message) => new Error(message),
    },
  });
  const { domains, faults } = await pool.call<Contents>({ kind: 'contents' });
  for (const fault of faults) onFault?.(fault);
  if (domains.length === 0) {
    await pool.close();
    throw new KnowledgeUnusable(
      `${source.path} holds no document that can be used${faults[0] ? `: ${faults[0].file}: ${faults[0].reason}` : ''}`,
    );
  }
  return {
    domains: () => domains,
    search: (query, signal) => pool.call<Passage[]>({ kind: 'search', query }, signal),
    close: () => pool.close(),
  };
}
