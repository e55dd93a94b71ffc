import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, emptyMarkdown, type MarkdownState } from './blocks.ts';
import { arrivals } from './words.tsx';

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

describe('words that arrive', () => {
  it('stay apart from those before, and join the rest when two more groups have come', () => {
    let starts = arrivals([], 0, 'A light');
    expect(starts).toEqual([0]);
    starts = arrivals(starts, 7, 'A light camera');
    expect(starts).toEqual([0, 7]);
    starts = arrivals(starts, 14, 'A light camera');
    expect(starts).toEqual([0, 7]);
    starts = arrivals(starts, 14, 'A light camera for nights');
    expect(starts).toEqual([7, 14]);
  });

  it('never begin behind a text that was read anew and became shorter', () => {
    expect(arrivals([7, 14], 25, 'A light cam')).toEqual([7]);
  });
});
