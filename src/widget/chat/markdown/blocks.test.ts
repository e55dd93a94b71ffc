import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, emptyMarkdown, type MarkdownState } from './blocks.ts';
import { wordGroups } from './words.tsx';

const shape = (state: MarkdownState) => state.blocks.map(({ token, start }) => [start, token.type, token.raw.trimEnd()]);

const lines = fc.constantFrom(
  'A paragraph about a camera.',
  '- light',
  '- **390 g**',
  '  - nested',
  '1. first',
  '2. second',
  '',
  '',
  '# Heading',
  '```',
  'code | here',
  '> quoted',
  '---',
  '相机很轻，夜里也好。',
  '| a | b |',
  '| --- | --- |',
  '| 1 | 2 |',
);

describe('Markdown that is still arriving', () => {
  it('ends as the same blocks however it was cut', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 14 }), fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1 }), (parts, sizes) => {
        const text = parts.join('\n');
        let state = emptyMarkdown;
        for (let at = 0, turn = 0; at < text.length; turn += 1) {
          at += sizes[turn % sizes.length] ?? 1;
          state = advance(state, text.slice(0, at));
        }
        expect(shape(state)).toEqual(shape(advance(emptyMarkdown, text)));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps finished blocks as they are', () => {
    const before = advance(emptyMarkdown, 'One.\n\nTwo.\n\nThr');
    const after = advance(before, 'One.\n\nTwo.\n\nThree.');
    expect(after.blocks[0]).toBe(before.blocks[0]);
    expect(after.blocks[1]).toBe(before.blocks[1]);
    expect(after.blocks[2]).not.toBe(before.blocks[2]);
  });

  it('starts over for a text that does not continue the one before', () => {
    expect(shape(advance(advance(emptyMarkdown, 'One.\n\nTwo.'), 'Other.'))).toEqual([[0, 'paragraph', 'Other.']]);
  });
});

describe('word groups', () => {
  it('lose no character, and stay the same but for the last while the text grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, more) => {
        const [short, long] = [wordGroups(before), wordGroups(before + more)];
        expect(long.join('')).toBe(before + more);
        expect(long.slice(0, Math.max(short.length - 1, 0))).toEqual(short.slice(0, -1));
      }),
    );
  });
});
