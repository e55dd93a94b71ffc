/** What a message asks about the shopper's orders. */
export interface OrderQuestion {
  readonly kind: 'order' | 'tracking';
  /** A number the message names, as written. */
  readonly order_id: string | null;
}

const TRACKING =
  /物流|快递(?:单号|到|走|在)|(?:包裹|快递|订单|货|东西|我(?:租|买)的.{1,8}?)(?:现在|目前)?(?:到哪|在哪|走到哪|什么时候(?:能)?到|几时到|到了(?:吗|没)|发(?:货|出)?了?(?:吗|没))|到哪(?:了|里了|儿了)|发货了(?:吗|没)|发了(?:吗|没)|\bwhere(?:'s| is| are)\b.{0,12}\bmy\b(?! (?:account|deposit|money|refund)\b)|\btrack(?:ing)?\b|\bshipping status\b|\b(?:has|have|did|is|when (?:will|does|is))\b.{0,24}\b(?:orders?|parcels?|packages?|deliver(?:y|ies)|shipments?)\b.{0,24}\b(?:ship(?:ped)?|sent|dispatched|left|arrived?|come|coming|delivered|here|on (?:its|the) way)\b/;
const ORDER =
  /我的订单|查(?:一?下|看|询)?(?:我的)?订单|订单(?:状态|详情|记录|列表|号|怎么样|情况)|我(?:租|买)(?:过|了)(?:什么|哪些|啥)|\bmy (?:\w+ )?(?:orders?|purchases?|rentals?)\b(?! (?:late|early))|\border (?:status|history|number|details?)\b|\bwhat (?:have|did) i (?:order|rent|buy|bought|rented|ordered)/;
/** A number after a word for it, or one that only orders have: letters, then six digits or more. */
const NAMED_NUMBER =
  /(?:\borders?|\bparcel|\bpackage|订单|单号|快递|运单)(?: ?(?:no\.?|number|nr\.?|id|号码?|编号))?(?: ?(?:is|是|为))? ?[:：]? ?(#?(?=[a-z\d-]*\d)[a-z\d][a-z\d-]{2,40})/;
const BARE_NUMBER = /(?<![a-z\d])(#?[a-z]{1,4}-?\d{6,20})(?![a-z\d])|(#\d{3,20})\b/;
/** Rules about orders are not about one's own order. */
const RULES =
  /投诉|取消|改(?:地址|期|日期)|怎么(?:退|还|付)|发票|多久|\bcomplain|\bcancel|\bchange\b|\brefund|\breturn|\bextend|\binvoice|\bhow (?:do|can|long)\b|\bplace (?:an|the|my) order\b|\bcan i\b/;

/**
 * Reads a question about orders or parcels; null where the message is none.
 * @param text folded.
 * @param cased the same with its capitals, which a shop's numbers may depend on.
 */
export function orderQuestion(text: string, cased: string): OrderQuestion | null {
  const named = NAMED_NUMBER.exec(text);
  const match = named ?? BARE_NUMBER.exec(text);
  const order_id = match ? asWritten(match, cased) : null;
  if (order_id === null && RULES.test(text)) return null;
  if (TRACKING.test(text)) return { kind: 'tracking', order_id };
  return ORDER.test(text) || named ? { kind: 'order', order_id } : null;
}

function asWritten(match: RegExpExecArray, cased: string): string {
  const number = match.slice(1).find((each) => each !== undefined) ?? '';
  const start = match.index + match[0].lastIndexOf(number);
  return cased.slice(start, start + number.length);
}
