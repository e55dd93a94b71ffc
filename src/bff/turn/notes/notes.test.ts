import { describe, expect, it } from 'vitest';
import { anItem } from '../../../testing/items.ts';
import { noteContext, notesOf } from './note-texts.ts';
import { forget, learnCompared, learnFrom } from './noted.ts';

const search = {
  query: 'light',
  price_range: { max: '300', basis: 'day' as const },
  rental_days: 5,
  use_cases: ['stargazing'],
  exclude: { brands: ['Norra'], words: ['heavy'] },
  deposit_free: true,
};

describe('noted facts', () => {
  it('come from the arguments of a search that ran', () => {
    expect(learnFrom(search, {})).toEqual({
      budget: { max: '300', basis: 'day' },
      rental_days: 5,
      use_cases: ['stargazing'],
      disliked_brands: ['Norra'],
      deposit_free: true,
    });
  });

  it('are kept when a later search does not name them, and replaced when it does', () => {
    const later = learnFrom({ query: 'tent', rental_days: 3, use_cases: ['camping'] }, learnFrom(search, {}));
    expect(later).toMatchObject({ budget: { max: '300' }, rental_days: 3, use_cases: ['stargazing', 'camping'] });
  });

  it('hold the last items compared, each once', () => {
    const ids = Array.from({ length: 14 }, (_, index) => `i${index}`);
    expect(learnCompared(['i13', 'i3'], learnCompared(ids, {})).compared).toEqual(ids.slice(2));
  });

  it('leave the last search too when they are erased', () => {
    const remembered = { noted: learnFrom(search, {}), search_state: { arguments: search, total: 3, shown: [] } };
    const without = forget('disliked_brands', forget('budget', remembered));
    expect(without.noted).toEqual({ rental_days: 5, use_cases: ['stargazing'], deposit_free: true });
    expect(without.search_state?.arguments).toEqual({
      query: 'light',
      rental_days: 5,
      use_cases: ['stargazing'],
      exclude: { words: ['heavy'] },
      deposit_free: true,
    });
    expect(forget('__proto__', remembered)).toEqual(remembered);
  });
});

describe('notes', () => {
  const vocabulary = { currency: 'CNY', use_cases: [{ value: 'stargazing', labels: ['星空'], count: 3 }], brands: [], attributes: [] };
  const context = (locale: string) => noteContext(vocabulary, [anItem({ id: 'a', title: 'Lumisol X3' })], locale);
  it('say what is known in the language of the shopper', () => {
    const noted = learnCompared(['a', 'gone'], learnFrom(search, {}));
    expect(notesOf(noted, context('en')).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Budget: up to ¥300 a day',
      'Rental: 5 days',
      'For: stargazing',
      'Not by: Norra',
      'Deposit-free: yes',
      'Compared: Lumisol X3',
    ]);
    const zh = notesOf(noted, context('zh-CN'));
    expect(zh[0]).toEqual({ key: 'budget', label: '预算', value: '¥300 以内（每天）' });
    expect(zh[2]?.value).toBe('星空');
  });

  it('are none when nothing is known', () => {
    expect(notesOf({}, context('en'))).toEqual([]);
  });
});
