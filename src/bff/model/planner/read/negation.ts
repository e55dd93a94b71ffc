/** Words directly before a name that turn it into "not that". */
const BEFORE_ZH =
  /(?:不要|不想要|不想看|不想用|不想买|不想租|不喜欢|不考虑|不买|不租|不看|不选|不能是|不是|别给我|别推荐|不要推荐|(?<![特分级类识])别要?|除了|除去|排除|去掉|不含|不带|(?<!有)没有|(?<!有)没|非|拒绝|讨厌|避开)\s*(?:任何|那种|有|是|带)?\s*$/;
const BEFORE_EN =
  /(?:^|[^a-z])(?:not|no|nor|neither|forget(?: about)?|skip|drop|never mind|enough of|no more|without|except(?: for)?|excluding|exclude|avoid|don'?t want|do not want|don'?t like|do not like|hate|other than|(?:any(?:thing|one)?|everything) (?:colou?r |brand )?(?:but|except)|nothing from|non|never|instead of|minus|isn'?t|aren'?t)\s+(?:(?:a|an|any|the|from|by|made by|in|with)\s+)*$/;
/** Words directly behind a name that do the same. */
const BEHIND =
  /^\s?(?:牌|家)?的?(?:我)?(?:就|都)?(?:(?:不要|不考虑|不喜欢|不看|不行)(?:了|的|吧|啦)*(?=$|[\s,，。.;；!！、])|除外|算了)|^ (?:excluded|is out|won't do)\b/;
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
