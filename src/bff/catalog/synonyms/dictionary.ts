import { fold } from '../../language/tokens.ts';
import type { Term, Vocabulary } from '../engine.ts';
import { namesOf } from '../fields.ts';
import { containsName } from '../plan/names.ts';
import type { SynonymGroups } from './file.ts';

/** Lists of the vocabulary that hold names a shopper may call otherwise, by the `search_db` parameter that takes them. */
export const NAMED = {
  product_types: 'product_types',
  brands: 'brands',
  key_features: 'features',
  use_cases: 'use_cases',
  audience: 'audience',
  colors: 'colors',
  materials: 'materials',
  service_guarantees: 'guarantees',
} as const satisfies Record<string, keyof Vocabulary>;
export type NamedParameter = keyof typeof NAMED;
const parameters = Object.keys(NAMED) as NamedParameter[];

/** A term of the catalogue that a synonym leads to. */
interface Meaning {
  readonly parameter: NamedParameter;
  readonly term: Term;
}

/** What a shop's synonyms mean in one revision of its catalogue. */
export interface Dictionary {
  /** The vocabulary with the synonyms among the labels of its terms. */
  readonly vocabulary: Vocabulary;
  /** The catalogue's values, of all locales, for a name it does not use itself; none for every other name. */
  valuesFor(parameter: NamedParameter, name: string): readonly string[];
  /** A free text in the catalogue's own names, with what was put for what. */
  inOwnNames(query: string): { readonly query: string; readonly read_as: Readonly<Record<string, string>> };
}

const leafOf = (path: string): string => path.split(' > ').at(-1) ?? path;
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const foldedNames = (term: Term): Set<string> => new Set([leafOf(term.value), term.value, ...term.labels].flatMap(namesOf));

/** Groups of which no type, brand, feature, use, colour, material or the like of a catalogue has a name. */
export function groupsWithoutTerm(groups: SynonymGroups, vocabulary: Vocabulary): SynonymGroups {
  const own = new Set(parameters.flatMap((parameter) => vocabulary[NAMED[parameter]].flatMap((term) => [...foldedNames(term)])));
  return groups.filter((names) => !names.some((name) => own.has(fold(name))));
}

/** A line for each group that {@link groupsWithoutTerm} finds, so that a shop sees which of its synonyms lead nowhere. */
export function warnOfUnknownGroups(groups: SynonymGroups, vocabulary: Vocabulary, warn: (line: string) => void): void {
  for (const names of groupsWithoutTerm(groups, vocabulary))
    warn(
      `synonyms: the catalogue has no type, brand, feature or the like named ${names.join(' | ')}; searches take "${names[0]}" as a word of titles`,
    );
}

/**
 * Reads groups of names against a catalogue's words. Of a group without a name in the vocabulary the first is taken for the
 * catalogue's own: it may stand in titles, which no vocabulary lists.
 */
export function readSynonyms(groups: SynonymGroups, vocabulary: Vocabulary): Dictionary {
  const folded = groups.map((names) => names.map(fold));
  const meanings = new Map<string, Meaning[]>();
  const own = new Set<string>();
  const added = new Map<Term, string[]>();
  const all = new Set<string>();
  for (const parameter of parameters)
    for (const term of vocabulary[NAMED[parameter]]) {
      const names = foldedNames(term);
      for (const name of names) all.add(name);
      for (const [at, group] of folded.entries()) {
        if (!group.some((name) => names.has(name))) continue;
        for (const [place, name] of group.entries()) {
          if (names.has(name)) own.add(name);
          else {
            meanings.set(name, [...(meanings.get(name) ?? []), { parameter, term }]);
            added.set(term, [...(added.get(term) ?? []), groups[at]?.[place] ?? name]);
          }
        }
      }
    }
  const widened = Object.fromEntries(
    Object.values(NAMED).map((list) => [
      list,
      vocabulary[list].map((term) => (added.has(term) ? { ...term, labels: [...term.labels, ...(added.get(term) ?? [])] } : term)),
    ]),
  );
  const first = new Map<string, string>();
  for (const [named = '', ...others] of groupsWithoutTerm(groups, vocabulary))
    for (const name of others.map(fold)) if (!meanings.has(name) && name !== fold(named)) first.set(name, named);
  const foreign = [...new Set([...meanings.keys(), ...first.keys()])]
    .filter((name) => !own.has(name))
    .toSorted((a, b) => b.length - a.length);
  // "Red wine glass" is the catalogue's own, and no red wine.
  const longer = new Map(foreign.map((name) => [name, [...all].filter((other) => containsName(other, name))]));
  return {
    vocabulary: added.size > 0 ? { ...vocabulary, ...widened } : vocabulary,
    valuesFor: (parameter, name) =>
      own.has(fold(name))
        ? []
        : (meanings.get(fold(name)) ?? []).flatMap((meaning) => (meaning.parameter === parameter ? meaning.term.value : [])),
    inOwnNames(query) {
      let text = fold(query);
      const read_as: Record<string, string> = {};
      for (const name of foreign) {
        const [meaning] = meanings.get(name) ?? [];
        if (!containsName(text, name) || longer.get(name)?.some((other) => containsName(text, other))) continue;
        const named = meaning ? nameLike(name, meaning.term) : first.get(name);
        if (named === undefined) continue;
        text = text.replace(name, named);
        read_as[name] = named;
      }
      return Object.keys(read_as).length > 0 ? { query: text, read_as } : { query, read_as };
    },
  };
}

/** The catalogue's name in the script of what was said, where it has one. */
function nameLike(said: string, term: Term): string {
  const names = [leafOf(term.value), ...term.labels.map(leafOf)];
  return names.find((name) => isHan(name) === isHan(said)) ?? leafOf(term.value);
}
