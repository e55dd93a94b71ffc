import { type Result, scoreOf } from '../result.ts';
import type { Results } from '../results-file.ts';
import { byGroup, type Summary, summarise } from '../summary.ts';

/** A case that passes in one file and not in the other. */
export interface Change {
  readonly id: string;
  readonly group: string;
  /** Runs that pass, of those played. */
  readonly a: { readonly passed: number; readonly of: number };
  readonly b: { readonly passed: number; readonly of: number };
  /** What went wrong where it does not pass. */
  readonly fault: string;
}

export interface Compared {
  readonly names: readonly [string, string];
  readonly judges: readonly [string | undefined, string | undefined];
  readonly all: readonly [Summary, Summary];
  readonly groups: readonly { readonly name: string; readonly a: Summary | undefined; readonly b: Summary | undefined }[];
  readonly better: readonly Change[];
  readonly worse: readonly Change[];
  /** Cases both have played in the same wording; only they are compared. */
  readonly shared: number;
  /** Cases that only one of them has. */
  readonly left_out: number;
  /** Scores of all runs, for their distribution. */
  readonly scores: readonly [readonly number[], readonly number[]];
  /** The chance of so uneven a split of the changed cases if neither were better (exact McNemar test). */
  readonly p_value: number;
}

/** Results on cases that both files hold, with the same hash. */
function sharedIds(a: readonly Result[], b: readonly Result[]): Set<string> {
  const hashes = new Map(a.map(({ id, hash }) => [id, hash]));
  return new Set(b.filter(({ id, hash }) => hashes.get(id) === hash).map(({ id }) => id));
}

const passesOf = (results: readonly Result[]): { passed: number; of: number } => ({
  passed: results.filter(({ pass }) => pass).length,
  of: results.length,
});

/** Two-sided, exact: twice the tail of a fair coin tossed once for each changed case. */
export function signTest(better: number, worse: number): number {
  const tosses = better + worse;
  let tail = 0;
  let term = 0.5 ** tosses;
  for (let heads = 0; heads <= Math.min(better, worse); heads += 1) {
    tail += term;
    term *= (tosses - heads) / (heads + 1);
  }
  return Math.min(1, 2 * tail);
}

/** Compares two files on the cases that they share. */
export function comparison(one: Results, other: Results): Compared {
  const ids = sharedIds(one.results, other.results);
  const [a, b] = [one, other].map(({ results }) => results.filter(({ id }) => ids.has(id)));
  const [first, second] = [a ?? [], b ?? []];
  const [groupsA, groupsB] = [byGroup(first), byGroup(second)];
  const names = [...new Set([...groupsA.keys(), ...groupsB.keys()])];
  const summaryOf = (group: readonly Result[] | undefined): Summary | undefined => (group ? summarise(group) : undefined);
  const changes = [...ids].map((id) => changeOf(id, first, second));
  const share = ({ passed, of }: Change['a']): number => passed / of;
  const better = changes.filter((change) => share(change.b) > share(change.a));
  const worse = changes.filter((change) => share(change.b) < share(change.a));
  return {
    names: [one.header.model, other.header.model],
    judges: [one.header.judge, other.header.judge],
    all: [summarise(first, one.header.price), summarise(second, other.header.price)],
    groups: names.map((name) => ({ name, a: summaryOf(groupsA.get(name)), b: summaryOf(groupsB.get(name)) })),
    better,
    worse,
    shared: ids.size,
    left_out: new Set([...one.results, ...other.results].map(({ id }) => id)).size - ids.size,
    scores: [first.map(scoreOf), second.map(scoreOf)],
    p_value: signTest(better.length, worse.length),
  };
}

function changeOf(id: string, a: readonly Result[], b: readonly Result[]): Change {
  const [own, other] = [a, b].map((results) => results.filter((result) => result.id === id));
  const failed = [...(other ?? []), ...(own ?? [])].find(({ pass }) => !pass);
  return { id, group: own?.[0]?.group ?? '', a: passesOf(own ?? []), b: passesOf(other ?? []), fault: failed?.faults[0] ?? '' };
}
