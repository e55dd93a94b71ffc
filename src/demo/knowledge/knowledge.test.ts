import { describe, expect, it } from 'vitest';
import { policies } from '../catalog/policies.ts';
import { demoKnowledge, parsePassage } from './knowledge.ts';

const all = demoKnowledge();
const chinese = all.filter(({ locale }) => locale === 'zh-CN');
const english = all.filter(({ locale }) => locale === 'en');

describe('the demo knowledge', () => {
  it('holds at least forty passages in each language, of both domains', () => {
    expect(chinese.length).toBeGreaterThanOrEqual(40);
    for (const list of [chinese, english]) {
      expect(list.filter(({ domain }) => domain === 'internal_kb').length).toBeGreaterThan(20);
      expect(list.filter(({ domain }) => domain === 'xiaohongshu').length).toBeGreaterThan(10);
    }
  });

  it('says the same things in both languages', () => {
    const facts = (list: typeof all) => list.map(({ id, domain, updated_at }) => ({ id, domain, updated_at }));
    expect(facts(english)).toEqual(facts(chinese));
    expect(new Set(chinese.map(({ id }) => id)).size).toBe(chinese.length);
  });

  it('is written in the script of its locale, short enough to quote', () => {
    for (const { id, title, text } of english) expect(`${title} ${text}`, id).not.toMatch(/\p{Script=Han}/u);
    for (const { id, text } of chinese) expect(text, id).toMatch(/\p{Script=Han}.*。/u);
    for (const { id, text } of all) expect(text.length, id).toBeLessThan(1200);
  });

  it('explains every promise that items carry, by its label', () => {
    for (const [language, list] of [
      [0, chinese],
      [1, english],
    ] as const) {
      const said = list.map(({ title, text }) => `${title} ${text}`.toLowerCase()).join('\n');
      for (const key of ['damage_waiver', 'term_quality_cover', 'return_7d', 'rent_to_own', 'spare_unit'] as const) {
        const words = policies[key].label[language].toLowerCase().replace(' for events', '').replace('活动', '').replaceAll(' ', '[ -]?');
        expect(said, key).toMatch(new RegExp(words));
      }
    }
  });
});

describe('a passage', () => {
  const whole = '---\nid: a\nlocale: en\ndomain: internal_kb\ntitle: T: with a colon\nupdated_at: 2026-01-01\n---\n\nText.\n';

  it('is read from Markdown with front matter', () => {
    const passage = { id: 'a', locale: 'en', domain: 'internal_kb', title: 'T: with a colon', text: 'Text.', updated_at: '2026-01-01' };
    expect(parsePassage(whole, 'a.md')).toEqual(passage);
    expect(parsePassage(whole.replaceAll('\n', '\r\n'), 'a.md')).toEqual(passage);
  });

  it('is refused with the name of its file when something is missing', () => {
    expect(() => parsePassage(whole.replace('title: T: with a colon\n', ''), 'a.md')).toThrow('a.md: the front matter has no title');
    expect(() => parsePassage(whole.replace('internal_kb', 'gossip'), 'a.md')).toThrow('a.md: the domain is one of');
    expect(() => parsePassage(whole.replace('Text.', ''), 'a.md')).toThrow('a.md: there is no text');
    expect(() => parsePassage('no front matter', 'a.md')).toThrow('a.md');
  });
});
