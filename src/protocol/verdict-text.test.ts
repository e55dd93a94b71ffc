import { expect, it } from 'vitest';
import { tiedTo, untied } from './verdict-text.ts';

it.each([
  ['en', 'The X3 is lighter.', 'The X3 is lighter. (see: Weight, Size)', ['Weight', 'Size']],
  ['zh', 'X3 更轻。', 'X3 更轻。（看：重量、尺寸）', ['重量', '尺寸']],
] as const)('a sentence names its rows and is had without them, %s', (language, sentence, text, labels) => {
  expect(tiedTo(sentence, labels, language)).toBe(text);
  expect(tiedTo(sentence, [], language)).toBe(sentence);
  expect(untied(text)).toBe(sentence);
  expect(untied(text.slice(0, -2))).toBe(sentence);
  expect(untied(sentence)).toBe(sentence);
});

it('brackets of a sentence of its own stay', () => {
  expect(untied('The bigger one (X3) is lighter. (see: Weight)')).toBe('The bigger one (X3) is lighter.');
});
