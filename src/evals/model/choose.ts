import type { NamedCase } from './sets.ts';

/** Cases to play. `only`: of this kind, or with this in their id; `limit`: the first so many of those. */
export function chooseCases(
  cases: readonly NamedCase[],
  { only, limit }: { readonly only: string | undefined; readonly limit: number | undefined },
): readonly NamedCase[] {
  return cases.filter(({ kind, test }) => only === undefined || kind === only || test.id.includes(only)).slice(0, limit);
}

/** Ids by kind, in the order of the sets. */
function byKind(cases: readonly NamedCase[]): Map<string, string[]> {
  const kinds = new Map<string, string[]>();
  for (const { kind, test } of cases) kinds.set(kind, [...(kinds.get(kind) ?? []), test.id]);
  return kinds;
}

/** "edit (14), film (8)". */
export const kindsText = (cases: readonly NamedCase[]): string =>
  [...byKind(cases)].map(([kind, ids]) => `${kind} (${ids.length})`).join(', ');

/** Each kind with its ids under it. */
export const listText = (cases: readonly NamedCase[]): string =>
  [...byKind(cases)].map(([kind, ids]) => [`${kind} (${ids.length})`, ...ids.map((id) => `  ${id}`)].join('\n')).join('\n');
