/** A sentence that reports a search as done: "I searched again and found two". */
export interface SearchReport {
  /** The clause, as written. */
  readonly text: string;
  /** It also says that something was found, which a failed search does not back. */
  readonly found: boolean;
}

const DETERMINERS = '(?: an?| another| one more| the| my| our)?';
const KINDS = String.raw`(?: (?:new|second|third|fresh|quick|wider|broader|narrower|further|repeated|updated|latest|full|live|catalogue|catalog|stock|more|specific|different)){0,3}`;
const LOOK = '(?:search(?:es)?|query|lookup|look-up)';
const PLACES = '(?:again|once more|a second time|catalogue|catalog|inventory|stock|database|listings?|shelves|system|warehouse)';
const WHO = String.raw`\b(?:I|we)(?:['’]ve| have)?(?: also| just| now| already| then| quickly| even| since)*`;

/** Reports in English: somebody of the shop has looked, or a search has answered. */
const english = [
  String.raw`${WHO} (?:searched|re-?searched|queried|scanned|browsed|combed|re-?ran)\b`,
  String.raw`${WHO} (?:looked|checked|re-?checked|double-checked|gone|went|dug)\b[^.!?\n]{0,32}?\b${PLACES}\b`,
  String.raw`${WHO} looked (?:it|them|that|this|those) up\b`,
  String.raw`${WHO} (?:ran|run|did|done|made|performed|tried)${DETERMINERS}${KINDS} ${LOOK}\b`,
  String.raw`\b(?:I|we)(?:['’]ve| have)? (?:just|also|now) found\b`,
  String.raw`\b(?:I|we)(?:['’]ve| have)? found (?:another|(?:one|two|three|four|five|six|some|a few|several|\d+) (?:more|new|other|additional)|new|additional)\b`,
  String.raw`\b(?:this time|now),? (?:I|we) found\b`,
  String.raw`\b(?:my|a|the|another|this)${KINDS.replace('{0,3}', '{1,3}')} (?:${LOOK}|look|check)\b[^.!?\n]{0,24}?\b(?:found|finds|shows?|showed|returned|returns|turned up|turns up|came|comes|brought|brings|gave|gives|reveal(?:s|ed)|confirm(?:s|ed)|yield(?:s|ed))\b`,
  String.raw`\b(?:my|our|the|another) (?:search|query)(?: results)? (?:just |also |now )?(?:found|shows?|showed|returned|returns|turned up|came back|brought up|gave|confirms|confirmed)\b`,
  String.raw`\b(?:after|upon|having) (?:searching|querying|scanning|searched)\b[^.!?\n]{0,40}?(?:,| I\b| we\b)`,
  String.raw`\b(?:after|upon|having) (?:looking|checking|re-?checking|checked|looked|going)\b[^.!?\n]{0,32}?\b${PLACES}\b`,
  String.raw`\b(?:after|with) (?:another|a (?:new|second|fresh|quick|wider|further))${KINDS} (?:${LOOK}|look)\b`,
  String.raw`(?:^|\n)\W*(?:(?:new|updated|latest|fresh) )?search (?:complete|results?|done|finished)\b`,
];
const ENGLISH = new RegExp(english.join('|'), 'gi');

const LOOK_ZH = '(?:搜索|查询|检索|查找|搜寻|核对|核实|查看|搜|查|翻)';
const DONE_ZH = '(?:了|过了|到了?|完|遍了)';
const chinese = [
  String.raw`我(?:们)?(?!(?:想|要|可以|会|来|能))[^,。!?;\n]{0,10}?${LOOK_ZH}${DONE_ZH}`,
  String.raw`(?:又|再次|再|重新|刚刚?|特意|专门|这次)[^,。!?;\n你您]{0,6}?(?:${LOOK_ZH}|找)${DONE_ZH}`,
  String.raw`(?:帮|为|替|给)[你您](?:又|再次|再|重新|也|都|在[^,。!?;\n]{0,8}?)?(?:${LOOK_ZH}|找)(?:了|到了?|完)`,
  String.raw`(?:已|已经)(?:(?:帮|为|替|给)[你您])?(?:再次|重新)?(?:搜索|查询|检索|查找)(?!过)`,
  String.raw`(?:搜索|查询|检索|查找)(?:的)?结果(?:显示|如下|出来|表明|里有|中有|是|为|:)`,
  String.raw`(?:经过?|通过)(?:再次|重新|进一步|又一次|一番)?(?:搜索|查询|检索|查找|核对)`,
  String.raw`(?:重新|再次|再)(?:${LOOK_ZH})(?:一遍|一次|一下)?(?:后|之后|完)`,
];
const CHINESE = new RegExp(chinese.join('|'), 'g');

