import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, shiftDecimal, tidyDecimal } from './decimal.ts';
import { findNumbers, parseChineseNumber } from './numbers.ts';

const values = (text: string) => findNumbers(text).map((number) => number.value);

describe('digits', () => {
  it.each([
    ['1,299', ['1299']],
    ['¥1,299.50', ['1299.5']],
    ['1.299,00 €', ['1299']],
    ['12,50 €', ['12.5']],
    ['1\u202F299,00 €', ['1299']],
    ['¥1 299', ['1299']],
    ['1 299 元', ['1299']],
    ['iPhone 15 256 GB', ['15', '256']],
    ['１２９９元', ['1299']],
    ['１，２９９', ['1299']],
    ['有3，500以下', ['3', '500']],
    ['.5 kg', ['0.5']],
    ['0.50', ['0.5']],
    ['1, 2, 3', ['1', '2', '3']],
    ['1,2', ['1', '2']],
    ['version 1.2.3', []],
    ['1.299.000', ['1299000']],
    ["1'299", ['1299']],
    ['2026-05-01', ['2026', '5', '1']],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    ['1.2万', '12000'],
    ['1.2 万元', '12000'],
    ['3千', '3000'],
    ['1万5千', '15000'],
    ['1万2', '12000'],
    ['3百万', '3000000'],
    ['2亿', '200000000'],
    ['3k', '3000'],
    ['2.5K', '2500'],
  ])('%s counts its suffix', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it('a letter that may be a unit keeps the number without it', () => {
    expect(findNumbers('4K')[0]).toMatchObject({ value: '4000', base: '4', letter: 'k' });
    expect(findNumbers('65W')[0]).toMatchObject({ base: '65', letter: 'w' });
  });

  it('a metric prefix is no multiplier', () => {
    expect(values('5千克 3kg 10km')).toEqual(['5', '3', '10']);
  });

  it('digits inside a name are marked', () => {
    expect(findNumbers('Z30')[0]?.inWord).toBe(true);
    expect(findNumbers('X-T5')[0]?.inWord).toBe(true);
    expect(findNumbers('SD-500')[0]?.inWord).toBe(true);
    expect(findNumbers('1k-2k')[1]?.inWord).toBe(false);
    expect(findNumbers('500-800')[1]?.inWord).toBe(false);
    expect(findNumbers('under 500')[0]?.inWord).toBe(false);
    expect(findNumbers('要500')[0]?.inWord).toBe(false);
    expect(findNumbers('500')[0]?.inWord).toBe(false);
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['两千三', '2300'],
    ['一百五', '150'],
    ['三万五', '35000'],
    ['三万五千', '35000'],
    ['一万零五百', '10500'],
    ['一千零五', '1005'],
    ['十', '10'],
    ['十五', '15'],
    ['二十', '20'],
    ['一百一十', '110'],
    ['两百五十六', '256'],
    ['一亿三千万', '130000000'],
    ['一千五百万', '15000000'],
    ['二〇二六', '2026'],
    ['一点五', '1.5'],
    ['三点五万', '35000'],
    ['半', '0.5'],
    ['叁佰', '300'],
  ])('%s is %s', (text, value) => {
    expect(parseChineseNumber(text)).toEqual({ value });
  });

  it.each([
    ['七八百', '700', '800'],
    ['两三千', '2000', '3000'],
    ['三四', '3', '4'],
    ['十五六', '15', '16'],
  ])('%s is a spoken pair', (text, value, upTo) => {
    expect(parseChineseNumber(text)).toEqual({ value, upTo });
  });

  it.each(['', '万', '百', '一一', '点五', '十十', '一二三四五六七八九一二三四五六七八九', '千米'])('%s is no number', (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  });

  it('are found in a sentence', () => {
    expect(findNumbers('预算两千三以内,租三天')).toMatchObject([{ start: 2, end: 5, value: '2300' }, { value: '3' }]);
    expect(values('半个月')).toEqual(['0.5']);
    expect(values('几百块')).toEqual([]);
  });

  it('everyday words count nothing', () => {
    expect(values('看一下,十分安静,一般都行,三脚架')).toEqual([]);
    expect(values('十分钟')).toEqual(['10']);
  });
});

describe('English number words', () => {
  it.each([
    ['two days', ['2']],
    ['a dozen', ['12']],
    ['fifty', ['50']],
    ['three hundred and fifty', ['350']],
    ['twenty-five', ['25']],
    ['two thousand six', ['2006']],
    ['a hundred', ['100']],
    ['half a dozen', ['6']],
    ['two and a half days', ['2.5']],
    ['a week', []],
    ['five hundred thousand', ['500000']],
    ['one or two', ['1', '2']],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('a word inside a word is none', () => {
    expect(values('often phone tenth')).toEqual([]);
  });
});

describe('properties', () => {
  it('any whole number written with thousands marks reads back', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(values(n.toLocaleString('en'))).toEqual([String(n)]);
      }),
    );
  });

  it('spans lie in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129.,万千百十一两半 ak$¥元two hundred') }), (text) => {
        let last = 0;
        for (const number of findNumbers(text)) {
          expect(number.start).toBeGreaterThanOrEqual(last);
          expect(number.end).toBeGreaterThan(number.start);
          expect(number.value).toMatch(/^\d+(?:\.\d*[1-9])?$/);
          last = number.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('time grows with length, not with its square', () => {
    for (const piece of ['1', '1,111,', '1 111 ', '一', '一万', 'one ', 'a ', '.', '1.', '十点', '¥1 ', '半']) {
      const started = performance.now();
      findNumbers(piece.repeat(100_000));
      expect(performance.now() - started, piece).toBeLessThan(2000);
    }
  });

  it('shifting there and back changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 999 }), fc.nat({ max: 9 }), (whole, fraction, places) => {
        const decimal = tidyDecimal(`${whole}.${String(fraction).padStart(3, '0')}`);
        expect(shiftDecimal(shiftDecimal(decimal, places), -places)).toBe(decimal);
      }),
    );
    expect(compareDecimals('1299.50', '1299.5')).toBe(0);
    expect(compareDecimals('9', '10')).toBeLessThan(0);
  });
});
