import { describe, expect, it } from 'vitest';
import { runGuard } from '../testing.ts';
import * as en from './en.ts';
import * as zh from './zh.ts';

const lines = (text: string) => text.trim().split('\n');
const PHRASE = { 'zh-CN': '以卡片为准', en: 'see the card' };

/** Sentences whose marked amounts all went while nothing else did. */
function missed(sentence: string, locale: 'zh-CN' | 'en'): string | null {
  const shown = runGuard([sentence.replace(/[⟦⟧]/g, '')], { locale }).text;
  const numbers = [...sentence.matchAll(/⟦([^⟧]*)⟧/g)].map((match) => match[1] ?? '');
  const before = sentence.split('⟦', 1)[0] ?? '';
  const last = sentence.slice(-1);
  const kept = shown.startsWith(before) && (last === '⟧' || shown.endsWith(last));
  return shown.includes(PHRASE[locale]) && kept && numbers.every((number) => !shown.includes(number)) ? null : shown;
}

describe.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('T3: labelled amounts, %s', (locale, { claims, innocents }) => {
  it('recall is at least 0.99', () => {
    const sentences = lines(claims);
    const misses = sentences.flatMap((sentence) => {
      const shown = missed(sentence, locale);
      return shown === null ? [] : [`${sentence} → ${shown}`];
    });
    expect(sentences.length).toBeGreaterThanOrEqual(100);
    expect(misses.length / sentences.length, misses.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it('false alarms are at most 0.5 %', () => {
    const sentences = lines(innocents);
    const alarms = sentences.flatMap((sentence) => {
      const { text } = runGuard([sentence], { locale });
      return text === sentence ? [] : [`${sentence} → ${text}`];
    });
    expect(sentences.length).toBeGreaterThanOrEqual(100);
    expect(alarms.length / sentences.length, alarms.join('\n')).toBeLessThanOrEqual(0.005);
  });
});
