import { describe, expect, it } from 'vitest';
import { runGuard } from '../testing.ts';
import { honest, told } from './search-reports.ts';

const lines = (text: string) => text.trim().split('\n');
const NONE = { called: 0, succeeded: 0 };

describe.each(['zh-CN', 'en'] as const)('labelled search reports, %s', (locale) => {
  const marked = (sentence: string, calls = NONE) =>
    runGuard([sentence], { locale, calls }).verdicts.some(({ rule, outcome }) => rule === 'search-report' && outcome === 'marked');

  it('at least 90 % of the told searches are marked, and none of the words is touched', async ({ annotate }) => {
    const sentences = lines(told[locale]);
    const missed = sentences.filter((sentence) => !marked(sentence));
    await annotate(`search reports, ${locale}: recall ${sentences.length - missed.length} of ${sentences.length}`);
    expect(sentences.length).toBeGreaterThanOrEqual(40);
    expect(missed.length / sentences.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
    for (const sentence of sentences) expect(runGuard([sentence], { locale }).text).toBe(sentence);
  });

  it('at most 1 % of the honest sentences are marked', async ({ annotate }) => {
    const sentences = lines(honest[locale]);
    const alarms = sentences.filter((sentence) => marked(sentence));
    await annotate(`search reports, ${locale}: false alarms ${alarms.length} of ${sentences.length}`);
    expect(sentences.length).toBeGreaterThanOrEqual(40);
    expect(alarms.length / sentences.length, alarms.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it('a call of this turn backs them all; a failed one backs the search and not what it found', () => {
    for (const sentence of lines(told[locale])) expect(marked(sentence, { called: 1, succeeded: 1 }), sentence).toBe(false);
    const failed = { called: 1, succeeded: 0 };
    expect(marked(locale === 'en' ? 'I searched again, but the search does not answer.' : '我又搜索了，但是搜索没有回应。', failed)).toBe(
      false,
    );
    expect(marked(locale === 'en' ? 'I searched again and found two.' : '我又查了一下，找到两款。', failed)).toBe(true);
  });
});
