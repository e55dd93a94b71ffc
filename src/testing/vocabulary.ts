import type { AttributeInfo, Term, Vocabulary } from '../bff/catalog/engine.ts';

/** A name with its other spellings. */
export const aTerm = (value: string, ...labels: string[]): Term => ({ value, labels, count: 3 });

/** A fact that items state as a number. */
export const aFigure = (key: string, rest: Partial<AttributeInfo> = {}): AttributeInfo => ({
  key,
  labels: [key.replaceAll('_', ' ')],
  type: 'number',
  values: [],
  count: 9,
  ...rest,
});

/** Words of a catalogue; what is not given is empty. */
export const aVocabulary = (rest: Partial<Vocabulary> = {}): Vocabulary => ({
  revision: '1',
  items: 9,
  locales: ['en'],
  currency: 'USD',
  product_types: [],
  brands: [],
  features: [],
  use_cases: [],
  audience: [],
  colors: [],
  materials: [],
  guarantees: [],
  conditions: [],
  attributes: [],
  has_lease: false,
  has_sale: true,
  ...rest,
});
