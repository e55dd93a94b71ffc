import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { SearchArguments } from '../../protocol/search.ts';
import { SearchRefused } from './engine.ts';

const cursorSchema = v.object({ r: v.string(), s: v.string(), o: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** What a search asks for, as a short digest: paging left out, so that the next page is the same search. */
function digest({ cursor: _cursor, limit: _limit, direct: _direct, ...wanted }: SearchArguments): string {
  const canonical = JSON.stringify(wanted, sortedKeys(wanted));
  return createHash('sha256').update(canonical).digest('base64url').slice(0, 16);
}

function sortedKeys(value: unknown): string[] {
  const keys = new Set<string>();
  JSON.stringify(value, (key, inner: unknown) => {
    keys.add(key);
    return inner;
  });
  return [...keys].sort();
}

/** Where the next page of a search begins, for one revision of the catalogue. Opaque to everybody else. */
export function encodeCursor(search: SearchArguments, revision: string, offset: number): string {
  return Buffer.from(JSON.stringify({ r: revision, s: digest(search), o: offset })).toString('base64url');
}

/**
 * The offset a search continues at; 0 without a cursor.
 * @throws SearchRefused `bad_cursor` when it belongs to another search or revision, or is none at all.
 */
export function readCursor(search: SearchArguments, revision: string): number {
  if (search.cursor === undefined) return 0;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(search.cursor, 'base64url').toString('utf8'));
  } catch {
    value = undefined;
  }
  const parsed = v.safeParse(cursorSchema, value);
  if (!parsed.success || parsed.output.r !== revision || parsed.output.s !== digest(search))
    throw new SearchRefused('bad_cursor', 'the cursor belongs to another search or an older catalogue; search again without it', [
      'cursor',
    ]);
  return parsed.output.o;
}
