/** One record of a feed before anybody knows what its fields mean: an object, or why there is none. */
export type Row =
  | { readonly line: number; readonly value: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly fault: string };

/** A feed that cannot be read to its end. Nothing of it is imported: what follows the break is unknown. */
export class FeedBroken extends Error {
  override readonly name = 'FeedBroken';
}

/**
 * The longest record that is read, in UTF-16 code units; a longer one is passed over without being held in memory. Real
 * records with reviews and descriptions are under 200 KB.
 */
export const LONGEST_RECORD = 8 * 2 ** 20;

export const tooLong = `longer than ${LONGEST_RECORD / 2 ** 20} MiB: no product is; is a line break or a closing bracket missing?`;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
