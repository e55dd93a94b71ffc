import { describe, expect, it } from 'vitest';
import type { Bi } from './bilingual.ts';
import { describe as describeItem, factText } from './describe.ts';
import { facts } from './facts.ts';
import { diceFor } from './random.ts';
import { cam } from './types/cam.ts';
import { sheets } from './types/sheets.ts';

const named = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

describe('a description', () => {
  it('names the same known facts in both languages, type by type', () => {
    for (const { type, tells } of sheets) {
      for (const [zh, en] of tells) {
        expect(named(en), `${type}: ${en}`).toEqual(named(zh));
        for (const name of named(en)) expect(Object.keys(facts), type).toContain(name);
      }
    }
  });

  it('leaves out a sentence when a fact in it is not stated', () => {
    const [row] = cam.rows;
    if (!row) throw new Error('the cameras have no rows');
    const weight: Bi = ['重 {weight}。', 'It weighs {weight}.'];
    const mount: Bi = ['用 {mount} 卡口。', 'It takes {mount}.'];
    const tell = (tells: Bi[], language: 'zh' | 'en') => describeItem({ ...cam, tells }, row, { weight: 390 }, diceFor('a test'), language);
    expect(tell([weight], 'en')).toBe(`${row.line[1]} It weighs 390 g.`);
    expect(tell([weight], 'zh')).toBe(`${row.line[0]}重 390 g。`);
    expect(tell([mount], 'en')).toBe(row.line[1]);
  });
});

describe('a fact in words', () => {
  it('reads as a writer of each language puts it', () => {
    expect(factText(33, 'MP', 'zh')).toBe('3300 万');
    expect(factText(33, 'MP', 'en')).toBe('33 MP');
    expect(factText(1, 'min', 'en')).toBe('1 minute');
    expect(factText(5, 'min', 'en')).toBe('5 minutes');
    expect(factText(12000, 'lm', 'en')).toBe('12,000 lumens');
    expect(factText(12000, 'lm', 'zh')).toBe('12000 流明');
    expect(factText('HDMI, USB', undefined, 'zh')).toBe('HDMI、USB');
    expect(factText(['全画幅', 'full frame'], undefined, 'en')).toBe('full frame');
  });
});
