/** Words directly before a name that turn it into "not that". */
const BEFORE_ZH =
  /(?:(?<![要是])不想?要|(?<![要是])不(?:想|用|必)?(?:看|用|买|租|选|考虑)|不喜欢|不能是|(?<!是)不是|(?:不要|不用|不必|(?<![特分级类识])别)(?:再|老|总)?(?:给我|跟我|帮我|向我|把)?(?:推荐|推送?|发|展示|介绍|看|提|说|来|选|挑|要|拿)?|除了|除去|排除|去掉|不含|不带|(?<!有)没有|(?<!有)没|非|拒绝|讨厌|避开|跳过|受不了)\s*(?:任何|那种|有|是|带|关于)?\s*$/;
const BEFORE_EN =
  /(?:^|[^a-z])(?:not|no|nor|neither|forget(?: about)?|skip|drop|never mind|enough of|no more|without|except(?: for)?|excluding|exclude|avoid|remove|take out|leave off|no need for|(?:don'?t|do not|didn'?t|never|not) (?:want|like|need|trust|show(?: me)?|recommend(?: me)?|suggest|give me|bring up|include|buy|use)|hate|dislike|can'?t stand|not a fan of|not fond of|tired of|sick of|leave out|keep out|stay away from|steer clear of|rule out|apart from|besides|other than|(?:any(?:thing|one)?|everything) (?:colou?r |brand )?(?:but|except)|(?:nothing|none|no one|no items?|no products?) (?:from|by|of|made by)|non|never|instead of|minus|isn'?t|aren'?t)\s+(?:(?:a|an|any|anything|stuff|things?|ones?|products?|items?|the|from|by|made by|in|with|of)\s+)*$/;
/** Words directly behind a name that do the same. */
const BEHIND =
  /^\s?(?:牌|家)?的?(?:我)?(?:就|都)?(?:(?:不要|不用|不需要|用不着|去掉|拿掉|省掉|省了|免了|不考虑|不喜欢|不看|不行)(?:了|的|吧|啦)*(?=$|[\s,，。.;；!！、])|除外|算了)|^ (?:excluded|is out|won't do)\b/;
/** What joins a further name to one that was turned down: "not Sony or Canon", 不要索尼和佳能. */
const JOINER = /^(?:\s?[,、和或跟及/]\s?|\s(?:or|and|nor)\s)(?:the |any |也?不要|也?不想要|not |no )?$/;

/** A stretch of text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether the name at `span` is turned down.
 * @param previous the name before it, if that one was turned down.
 * @returns the span of the words that say so (empty where they were read with the previous name), or null.
 */
export function negationAt(text: string, span: Span, previous: Span | null): Span | null {
  if (previous && JOINER.test(text.slice(previous.end, span.start))) return { start: previous.end, end: span.start };
  const before = text.slice(Math.max(0, span.start - 30), span.start);
  const hit = BEFORE_ZH.exec(before) ?? BEFORE_EN.exec(before);
  if (hit && !/吗[?？]?$/.test(text.slice(span.end))) return { start: span.start - hit[0].length, end: span.start };
  const behind = BEHIND.exec(text.slice(span.end, span.end + 16));
  return behind ? { start: span.end, end: span.end + behind[0].length } : null;
}
