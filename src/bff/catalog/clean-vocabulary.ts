import { cleanText } from '../language/hygiene.ts';
import type { AttributeInfo, Term, Vocabulary } from './engine.ts';

/** Longest name that a prompt or a schema takes: past it a feed hides a text in a name. */
const LONGEST_NAME = 200;

const isClean = (text: string): boolean => text.length <= LONGEST_NAME && cleanText(text) === text;

/** A name that carries hidden characters or machinery is left out, for cleaned it would be no name of the catalogue any more. */
const cleanTerms = (terms: readonly Term[]): Term[] =>
  terms.flatMap((term) => {
    if (!isClean(term.value)) return [];
    return [term.labels.every(isClean) ? term : { ...term, labels: term.labels.filter(isClean) }];
  });

const cleanAttributes = (attributes: readonly AttributeInfo[]): AttributeInfo[] =>
  attributes
    .filter(({ key, unit }) => isClean(key) && (unit === undefined || isClean(unit)))
    .map((each) => ({ ...each, labels: each.labels.filter(isClean), values: cleanTerms(each.values) }));

const cleaned = new WeakMap<Vocabulary, Vocabulary>();

/**
 * The words of a catalogue without those that a feed has loaded with something else (T7, T8): they stand in prompts and tool
 * schemas. The same object for the same vocabulary, so that what is built from it is built once.
 */
export function cleanVocabulary(vocabulary: Vocabulary): Vocabulary {
  const known = cleaned.get(vocabulary);
  if (known) return known;
  const clean: Vocabulary = {
    ...vocabulary,
    product_types: cleanTerms(vocabulary.product_types),
    brands: cleanTerms(vocabulary.brands),
    features: cleanTerms(vocabulary.features),
    use_cases: cleanTerms(vocabulary.use_cases),
    audience: cleanTerms(vocabulary.audience),
    colors: cleanTerms(vocabulary.colors),
    materials: cleanTerms(vocabulary.materials),
    guarantees: cleanTerms(vocabulary.guarantees),
    conditions: cleanTerms(vocabulary.conditions),
    attributes: cleanAttributes(vocabulary.attributes),
  };
  cleaned.set(vocabulary, clean);
  return clean;
}
