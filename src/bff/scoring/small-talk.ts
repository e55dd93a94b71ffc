/** Words that ask for nothing. A message made of these alone needs no tool. */
const CHINESE =
  '你好|您好|嗨|哈[喽啰罗]|早上好|早安|上午好|中午好|下午好|晚上好|晚安|谢谢|多谢|谢啦|感谢|好的|好|行|嗯|知道了|明白了?|辛苦了?|再见|拜拜|你们?|您|了|啦|呀|啊|哦|哈';
const ENGLISH =
  'hi|hello|hey|hiya|there|good (?:morning|afternoon|evening|night)|thanks?|thank you|thx|cheers|very much|so much|a lot|ok(?:ay)?|great|perfect|got it|bye|goodbye|see you|have a (?:nice|good) (?:day|one)|you|too';
const SUCH = new RegExp(String.raw`${CHINESE}|\b(?:${ENGLISH})\b`, 'giu');
const LONGEST = 60;

/** Whether a message is a greeting, a thank-you or a farewell and nothing else. */
export const isSmallTalk = (text: string): boolean =>
  /\p{L}/u.test(text) && text.length <= LONGEST && !/[\p{L}\p{N}]/u.test(text.replace(SUCH, ''));
