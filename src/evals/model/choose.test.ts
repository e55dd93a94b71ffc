import { expect, test } from 'vitest';
import { chooseCases, kindsText, listText } from './choose.ts';
import type { NamedCase } from './sets.ts';

const named = (kind: string, id: string): NamedCase => ({
  set: 'demo',
  kind,
  test: { id, locale: 'en', turns: [] } as unknown as NamedCase['test'],
});
const cases = [named('edit', 'en-edit-01'), named('edit', 'zh-edit-01'), named('film', 'en-film-01')];
const ids = (only?: string, limit?: number) => chooseCases(cases, { only, limit }).map((each) => each.test.id);

test('a kind or a part of an id chooses, and a limit keeps the first of those', () => {
  expect(ids('edit')).toEqual(['en-edit-01', 'zh-edit-01']);
  expect(ids('en-')).toEqual(['en-edit-01', 'en-film-01']);
  expect(ids('en-', 1)).toEqual(['en-edit-01']);
  expect(ids(undefined, 2)).toHaveLength(2);
  expect(ids('nosuchcase')).toEqual([]);
});

test('what there is to choose from is told by kind', () => {
  expect(kindsText(cases)).toBe('edit (2), film (1)');
  expect(listText(cases)).toBe('edit (2)\n  en-edit-01\n  zh-edit-01\nfilm (1)\n  en-film-01');
});
