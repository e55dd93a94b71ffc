import type { Labels } from '../columns/facets.ts';
import { attributeName, type NameSource } from '../plan/names.ts';

/** What a catalogue calls things, read once per revision: look-ups are then in memory, as many as a search needs. */
export interface NameRows {
  readonly terms: readonly { readonly no: number; readonly field: string; readonly label: string }[];
  readonly aliases: readonly { readonly field: string; readonly folded: string; readonly term: number }[];
  readonly attributes: readonly { readonly no: number; readonly key: string; readonly unit: string | undefined }[];
  readonly labels: readonly { readonly attribute: number; readonly locale: string; readonly label: string; readonly folded: string }[];
}

/** Look-ups of names over rows in memory. */
export function namesInMemory({ aliases, attributes, labels }: NameRows): NameSource {
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
    words: () => latinWords(aliases),
    attributes: (key, folded) =>
      labelled
        .filter((each) => each.key === key || each.folded.includes(folded) || attributeName(each.key) === folded)
        .sort((a, b) => a.no - b.no),
  };
}

/** Latin words of what terms are called, each with how many terms it is part of. */
function latinWords(aliases: NameRows['aliases']): { word: string; items: number }[] {
  const counts = new Map<string, number>();
  for (const { folded } of aliases) for (const [word] of folded.matchAll(/[a-z]{4,24}/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, items]) => ({ word, items }));
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
