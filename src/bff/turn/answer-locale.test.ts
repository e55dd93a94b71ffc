import { expect, it } from 'vitest';
import { answerLocale } from './answer-locale.ts';

it.each([
  ['想租个相机', 'zh-CN', 'zh-CN'],
  ['想租个相机', 'en', 'zh-CN'],
  ['a light camera for Tibet', 'zh-CN', 'en'],
  ['A7C II', 'zh-CN', 'zh-CN'],
  ['A7C II 怎么样', 'en-GB', 'zh-CN'],
  ['cheaper', 'zh-CN', 'zh-CN'],
  ['camera please', 'en-GB', 'en-GB'],
  ['…', 'zh-TW', 'zh-TW'],
])('%s on a %s page is answered in %s', (message, page, answer) => {
  expect(answerLocale(message, page)).toBe(answer);
});
