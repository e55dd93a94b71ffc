import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLanguage } from './both.ts';

afterEach(() => vi.unstubAllEnvs());
const now = () => new Date('2026-11-21T20:00:00').getTime();
const en = createLanguage('en', now);
const zh = createLanguage('zh-CN', now);

describe('a time', () => {
  it('of today is the hour alone', () => {
    expect([en.time('2026-11-21T14:02:00'), zh.time('2026-11-21T14:02:00')]).toEqual(['14:02', '14:02']);
  });

  it('of another day says the day: a price checked yesterday must not look like one of this minute', () => {
    expect([en.time('2026-11-20T20:01:00'), zh.time('2026-11-20T20:01:00')]).toEqual(['Nov 20, 20:01', '11月20日 20:01']);
  });
});

describe('a date', () => {
  it('says its year when that is another one', () => {
    expect([en.date('2026-01-02'), en.date('2025-12-31')]).toEqual(['Jan 2', 'Dec 31, 2025']);
    expect([zh.date('2026-01-02'), zh.date('2027-01-02')]).toEqual(['1月2日', '2027年1月2日']);
  });

  it.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])('without an hour is the same day in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(createLanguage('en', now).date('2026-11-21')).toBe('Nov 21');
  });

  it('that the sender wrote wrongly is shown as it came', () => {
    expect([en.date('soon'), en.time('noon'), en.moment('')]).toEqual(['soon', 'noon', '']);
  });
});
