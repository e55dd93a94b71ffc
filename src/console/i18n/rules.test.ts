import { expect, it } from 'vitest';
import { ruleNames } from '../../bff/guard/verdict.ts';
import { ruleWords } from './rules.ts';

it('every rule of the guard is explained in both languages', () => {
  for (const rule of [...ruleNames, 'position'])
    for (const locale of ['en', 'zh-CN']) expect(ruleWords(locale, rule).means, `${rule} ${locale}`).not.toBe('');
  expect(ruleWords('zh-CN', 'amount').name).not.toBe(ruleWords('en', 'amount').name);
});

it('a rule that is not known keeps its name', () => {
  for (const rule of ['of-tomorrow', 'constructor']) expect(ruleWords('en', rule)).toEqual({ name: rule, means: '' });
});
