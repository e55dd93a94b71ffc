import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, hanWords, queryTerms, searchTokens } from './tokens.ts';

/** Whether a text is filed so that a query finds it: some alternative of every word is among its tokens. */
function finds(query: string, text: string): boolean {
  const tokens = new Set([...searchTokens(text), ...hanWords(text)]);
  return queryTerms(query).every((term) => term.any.some((all) => all.every((token) => tokens.has(token))));
}

describe('fold', () => {
  test('width, case, accents, blanks and hidden characters fold', () => {
    expect(fold('ＳＯＮＹ ')).toBe('sony');
    expect(fold('索尼（SONY）')).toBe('索尼(sony)');
    expect(fold('Café\u00a0 X\u200b')).toBe('cafe x');
  });
  test('Japanese sound marks are letters, not accents', () => {
    expect(fold('ガ')).toBe('ガ');
  });
  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('search tokens', () => {
  test.each([
    ['相机', '晴川全画幅微单相机'],
    ['押金', '免押金'],
    ['A7C II', 'Sony A7C II 微单'],
    ['a7cii', 'Sony A7C II 微单'],
    ['A7C', 'Sony A7C II'],
    ['SM-C5000', '三星 Galaxy C5（SM-C5000）4GB+32GB'],
    ['smc5000', 'SM-C5000'],
    ['c5000', 'SM-C5000'],
    ['iphone15', 'iPhone 15 Pro'],
    ['iPhone 15', 'iPhone15'],
    ['750W', '750 W Gold'],
    ['750 w', '750W'],
    ['750瓦', '750W'],
    ['5.5英寸', 'screen 5.5 inch'],
    ['4G内存', '内存 4GB'],
    ['projectors', 'Home projector'],
    ['wifi', 'Wi-Fi 6E'],
    ['wi-fi 6e', 'WiFi 6E'],
  ])('%s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  test.each([
    ['无人机', '人机界面'],
    ['75W', '750W'],
    ['red', 'infrared lamp'],
  ])('%s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  test('any two neighbouring Han characters find the text they stand in', () => {
    const han = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(han, fc.nat(), (text, at) => {
        const start = at % ([...text].length - 1);
        const folded = fold(text);
        expect(searchTokens(text)).toContain([...folded].slice(start, start + 2).join(''));
      }),
    );
  });

  test('words that say nothing are left out of a query, unless they are all of it', () => {
    expect(queryTerms('我想要一台适合旅行的相机').map((term) => term.text)).toEqual(['旅行', '相机']);
    expect(queryTerms('show me the best camera').map((term) => term.text)).toEqual(['camera']);
    expect(queryTerms('的').map((term) => term.text)).toEqual(['的']);
  });

  test('every input gives tokens without blanks, quotes or the mark of filters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const token of [...searchTokens(text), ...queryTerms(text).flatMap((term) => term.any.flat())])
          expect(token).toMatch(/^[^\s"_]+$/);
      }),
    );
  });
});
