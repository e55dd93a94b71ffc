import type { Labels } from '../columns/facets.ts';
import { attributeName, type NameSource } from '../plan/names.ts';
import type { NameWord } from '../plan/spelling.ts';

/** What a catalogue calls things, read once per revision: look-ups are then in memory, as many as a search needs. */
export interface NameRows {
  readonly terms: readonly { readonly no: number; readonly field: string; readonly label: string }[];
  readonly aliases: readonly { readonly field: string; readonly folded: string; readonly term: number }[];
  readonly attributes: readonly { readonly no: number; readonly key: string; readonly unit: string | undefined }[];
  readonly labels: readonly { readonly attribute: number; readonly locale: string; readonly label: string; readonly folded: string }[];
  /** Words of items' names. */
  readonly words: readonly NameWord[];
}

/** The names after some were added, which come last; an attribute that was written again takes its earlier place. */
export function withMore(known: NameRows, more: NameRows): NameRows {
  const attributes = new Map([...known.attributes, ...more.attributes].map((attribute) => [attribute.no, attribute]));
  return {
    terms: [...known.terms, ...more.terms],
    aliases: [...known.aliases, ...more.aliases],
    attributes: [...attributes.values()],
    labels: [...known.labels, ...more.labels],
    words: [...known.words, ...more.words],
  };
}

export const hasNames = ({ terms, aliases, attributes, labels, words }: NameRows): boolean =>
  [terms, aliases, attributes, labels, words].some((rows) => rows.length > 0);

/** Look-ups of names over rows in memory. */
export function namesInMemory({ aliases, attributes, labels, words }: NameRows): NameSource {
  const byField = Map.groupBy(aliases, (alias) => alias.field);
  const byName = Map.groupBy(aliases, (alias) => `${alias.field}\n${alias.folded}`);
  const units = new Map(attributes.map((attribute) => [attribute.no, attribute]));
  const labelled = labels.flatMap(({ attribute, folded }) => {
    const known = units.get(attribute);
    return known ? [{ ...known, folded }] : [];
  });
  return {
    terms: (field, names) => [...new Set(names.flatMap((name) => byName.get(`${field}\n${name}`)?.map((alias) => alias.term) ?? []))],
    aliases: (field) => byField.get(field) ?? [],
    words: () => words,
    attributes: (key, folded) =>
      labelled
        .filter((each) => each.key === key || each.folded.includes(folded) || attributeName(each.key) === folded)
        .sort((a, b) => a.no - b.no),
  };
}

/** What terms and attributes are shown as. */
export function labelsInMemory({ terms, attributes, labels }: NameRows): Labels {
  const byTerm = new Map(terms.map(({ no, label }) => [no, label]));
  const byKey = new Map(attributes.map((attribute) => [attribute.key, attribute]));
  const byAttribute = Map.groupBy(labels, ({ attribute }) => attribute);
  return {
    term: (no) => byTerm.get(no) ?? '',
    attribute(key) {
      const known = byKey.get(key);
      return known ? (byAttribute.get(known.no) ?? []).map(({ locale, label }) => ({ locale, label, unit: known.unit })) : [];
    },
  };
}
