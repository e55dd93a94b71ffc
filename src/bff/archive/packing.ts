import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Texts shorter than this are not worth a row of their own. */
const SHARED_FROM = 1000;

/** A run packed: what is its own, and the large texts it shares with thousands of others, by their digest. */
export interface Packed {
  readonly body: Uint8Array;
  readonly shared: ReadonlyMap<string, Uint8Array>;
}

interface Reference {
  readonly $aisle_shared: string;
}

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && '$aisle_shared' in value && typeof value.$aisle_shared === 'string';

const compress = (text: string): Uint8Array => zstdCompressSync(text);
const expand = (bytes: Uint8Array): string => zstdDecompressSync(bytes).toString('utf8');

interface SharedText {
  readonly digest: string;
  readonly bytes: Uint8Array;
}

/** Shared texts packed lately, latest last: the next run most likely has the same. */
const lately = new Map<string, SharedText>();
const LATELY = 32;

function sharedText(json: string): SharedText {
  const known = lately.get(json);
  if (known) return known;
  const made = { digest: createHash('sha256').update(json).digest('base64url'), bytes: compress(json) };
  lately.set(json, made);
  const [oldest] = lately.keys();
  if (lately.size > LATELY && oldest !== undefined) lately.delete(oldest);
  return made;
}

/**
 * Packs a value whose instructions and tool definitions (`request.tools`, texts of system messages) are the same in most runs:
 * each is kept once for the whole archive. The rest is compressed as one, so what steps repeat costs next to nothing.
 */
export function pack(value: unknown): Packed {
  const shared = new Map<string, Uint8Array>();
  const share = (part: unknown): unknown => {
    const json = JSON.stringify(part);
    if (json.length < SHARED_FROM) return part;
    const { digest, bytes } = sharedText(json);
    shared.set(digest, bytes);
    return { $aisle_shared: digest };
  };
  const body = JSON.stringify(value, (key, part: unknown) => {
    if (key === 'tools' && Array.isArray(part) && part.length > 0) return share(part);
    if (
      typeof part === 'object' &&
      part !== null &&
      'role' in part &&
      part.role === 'system' &&
      'text' in part &&
      typeof part.text === 'string'
    )
      return { ...part, text: share(part.text) };
    return part;
  });
  return { body: compress(body), shared };
}

/** Digests of the shared texts a packed run refers to, with the reading of its own. @throws whatever a damaged body causes */
export function unpack(body: Uint8Array): { readonly needs: readonly string[]; finish(shared: ReadonlyMap<string, Uint8Array>): unknown } {
  const json = expand(body);
  const needs = new Set<string>();
  JSON.parse(json, (_, part: unknown) => {
    if (isReference(part)) needs.add(part.$aisle_shared);
    return part;
  });
  return {
    needs: [...needs],
    finish: (shared) =>
      JSON.parse(json, (_, part: unknown) => {
        if (!isReference(part)) return part;
        const bytes = shared.get(part.$aisle_shared);
        if (!bytes) throw new Error('a shared text is missing');
        return JSON.parse(expand(bytes)) as unknown;
      }),
  };
}
