import { expect, it } from 'vitest';
import { talkOf } from './talk.ts';

it.each([
  ['再见啦', 'bye'],
  ['thanks a lot, bye', 'bye'],
  ['好的，谢谢，再见！', 'bye'],
  ['谢谢啦', 'thanks'],
  ['hello!', 'greeting'],
  ['ok, got it. thanks', 'thanks'],
])('%s is only talk: %s', (text, talk) => {
  expect(talkOf(text)).toBe(talk);
});

it.each(['thanks, now a tent', '你好，我想租一台相机', 'hello, do you have cameras?', '拜拜肉'])('%s is a wish as well', (text) => {
  expect(talkOf(text)).toBeNull();
});