const FOUND = /found|show|return|turn|came|brought|gave|result|confirm|yield|here (?:is|are)|到了?|(?<!没)有|发现|结果/i;
/** It speaks of a search that was: unless it says that this one is new. */
const PAST =
  /\b(?:earlier|before|previous(?:ly)?|last time|a moment ago|the first time|at the start|above|so far|yesterday|already (?:shown|showed|saw)|you saw)\b|之前|刚才|上次|先前|前面|上面|早些|此前|上一轮|那次|最初|一开始|开头|昨天|已经给你看过/i;
const ANEW =
  /\b(?:again|once more|another|one more|new|second|fresh|re-?(?:ran|checked|searched)|this time)\b|又|再次|重新|这次|再[搜查找检]/i;
/** It does not say that a search took place: a denial, a condition, an offer, or the shopper's own search. */
const UNSAID =
  /(?:n['’]t|\bnot|\bnever|\bnothing|\bif|\bwhen|\bonce|\bunless|\buntil|\bwithout|\bhad|\bshould|\bcould|\bwould|\bas soon as)\b[^,;.!?\n]{0,24}$|(?:没|没有|未|不|别|无法|还没|尚未|等|等我|如果|若|要是|一旦|假如|只要|要不要|需要|是否|可以|你|您|客服|快递|顾客|大家|很多人|人)[^,。!?;\n]{0,4}$/i;
/** What came to be found as a thing spoken of: 查到的那两款. */
const REFERENCE = /^[^,。!?;\n]{0,2}的(?!是|有|结果)/;
const OFFER = /(?:吗|么|呢|如何|怎么样|好不好|行不行)?[??]$|吗[。]?$/;

const isEnd = /[.!?。\n]/;
/** A sentence reaches no further than this from the words of its report, in characters: linear time for text without an end. */
const REACH = 240;
/** Reports told of one text; more say nothing new. */
const MOST = 8;

/**
 * Searches that a text reports as done. What is offered, denied, asked or said of an earlier turn is no report.
 * @param folded half-width text ({@link foldWidth} and full-width commas as `,`).
 */
export function findSearchReports(folded: string): SearchReport[] {
  const reports: SearchReport[] = [];
  for (const pattern of [ENGLISH, CHINESE]) {
    pattern.lastIndex = 0;
    for (let hit = pattern.exec(folded); hit; hit = pattern.exec(folded)) {
      const report = reportAt(folded, hit.index, hit[0]);
      if (report) reports.push(report);
      if (reports.length >= MOST) return reports;
    }
  }
  return reports;
}

function reportAt(text: string, at: number, words: string): SearchReport | null {
  let start = at;
  while (start > Math.max(0, at - REACH) && !isEnd.test(text[start - 1] ?? '')) start -= 1;
  let end = at + words.length;
  const limit = Math.min(text.length, end + REACH);
  while (end < limit && !isEnd.test(text[end] ?? '')) end += 1;
  const sentence = text.slice(start, end + 1);
  const before = text.slice(start, at);
  const after = text.slice(at + words.length, end + 1);
  const clauseEnd = after.search(/[,;]/);
  const clause = words + (clauseEnd < 0 ? after : after.slice(0, clauseEnd));
  if (UNSAID.test(before) || /(?:没|未|不|n['’]t|\bnot\b|\bnever\b)/i.test(words.replace(/不久|不同/g, ''))) return null;
  const anew = ANEW.test(words + after);
  if (PAST.test(sentence) && !anew) return null;
  if (REFERENCE.test(after) && !anew) return null;
  if (OFFER.test(clause.trim())) return null;
  return { text: clause.trim(), found: FOUND.test(words + after) };
}
