import { pinyin } from '../../language/pinyin.ts';
import { nameKey } from '../../language/tokens.ts';

/** Fields whose names a free text may use, with how much an item gains that has what was named: a kind of thing says most. */
const GAINS = {
  product_types: 2,
  brands: 1.2,
  colors: 0.6,
  features: 0.6,
  use_cases: 0.6,
  audience: 0.4,
  materials: 0.4,
} as const;
type NamedField = keyof typeof GAINS;
const FIELDS = Object.keys(GAINS) as NamedField[];
/** What lies below a named type, or bears half a name ("Scanners" of "Printers, Scanners & Fax"), is meant less surely. */
const LOOSELY = 0.5;

/** A term of the catalogue that a phrase names. */
export interface NamedTerm {
  readonly field: string;
  readonly term: number;
  readonly gain: number;
  /** True where the phrase names a type above it. */
  readonly below?: boolean;
}

/** Every name of a field with its term. */
export type Aliases = (field: string) => readonly { readonly folded: string; readonly term: number }[];

const PARTS = /\s*(?:[,&/、]|\band\b)\s*/;

/**
 * What the phrases of a free text may name, by {@link nameKey}: names and their parts, brands also as they are typed in pinyin,
 * types also by the names above them.
 */
export function nameIndex(aliases: Aliases): ReadonlyMap<string, readonly NamedTerm[]> {
  const index = new Map<string, Map<number, NamedTerm>>();
  const add = (name: string, field: string, term: number, gain: number, below = false) => {
    const key = nameKey(name);
    if (key === '') return;
    const terms = index.get(key) ?? new Map<number, NamedTerm>();
    if ((terms.get(term)?.gain ?? 0) < gain) terms.set(term, { field, term, gain, ...(below && { below }) });
    index.set(key, terms);
  };
  for (const field of FIELDS)
    for (const { folded, term } of aliases(field)) {
      const gain = GAINS[field];
      if (field !== 'product_types') {
        add(folded, field, term, gain);
        const typed = field === 'brands' ? pinyin(folded) : null;
        if (typed) add(typed, field, term, gain);
        continue;
      }
      const path = folded.split(' > ');
      const leaf = path.pop() ?? folded;
      const parts = leaf.split(PARTS);
      add(leaf, field, term, gain);
      if (parts.length > 1) for (const part of parts) add(part, field, term, gain * LOOSELY);
      for (const above of path) add(above, field, term, gain * LOOSELY, true);
    }
  return new Map([...index].map(([key, terms]) => [key, [...terms.values()]]));
}
