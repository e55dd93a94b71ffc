import type { WorkerAnswer } from '../../threads/read-pool.ts';
import type { KnowledgeQuery } from '../knowledge.ts';
import type { DocumentFault } from './files.ts';

/** Where the worker's index comes from. */
export interface LocalSource {
  readonly kind: 'dir' | 'sqlite';
  readonly path: string;
}

/** What the worker is asked. */
export type Asked = { readonly kind: 'search'; readonly query: KnowledgeQuery } | { readonly kind: 'contents' };

/** What the index holds, told once at the start. */
export interface Contents {
  readonly domains: readonly KnowledgeQuery['domain'][];
  readonly faults: readonly DocumentFault[];
}

export type KnowledgeAnswer = WorkerAnswer<string>;
