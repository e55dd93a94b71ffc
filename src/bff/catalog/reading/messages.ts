import type { SearchArguments } from '../../../protocol/search.ts';
import type { WorkerAnswer } from '../../threads/read-pool.ts';
import { CatalogTimeout, CatalogUnavailable, SearchRefused } from '../engine.ts';

/** What a read worker is asked; `call` pairs it with its answer. */
export type ReadRequest = { readonly call: number } & (
  | { readonly kind: 'search'; readonly search: SearchArguments; readonly locale: string; readonly today: number }
  | { readonly kind: 'items'; readonly ids: readonly string[]; readonly locale: string }
  | { readonly kind: 'vocabulary' }
  | { readonly kind: 'revision' }
);

/** An error as it crosses a thread, where classes are lost. */
export interface Failure {
  readonly message: string;
  readonly kind?: 'unavailable' | 'late';
  readonly refused?: Pick<SearchRefused, 'code' | 'parameters' | 'choices'>;
}

export type ReadAnswer = WorkerAnswer<Failure>;

/** Primary codes of SQLite for a file that cannot be read: busy, locked, a fault of the disk, damaged, gone, no database. */
const UNREADABLE: ReadonlySet<number> = new Set([5, 6, 10, 11, 14, 15, 26]);

/** What SQLite says of its file; its words for a mistake in a query are not among them. */
function isUnreadable(error: unknown): boolean {
  const { errcode } = error instanceof Error ? (error as Error & { errcode?: unknown }) : {};
  return typeof errcode === 'number' && UNREADABLE.has(errcode & 0xff);
}

export function toFailure(error: unknown): Failure {
  if (error instanceof SearchRefused)
    return { message: error.message, refused: { code: error.code, parameters: error.parameters, choices: error.choices } };
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof CatalogUnavailable) return { message, kind: 'unavailable' };
  if (isUnreadable(error)) return { message: `the catalogue file cannot be read (${message})`, kind: 'unavailable' };
  return error instanceof CatalogTimeout ? { message, kind: 'late' } : { message };
}

export function fromFailure({ message, refused, kind }: Failure): Error {
  if (kind !== undefined) return kind === 'late' ? new CatalogTimeout(message) : new CatalogUnavailable(message);
  return refused ? new SearchRefused(refused.code, message, refused.parameters, refused.choices) : new Error(message);
}

/** What answers requests in a worker: values of its own, or promises of them. */
export interface Reader {
  search(search: SearchArguments, locale: string, today: number): unknown;
  items(ids: readonly string[], locale: string): unknown;
  vocabulary(): unknown;
  revision(): unknown;
}

export function answerRequest(reader: Reader, request: ReadRequest): unknown {
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
