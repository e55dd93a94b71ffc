import type { Edit } from '../wish.ts';
import { attributesFor, concepts } from './concepts.ts';
import type { Draft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import { endsWord, startsWord } from './match.ts';
import type { Passage } from './passage.ts';

type Sort = NonNullable<Draft['sort']>;

/** Changes of the price against what was shown. */
const EDITS: readonly (readonly [RegExp, Edit['kind']])[] = [
  [
    /(?:类似|同款|差不多|一样)的?(?:但是?|而且?|又|,)?便宜的?|(?:再|更|还有)(?:要)?便宜(?:一?[点些])?(?:的|吗)*|便宜一?[点些]|太贵了?|有点贵|贵了(?:点|些)?|价格(?:再)?低一?[点些]|\b(?:cheaper|less expensive|(?:a )?lower price[ds]?|too (?:expensive|pricey|much)|cost less|for less)\b(?! than)/g,
    'cheaper',
  ],
  [
    /(?:再|更)?贵一?[点些](?:的|也行)?|高端一?[点些]|更高端|更好一?[点些]?的?|档次(?:再)?高一?[点些]?|\b(?:more (?:premium|expensive)|higher[ -]end|better ones?|pricier)\b(?! than)/g,
    'dearer',
  ],
  [
    /换一?[批组些]|换几[个款台]|再?换[个一]?(?:款|台)?(?:看看)?(?=$|[吧吗,。!?])|(?:再|多)来[几一][个款些]|(?:还有没有|还有|有没有|有|看看|来点|换)?(?:其他|其它|其余|别|另外|不同|不一样)的?(?:款式?|样式|型号|选择|产品|商品|几?[个款台])(?:的)?|(?:还有没有|还有|有没有|有|看看|来点|换)?(?:其他|其它|其余|别|另外|不一样)的|还有(?:更多)?(?:吗|没有|么)|下一[批页]|看?更多|再看看|\b(?:(?:show (?:me )?)?(?:some )?more(?: options| choices| ones| results)?(?= please|$|[.!?])|(?:any |some |the )?others?(?: ones?| options?)?\b(?! than)|something else|anything else|next(?: page| ones?)?$|different ones?|another one|what else)\b/g,
    'others',
  ],
  [/(?:价格|价钱|预算)(?:不限|无所谓|不是问题)|(?:any|no) (?:price|budget)(?: limit)?|price doesn'?t matter/g, 'unpriced'],
];

const SORTS: readonly (readonly [RegExp, Sort])[] = [
  [/押金(?:最|比较|更)?[低少]一?[点些]?的?|低押金|\b(?:low(?:est|er)?|small(?:est|er)?) deposit\b/g, 'deposit_asc'],
  [
    /最便宜|价格最低|最低价|价格从低到高|最(?:实惠|划算)|\bcheapest\b|\blowest price[ds]?\b|\bleast expensive\b|\bprice low to high\b/g,
    'price_asc',
  ],
  [/最贵|价格最高|价格从高到低|顶配|旗舰|\bmost expensive\b|\btop of the line\b|\bflagship\b|\bprice high to low\b/g, 'price_desc'],
  [
    /评分(?:最|比较|更)?高(?:一?[点些])?|评价(?:最|比较|更)?[好高]|口碑(?:最|比较|更)?好?|好评(?:最多|多|率高)?|最好的?|\b(?:(?:best|top|highest|well|highly)[ -]?(?:rated|reviewed)|best reviews?|good reviews|the best|best)\b(?! (?:for|sell|batt))/g,
    'rating',
  ],
  [
    /最?热门|最?热销|最受欢迎|销量(?:最|比较)?[高好]?|卖得?最?好|爆款|\b(?:most popular|popular|best[ -]?sell(?:ing|ers?)|trending)\b/g,
    'popularity',
  ],
  [/最新(?:款|的)?|新款|新出的?|新品|\b(?:newest|latest|new arrivals?|most recent)\b/g, 'newest'],
  [
    /便宜(?:的|点的)?|实惠|划算|性价比(?:高|好)?|平价|\b(?:cheap|affordable|inexpensive|low cost|budget(?! (?:is|of|:|under|around|\d))|good value)\b/g,
    'price_asc',
  ],
];

/** Reads how the results should be ordered and what should be more or less than before; claims the words. */
export function readSorts(passage: Passage, lexicon: Lexicon, draft: Draft): void {
  for (const [pattern, kind] of EDITS) if (passage.take(pattern) && !draft.edit && kind !== 'more') draft.edit = { kind };
  readConcepts(passage, lexicon, draft);
  readNamedSuperlative(passage, lexicon, draft);
  for (const [pattern, sort] of SORTS) {
    const hits = [...passage.text.matchAll(pattern)].filter(
      (hit) => !partOfPhrase(passage.text, hit.index, hit.index + hit[0].length, lexicon),
    );
    for (const hit of hits) {
      if (!passage.isFree(hit.index, hit.index + hit[0].length)) continue;
      passage.claim(hit.index, hit.index + hit[0].length);
      draft.sort ??= sort;
    }
  }
}

/** 够轻, quieter, longest battery life: an order by the attribute that states it, or the truth that none does. */
function readConcepts(passage: Passage, lexicon: Lexicon, draft: Draft): void {
  for (const info of concepts)
    for (const [pattern, order] of [
      [info.low, 'asc'],
      [info.high, 'desc'],
    ] as const) {
      if (!pattern) continue;
      for (const hit of passage.text.matchAll(pattern)) {
        const end = hit.index + hit[0].length;
        if (!passage.isFree(hit.index, end) || partOfPhrase(passage.text, hit.index, end, lexicon)) continue;
        passage.claim(hit.index, end);
        const [attribute] = attributesFor(info.concept, lexicon);
        if (!attribute) draft.unstated.push(info.concept);
        else if (!draft.sort_attribute && !draft.sort) {
          draft.sort = 'attribute';
          draft.sort_attribute = { name: attribute.key, order };
        }
        if (!draft.edit && /一?[点些]|更|再|(?:er|ier)\b|\bmore\b/.test(passage.text.slice(Math.max(0, hit.index - 2), end + 2)))
          draft.edit = { kind: 'more', concept: info.concept, order };
      }
    }
}

/** An attribute by its own name: "highest airflow", 功率最大. */
function readNamedSuperlative(passage: Passage, lexicon: Lexicon, draft: Draft): void {
  const { text } = passage;
  for (const [name, attributes] of lexicon.attributeNames) {
    const attribute = attributes.find((candidate) => candidate.type === 'number');
    const at = attribute ? text.indexOf(name) : -1;
    if (!attribute || at < 0 || !startsWord(text, at) || !endsWord(text, at + name.length)) continue;
    const ahead =
      /\b(?:(highest|most|largest|biggest|longest|greatest|best|max(?:imum)?|high)|(lowest|least|smallest|shortest|min(?:imum)?|low)) $|最(?:(高|大|长|多|强)|(低|小|短|少))的?$/.exec(
        text.slice(0, at),
      );
    const behind = /^(?:要|够|最|更|越|比较)+(?:(高|大|长|多|强|快|好)|(低|小|短|少|慢))(?:越好|的)?/.exec(text.slice(at + name.length));
    const hit = ahead ?? behind;
    if (!hit || draft.sort) continue;
    const descending = (ahead ? (ahead[1] ?? ahead[3]) : behind?.[1]) !== undefined;
    draft.sort = 'attribute';
    draft.sort_attribute = { name: attribute.key, order: descending ? 'desc' : 'asc' };
    passage.claim(at - (ahead?.[0].length ?? 0), at + name.length + (behind?.[0].length ?? 0));
  }
}

/**
 * Whether a stretch belongs to a phrase of the catalogue, which then has it: it is one (the feature 静音), lies in one
 * ("light blue"), or shares letters with one (小米 in 不要小米). A phrase inside it does not count: "big screen".
 */
function partOfPhrase(text: string, start: number, end: number, lexicon: Lexicon): boolean {
  for (let from = Math.max(0, start - 16); from < end; from++) {
    if (!startsWord(text, from)) continue;
    for (let to = Math.min(text.length, end + 16); to > Math.max(from + 1, start); to--) {
      const inside = from >= start && to <= end && to - from < end - start;
      const phrase = text.slice(from, to);
      if (inside || !endsWord(text, to) || !lexicon.phrases.has(phrase)) continue;
      // "a light camera": the word describes, although a photo light is called by it too.
      const describes =
        from === start &&
        to === end &&
        /^ (?!for |with |in |to |that |of |and |or )[a-z]/.test(text.slice(to)) &&
        lexicon.phrases.get(phrase)?.every((meaning) => meaning.distance === 2);
      if (!describes) return true;
    }
  }
  return false;
}
