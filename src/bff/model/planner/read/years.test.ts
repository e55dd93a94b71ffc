import { expect, it } from 'vitest';
import { aFigure, aTerm, aVocabulary } from '../../../../testing/vocabulary.ts';
import type { AttributeInfo } from '../../../catalog/engine.ts';
import { emptyDraft } from './draft.ts';
import { Kinds } from './kinds.ts';
import { lexiconOf } from './lexicon.ts';
import { Passage } from './passage.ts';
import { readYears } from './years.ts';

const years = aFigure('release_year', { min: 2015, max: 2025 });

function read(text: string, attributes: readonly AttributeInfo[] = [years]) {
  const lexicon = lexiconOf(aVocabulary({ product_types: [aTerm('Camera', '相机')], attributes }));
  const passage = new Passage(text);
  const draft = emptyDraft('en');
  readYears(passage, lexicon, new Kinds(passage.text, lexicon), draft);
  return draft.attributes.map(({ name, op, value }) => `${name} ${op} ${value}`);
}

it.each([
  ['a camera from 2022', 'eq 2022'],
  ['2023款相机', 'eq 2023'],
  ['a camera released after 2020', 'gte 2020'],
  ['2021年以后的相机', 'gte 2021'],
  ['a camera made before 2019', 'lte 2019'],
  ['2020年以前的相机', 'lte 2020'],
])('a year with its word is the year of a thing: %s', (text, condition) => {
  expect(read(text)).toEqual([`release_year ${condition}`]);
});

it.each(['a camera for 2000', 'a camera under 2000 dollars', '2000元的相机', '2000万像素的相机', 'from 1900 to 2000'])(
  'a price or a measure is no year: %s',
  (text) => expect(read(text)).toEqual([]),
);

it('a catalogue that states no years has none to ask for', () => {
  expect(read('a camera from 2022', [])).toEqual([]);
  expect(read('a camera from 2022', [aFigure('weight', { unit: 'g', min: 100, max: 2500 })])).toEqual([]);
});
