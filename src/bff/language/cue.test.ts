import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CueTable } from './cue.ts';

const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '退', '款'), minLength: 1, maxLength: 5 }), {
  maxLength: 12,
});
const text = fc.string({ unit: fc.constantFrom('a', 'B', 'b', ' ', '退', '款', '1'), maxLength: 12 });

const latin = (letter = ''): boolean => /[a-z]/i.test(letter);
/** The same, looked for word by word. @param goesOn a character after which a Latin word is not whole yet. */
const longest = (known: readonly string[], from: string, goesOn = /[a-z0-9]/i): string | null =>
  known
    .filter((word) => from.toLowerCase().startsWith(word) && !(latin(word.at(-1)) && goesOn.test(from[word.length] ?? '')))
    .sort((a, b) => b.length - a.length)[0] ?? null;

describe('a table of phrases', () => {
  it('finds the longest phrase that stands at a place, Latin words whole and in either case', () => {
    fc.assert(
      fc.property(words, text, (known, said) => {
        const table = new CueTable(known);
        for (let at = 0; at < said.length; at += 1) {
          expect(table.match(said, at, true)).toBe(longest(known, said.slice(at)));
          expect(table.stands(said, at)).toBe(longest(known, said.slice(at), /[a-z]/i) !== null);
        }
      }),
    );
  });

  it('says of a text cut anywhere what it says of the whole, or that more is needed', () => {
    fc.assert(
      fc.property(words, text, fc.nat(12), (known, said, cut) => {
        const table = new CueTable(known);
        const early = table.match(said.slice(0, cut), 0, false);
        if (early !== 'more') expect(early).toBe(table.match(said, 0, true));
      }),
    );
  });

  it('knows every beginning of a phrase as one', () => {
    fc.assert(
      fc.property(words, text, (known, said) => {
        const begins = said === '' || known.some((word) => word.startsWith(said.toLowerCase()));
        expect(new CueTable(known).begins(said, 0)).toBe(begins);
      }),
    );
  });
});
