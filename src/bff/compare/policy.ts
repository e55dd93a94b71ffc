import * as v from 'valibot';
import { type CertificateRule, certificateRules } from './certificates.ts';
import { type Better, directions } from './directions.ts';

const bothLanguages = v.object({ zh: v.string(), en: v.string() });
const names = v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1));

/**
 * What a shop says about comparing: `comparison` in its profile. Its own entries come before the built-in ones, so a shop
 * may turn one round or, with `null`, take it away.
 */
export const comparisonProfileSchema = v.object({
  /** Which end of an attribute is better, by its key. */
  better: v.optional(
    v.record(v.string(), v.nullable(v.object({ end: v.picklist(['more', 'less']), word: v.optional(bothLanguages) }))),
    {},
  ),
  /** Keys of attributes that mean the same: the first names the row. */
  same: v.optional(v.array(v.pipe(v.array(v.string()), v.minLength(2))), []),
  /** Certificates that a kind of product must have. */
  certificates: v.optional(v.array(v.object({ types: names, any_of: names, name: bothLanguages })), []),
});
export type ComparisonProfile = v.InferOutput<typeof comparisonProfileSchema>;

/** How comparisons of one shop are judged. */
export interface ComparePolicy {
  /** Which end of a fact is better; undefined where that depends on the use. */
  better(key: string, label: string): Better | undefined;
  /** The key under which a shop files an attribute; the key itself where it says nothing. */
  sameAs(key: string): string;
  readonly certificates: readonly CertificateRule[];
}

/** The policy of a shop's profile; without one, what is built in. */
export function comparePolicy(profile?: ComparisonProfile): ComparePolicy {
  const same = new Map(profile?.same.flatMap((keys) => keys.map((key) => [key, keys[0] ?? key] as const)));
  return {
    better(key, label) {
      const own = profile?.better[key];
      if (own === null) return undefined;
      if (own) return { end: own.end, word: own.word ?? generalWords[own.end] };
      return directions.find(({ names: known, but }) => [key, label].some((name) => known.test(name)) && !but?.test(`${key} ${label}`))
        ?.better;
    },
    sameAs: (key) => same.get(key) ?? key,
    certificates: [
      ...(profile?.certificates ?? []).map(({ types, any_of, name }) => ({ types: anyOf(types), certificate: anyOf(any_of), name })),
      ...certificateRules,
    ],
  };
}

/** What is built in, for everybody who was told of no profile. */
export const defaultPolicy = comparePolicy();

const generalWords = { more: { zh: '最高', en: 'highest' }, less: { zh: '最低', en: 'lowest' } } as const;

/** Words as one pattern; they come from a profile, so nothing in them is a pattern of its own. */
function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'i');
}
