import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['camera', 'camera', 0],
  ['abcd', 'abdc', 1],
  ['projecter', 'projector', 1],
  ['lapotp', 'laptop', 1],
  ['tent', 'tents', 1],
  ['相机', '像机', 1],
  ['abcdef', 'uvwxyz', 3],
])('from %s to %s it counts %i slips, up to three', (a, b, slips) => expect(editDistance(a, b, 2)).toBe(slips));

describe('whatever the words', () => {
  // Few letters, so that words are often near each other.
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  const limit = fc.nat(4);

  /** The plain definition: the least of every way to make the last step. */
  function slipsBetween(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length;
    const [a1, b1] = [a.slice(0, -1), b.slice(0, -1)];
    const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
    return Math.min(
      slipsBetween(a1, b) + 1,
      slipsBetween(a, b1) + 1,
      slipsBetween(a1, b1) + (a.at(-1) === b.at(-1) ? 0 : 1),
      ...(swapped ? [slipsBetween(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
    );
  }

  test('it is what the definition says, as far as the limit, and one more past it', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(short, short, limit, (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(slipsBetween(a, b), most + 1));
      }),
    );
  });

  test('it is the same both ways, and nothing only between equal words', () => {
    fc.assert(
      fc.property(word, word, limit, (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(editDistance(b, a, most));
        expect(editDistance(a, b, most) === 0).toBe(a === b);
      }),
    );
  });
});
