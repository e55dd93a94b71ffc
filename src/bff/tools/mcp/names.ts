import { createHash } from 'node:crypto';

/** Longest name that every provider takes. */
const MAX_NAME = 64;
const HASH = 6;

/** Names of Aisle's own tools. Taken even where the shop has not connected them: the guard and the prompt know them. */
export const ownToolNames: ReadonlySet<string> = new Set([
  'search_db',
  'get_item',
  'compare_items',
  'knowledge_search',
  'order_query',
  'logistics_query',
]);

const fingerprint = (server: string, tool: string): string =>
  createHash('sha256')
    .update(JSON.stringify([server, tool]))
    .digest('hex')
    .slice(0, HASH);

/**
 * The name a model calls a remote tool by: `<server>_<tool>`. One that had to be changed, is too long or is taken ends in a
 * fingerprint, so that two tools never share a name and a tool keeps its name from one start to the next.
 * @returns null where the plain name is reserved: a tool must not pass for one of ours.
 */
export function modelToolName(
  server: string,
  tool: string,
  { reserved, taken }: { reserved: ReadonlySet<string>; taken: ReadonlySet<string> },
): string | null {
  const safe = tool
    .normalize('NFKC')
    .replace(/[^A-Za-z0-9-]+/g, '_')
    .replace(/^_|_$/g, '');
  const plain = `${server}_${safe}`;
  // Compared without case and strokes: a model reads `Search-DB` as `search_db`.
  const folded = (name: string): string => name.toLowerCase().replace(/[-_]+/g, '_');
  const names = new Set([...reserved].map(folded));
  if (names.has(folded(plain)) || names.has(folded(safe)) || reserved.has(tool)) return null;
  if (safe === tool && plain.length <= MAX_NAME && !taken.has(plain)) return plain;
  const short = `${plain.slice(0, MAX_NAME - HASH - 1).replace(/_+$/, '')}_${fingerprint(server, tool)}`;
  return taken.has(short) ? null : short;
}
