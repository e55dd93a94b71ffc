/** A JSON object whose fields nobody has checked yet. */
export type Fields = { readonly [name: string]: unknown };

/** The value as an object with fields; undefined for arrays, null and everything else. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
