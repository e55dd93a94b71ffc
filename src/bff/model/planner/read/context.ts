import type { Passage } from './passage.ts';

/** Where a word ends that only says where, when or why: at a verb, a mark, or what was already understood. */
const ENDS =
  '(?=的时候|那边|那里|那儿|一带|附近|这边|玩|拍|看|用|住|办|做|旅|出差|度假|露|自驾|徒步|上学|读书|工作|参加|见|过|跑|滑|爬|骑|[^\\p{Script=Han}]|$)';

/**
 * Circumstances: places one goes to, times, occasions, who comes along. They are no property of a product, so they must
 * neither narrow a search nor show up in an answer. Tested on what nobody has understood; `\u0001` stands for what was.
 */
const CONTEXT: readonly RegExp[] = [
  new RegExp(`(?:(?<![看收达得找买租想等拿送配])到|去|前往|飞往|飞|在)(?:了|过)?\\p{Script=Han}{2,4}?${ENDS}`, 'gu'),
  /(?:这|上|下)(?:个|一)?(?:周末?|星期|礼拜|月|季度?)[一二三四五六日天]?|(?:今|明|后|去)年|(?:月|年|周)底|元旦|春节|过年|五一|端午|中秋|国庆(?:节|长假)?|寒假|暑假|圣诞节?|双十一|(?:早|晚)上|下午|中午|夜里|晚间/g,
  /(?:朋友|亲戚|客户|老人|爸妈?|妈妈?|孩子|小孩|宝宝|娃|老师|同学)(?:们)?(?:一起|用的?|使用|过来|来)/g,
  /\b(?:my|our|the|an?) [A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)* (?=(?:trip|journey|holidays?|vacation|tour|visit)\b)/gu,
  /\b(?:to|in|at|around|across|through|near|towards?|into|over) (?:the )?[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)*/gu,
  /\b(?<!(?:up|close|next|similar) )to (?:the |my |our |a |an )?[a-z'-]+/gi,
  /\b(?:trip|journey|holidays?|vacation|tour|visit|weekend|road trip|travels)\b(?: (?:to|in|around|through|across|with) (?:the )?[a-z'-]+)?/gi,
  /\b(?:next|this|last|coming|every) (?:week(?:end)?|month|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/gi,
  /\b(?:in|on|for|over|during|by) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|christmas|easter|thanksgiving|new year)\b/gi,
];

/** Claims circumstances. Runs last, when everything the catalogue knows a word for has been claimed. */
export function claimContext(passage: Passage): void {
  for (const pattern of CONTEXT) {
    const masked = passage.masked();
    for (const match of masked.matchAll(pattern)) passage.claim(match.index, match.index + match[0].length);
  }
}
