import { describe, expect, it } from 'vitest';
import { saidShare, sayingsOf, stepsOf } from './sayings.ts';

const share = (question: string, ...sayings: string[]): number => saidShare(stepsOf(question), sayings);

describe('sayings', () => {
  it('are divided by commas, and by blanks beside Han words', () => {
    expect(sayingsOf('ship abroad, other countries')).toEqual(['ship abroad', 'other countries']);
    expect(sayingsOf('运费多少 包邮吗、VAT 发票')).toEqual(['运费多少', '包邮吗', 'VAT', '发票']);
    expect(sayingsOf('')).toEqual([]);
  });

  it('are found in any form of their words', () => {
    for (const question of ['it breaks', 'breaking it', 'I break it']) expect(share(question, 'break', 'breaking it')).toBeGreaterThan(0.5);
    expect(share('has it shipped abroad', 'ship abroad')).toBeGreaterThan(0.5);
  });

  it('may have one word between two of theirs, and no more', () => {
    expect(share('多久能到', '多久到')).toBeGreaterThan(0.5);
    expect(share('I broke the lens', 'broke lens')).toBeGreaterThan(0.5);
    expect(share('I broke the very expensive lens', 'broke lens')).toBe(0);
    expect(share('到多久', '多久到')).toBe(0);
  });

  it('say more of a question the less else is in it', () => {
    expect(share('insurance', 'insurance')).toBe(1);
    expect(share('do I need insurance', 'insurance')).toBeLessThan(share('need insurance', 'insurance'));
    expect(share('保险丝在哪个仓库发货', '保险')).toBeLessThan(0.5);
  });

  it('of which none is in the question say nothing', () => {
    expect(share('押金多少', '运费多少', 'deposit')).toBe(0);
    expect(share('', '运费多少')).toBe(0);
  });
});
