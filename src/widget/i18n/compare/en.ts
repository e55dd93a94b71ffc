import type { CompareWords } from './dictionary.ts';

export const en: CompareWords = {
  title: 'Comparison',
  invite: 'Pick two to six items to see them side by side here.',
  loading: 'Putting them side by side…',
  failed: 'The comparison does not load right now. Try again in a moment.',
  notRecomputed: 'The amounts for this length do not load right now, so the table still shows the ones before. Try again in a moment.',

  caption: (titles, differing, equal) =>
    `Comparison of ${titles}. ${differing} ${differing === 1 ? 'row differs' : 'rows differ'}, ${equal} ${equal === 1 ? 'is' : 'are'} equal.`,
  forDays: (length) => `for ${length}`,
  notStated: 'not stated',
  equal: (count) => (count === 1 ? '1 row is equal' : `${count} rows are equal`),
  equalRows: 'Equal',
  empty: 'The shop states nothing that could be compared here.',
  sources: 'Source',
  source: {
    offers: 'the offers of this item',
    attributes: 'its specifications in the catalogue',
    rating: 'ratings of this item',
    review_aspects: 'reviews of this item',
    availability: 'stock of this item',
    shipping: 'its delivery terms',
    policies: 'the promises that come with it',
    seller: 'what the maker states',
    'certificate rules': "the shop's list of what such a product needs",
    record: 'its record in the catalogue',
  },
  winner: 'fits you best',
  remove: (title) => `Take out: ${title}`,

  columns: (first, last, all) => (first === last ? `${first} of ${all}` : `${first}–${last} of ${all}`),
  before: 'Previous item',
  after: 'Next item',
  keys: 'Arrow keys move from item to item.',

  term: 'Rental',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied',
  print: 'Print',

  verdict: 'In short',
  verdictForYou: 'For you',
  ask: 'Which one suits me?',
  weighing: 'Weighing them in both orders…',
  basis: {
    agreed: 'Read in both orders; both came to the same item.',
    depends: 'Read in both orders; neither named a winner.',
    disagreed: 'Read in both orders; they disagreed, so no winner is named.',
    rules: 'Made from the rows, without a model.',
  },
  moreClaims: (count) => `${count} more`,
  toRow: (label) => `Show the row: ${label}`,
};
