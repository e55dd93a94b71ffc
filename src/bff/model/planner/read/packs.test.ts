import { expect, it } from 'vitest';
import { aFigure, aTerm, aVocabulary } from '../../../../testing/vocabulary.ts';
import { emptyDraft } from './draft.ts';
import { Kinds } from './kinds.ts';
import { lexiconOf } from './lexicon.ts';
import { readPacks } from './packs.ts';
import { Passage } from './passage.ts';

const capacity = aFigure('capacity', { unit: 'GB', types: ['Memory'] });
const modules = aFigure('modules', { types: ['Memory'] });
const product_types = [aTerm('Memory', '内存'), aTerm('Camera', '相机')];

function read(text: string, attributes = [capacity, modules]) {
  const lexicon = lexiconOf(aVocabulary({ product_types, attributes }));
  const passage = new Passage(text);
  const draft = emptyDraft('en');
  readPacks(passage, lexicon, new Kinds(passage.text, lexicon), draft);
  return draft.attributes.map(({ name, value }) => `${name} ${value}`);
}

it.each([
  ['2x16GB memory', 32, 2],
  ['memory 4 x 8 gb', 32, 4],
  ['内存16G×2', 32, 2],
  ['内存 2*32G', 64, 2],
])('a pack is the whole it makes and its pieces: %s', (text, whole, pieces) => {
  expect(read(text)).toEqual([`capacity ${whole}`, `modules ${pieces}`]);
});

it('where the catalogue counts no pieces it is the whole alone', () => {
  expect(read('2x16GB memory', [capacity])).toEqual(['capacity 32']);
});

it.each([
  ['one piece', '16GB memory'],
  ['a unit of something else', 'memory 2x16MHz'],
  ['a thing that states no such size', 'camera 2x16GB'],
])('%s is no pack: %s', (_, text) => {
  expect(read(text)).toEqual([]);
});
