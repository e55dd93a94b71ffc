import { ArchiveDown, BadCursor, type RunArchive, RunUnreadable } from './archive.ts';

/** What a thread of the archive is asked. */
export interface ArchiveCall {
  readonly method: Exclude<keyof RunArchive, 'name' | 'close'>;
  readonly args: readonly unknown[];
}

/** An error as it crosses the thread: classes do not. */
export interface ArchiveFailure {
  readonly name: string;
  readonly message: string;
}

export const toFailure = (error: unknown): ArchiveFailure =>
  error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };

/** The error again, of its class. */
export function fromFailure({ name, message }: ArchiveFailure): Error {
  if (name === 'ArchiveDown') return new ArchiveDown(message);
  if (name === 'BadCursor') return new BadCursor(message);
  if (name === 'RunUnreadable') return Object.assign(new RunUnreadable(''), { message });
  return Object.assign(new Error(message), { name });
}
