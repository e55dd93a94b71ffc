const BROWSES =
  /推荐|看看|逛|有什么|有啥|有哪些|卖什么|租什么|买(?:点|些|个)?什么|类似|东西|recommend|similar|what (?:should|can) i (?:get|buy|rent)|what i (?:want|need)|suggest|show|browse|what do you (?:have|sell|rent|offer)|what's (?:good|new)|anything/;

/** Whether somebody looks around, with nothing in mind yet. @param text folded. */
export const isBrowsing = (text: string): boolean => BROWSES.test(text);
