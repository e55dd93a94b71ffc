/** What a column holds and a parameter is. */
export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/**
 * One line to a database. Statements are written once for both: parameters as `?`, upserts by `ON CONFLICT`, no functions
 * that only one has; what differs stands here.
 */
export interface Sql {
  readonly name: 'sqlite' | 'postgres';
  /** Runs a statement. @throws ArchiveDown */
  all(sql: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Everything or nothing; writers wait for each other. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  /** Holds other writers of the same conversation back until the transaction ends. */
  lockConversation(conversation_id: string): Promise<void>;
  /** Files the words of a run. */
  index(no: number, tokens: readonly string[]): Promise<void>;
  unindex(nos: readonly number[]): Promise<void>;
  /** A condition on `run.no`, with its parameter: each word by one of its alternatives, each of those with all of its tokens. */
  words(terms: readonly (readonly (readonly string[])[])[]): { readonly sql: string; readonly value: string };
  /** An aggregate: a column of the rows as a JSON list. */
  listed(column: string): string;
  /** Takes what was erased off the disk, as far as the database can. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** A bytes column as both drivers bring it. */
export function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error('a column of bytes holds something else');
}

/** A count or sum as both drivers bring it: PostgreSQL's bigints come as text. */
export const numberOf = (value: unknown): number => Number(value ?? 0);
