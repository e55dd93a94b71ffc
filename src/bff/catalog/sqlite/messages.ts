import type { SearchArguments } from '../../../protocol/search.ts';
import type { WorkerAnswer } from '../../threads/read-pool.ts';
import { SearchRefused } from '../engine.ts';

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
  readonly refused?: Pick<SearchRefused, 'code' | 'parameters' | 'choices'>;
}

export type ReadAnswer = WorkerAnswer<Failure>;

export function toFailure(error: unknown): Failure {
  if (error instanceof SearchRefused)
    return { message: error.message, refused: { code: error.code, parameters: error.parameters, choices: error.choices } };
  return { message: error instanceof Error ? error.message : String(error) };
}

export function fromFailure({ message, refused }: Failure): Error {
  return refused ? new SearchRefused(refused.code, message, refused.parameters, refused.choices) : new Error(message);
}
