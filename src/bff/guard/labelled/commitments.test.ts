import { describe, expect, it } from 'vitest';
import type { Item } from '../../../protocol/item.ts';
import { runGuard } from '../testing.ts';
import { innocents, promises } from './commitments.ts';

const lines = (text: string) => text.trim().split('\n');

describe.each(['zh-CN', 'en'] as const)('T3, T4: labelled promises, %s', (locale) => {
  it('at least 80 % are caught', () => {
    const sentences = lines(promises[locale]);
    const missed = sentences.filter((sentence) => !runGuard([sentence], { locale }).verdicts.some(({ rule }) => rule === 'commitment'));
    expect(missed.length / sentences.length, missed.join('\n')).toBeLessThanOrEqual(0.2);
  });

  it('at most 1 % of the others are taken for one', () => {
    const sentences = lines(innocents[locale]);
    const alarms = sentences.filter((sentence) => runGuard([sentence], { locale }).text !== sentence);
    expect(alarms.length / sentences.length, alarms.join('\n')).toBeLessThanOrEqual(0.01);
  });
});

describe('what backs a promise', () => {
  const text = '支持7天无理由退货。';
  it.each([
    ['nothing', {}, false],
    ['a passage with the same number', { passages: ['收货后 7 天内可退货。'] }, true],
    ['a passage with another number', { passages: ['收货后 3 天内可退货。'] }, false],
    ['a passage about something else', { passages: ['7 天内发货。'] }, false],
    ['a policy of a ledger item', { items: [withPolicy('七天无理由退货')] }, true],
  ])('%s', (_, evidence, stands) => {
    expect(runGuard([text], { ...evidence, locale: 'zh-CN' }).text === text).toBe(stands);
  });

  it('an action is never backed: every tool only reads', () => {
    expect(runGuard(['已为您下单。'], { passages: ['已为您下单。'], locale: 'zh-CN' }).text).toBe('请以店铺说明为准。');
  });
});

function withPolicy(label: string): Item {
  return {
    id: 'a',
    title: 'A',
    offers: [],
    locale: 'zh-CN',
    updated_at: '2026-01-01T00:00:00Z',
    policies: [{ type: 'return', label: `${label} 7 天` }],
  };
}
