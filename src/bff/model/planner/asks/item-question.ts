import type { AttributeInfo, Vocabulary } from '../../../catalog/engine.ts';
import { hasHan } from '../../../language/script.ts';
import { attributesFor, concepts } from '../read/concepts.ts';
import { lexiconOf } from '../read/lexicon.ts';
import { foldText } from '../read/passage.ts';
import type { Wish } from '../wish.ts';

/** Matters of one item that its record states outside its attributes. */
export type ItemTopic =
  | 'deposit'
  | 'price'
  | 'term'
  | 'buyout'
  | 'colors'
  | 'sizes'
  | 'stock'
  | 'delivery'
  | 'rating'
  | 'included'
  | 'guarantees';

const TOPICS: readonly (readonly [ItemTopic, RegExp])[] = [
  ['deposit', /押金|\bdeposit\b/],
  ['buyout', /买断|租完.{0,4}(?:买|留)|\bbuy ?out\b|\bkeep (?:it|this) after|\bbuy (?:it|this) after/],
  [
    'term',
    /(?:最少|最短|至少|最多|最长|起租).{0,4}(?:租|几天|多久)|起租|(?:能|可以|可)租(?:多久|几|多少)|\b(?:minimum|shortest|longest|maximum) (?:rental|term|period)|\bhow long can i (?:rent|keep)/,
  ],
  [
    'price',
    /多少钱|价格|价钱|怎么卖|怎么租|租金|几块|贵不贵|什么价|\bhow much\b(?! (?:does it weigh|memory|storage|space|ram|is the deposit))|\bwhat does (?:it|this) cost\b|\bcosts?\b|\bprice\b|\brate\b/,
  ],
  ['colors', /颜色|哪些色|什么色|几种色|\bcolou?rs?\b/],
  ['sizes', /(?:有|哪些|什么|几种|几个)(?:尺码|码|规格|型号)|\b(?:what|which|other) sizes\b/],
  ['stock', /有货|现货|缺货|库存|还有吗|\bin stock\b|\bavailable\b|\bavailability\b|\bsold out\b/],
  [
    'delivery',
    /多久(?:能|可以)?(?:到|送)|几天(?:能|可以)?(?:到|送)|什么时候(?:能|可以)?(?:到|送|发货)|送到哪|(?:能|可以)送(?:到)?|发货|\bhow (?:long|soon|fast).{0,24}(?:arrive|deliver|ship|get here)|\bwhen (?:will|would|can|does) (?:it|this) (?:arrive|ship|come|get)|\b(?:ship|deliver) (?:it |this )?to\b/,
  ],
  [
    'rating',
    /评价|评分|口碑|好评|差评|好用吗|好不好用|靠谱吗|怎么样|\breviews?\b|\bratings?\b|\bany good\b|\bwhat do (?:people|others|customers) (?:say|think)/,
  ],
  [
    'included',
    /配件|附带|附送|包含|包括|标配|盒(?:子)?里|自带|(?<!适合)(?<!能)(?:送|带|配)(?:不带|不配)?(?!娃|孩|宝|着|去|上|出).{1,8}吗|\bin the box\b|\bcome(?:s)? with\b|\bincluded?s?\b|\baccessor(?:y|ies)\b/,
  ],
  ['guarantees', /质保|保修|保障|免赔|售后|包邮|运费险|\bwarrant(?:y|ies)\b|\bguarantees?\b|\bdamage waiver\b/],
];

/** Questions for a figure by another word than its label: the pattern asks, the other names the attribute. */
const FIGURES: readonly (readonly [RegExp, RegExp])[] = [
  [/多重|几斤|几公斤|重吗|重不重|重量|\bhow heavy\b|\bheavy\b|\bweigh(?:s|t)?\b/, /\bweight$|重量|^重$/],
  [
    /多大|尺寸|大小|大吗|体积|多长|多宽|多高|\bhow (?:big|large|long is|wide|tall|high)\b|\bdimensions?\b|\bsize\b(?!s)|\bmeasurements?\b/,
    /size|length|height|area|width|尺寸|长度|高度|面积|屏幕|收纳|画幅/,
  ],
  [
    /续航|电池|能用多久|充一次|飞多久|\bbattery\b|\bhow long does (?:it|the battery|this) (?:last|fly|run)|\bflight time\b|\brange\b/,
    /battery|flight time|range|shots per charge|续航|飞行时间|电池|里程/,
  ],
  [/充电|充满|\bcharg(?:e|es|ing)\b/, /recharge|charging|充满|充电/],
  [/多亮|亮度|亮吗|流明|\bhow bright\b|\bbright(?:ness)?\b|\blumens?\b/, /bright|亮度/],
  [/噪音|吵|安静|静音|声音大|\bnois[ey]\b|\bloud\b|\bquiet\b|\bsilent\b/, /noise|sound level|噪音|声压/],
  [
    /几个人|多少人|几人|容纳|住得下|睡得下|坐得下|\bhow many (?:people|persons|adults|guests)\b|\bsleeps?\b|\bfit (?:\w+ ){1,2}(?:people|persons|adults)/,
    /people|人数/,
  ],
  [/几岁|多大的(?:孩子|宝宝|小孩)|月龄|几个月|年龄|\bwhat age\b|\bhow old\b|\bage range\b|\bages?\b/, /\bage\b|月龄/],
  [/承重|载重|能放多重|\bmax(?:imum)? (?:load|weight)|\bhow much (?:weight|load)/, /load|child weight|承重|体重/],
  [
    /防水|泼水|下雨|淋雨|水下|雨天|\bwater ?(?:proof|resistant|tight)?\b|\brain(?:proof)?\b|\bunderwater\b|\bget wet\b/,
    /water|protection class|防水|防护/,
  ],
  [/材质|材料|什么做的|面料|\bmaterial\b|\bmade (?:of|from)\b|\bfabric\b/, /material|材质|填充/],
  [/多快|速度|时速|\bhow fast\b|\bspeed\b/, /speed|速|rate/],
  [/接口|插口|插头|接头|\bports?\b|\bconnectors?\b|\bhdmi\b|\busb\b|\bplug\b/, /ports|connectors|接口|接头|卡口/],
  [/像素|\bmegapixels?\b|\bmp\b/, /megapixel|main camera|像素/],
  [/分辨率|清晰度|清晰吗|4k|1080|\bresolution\b/, /resolution|video|分辨率|视频/],
  [/内存|\bram\b|\bmemory\b/, /memory|内存/],
  [/存储|容量|硬盘|\bstorage\b|\bhow much space\b/, /storage|capacity|存储|容量/],
  [/多冷|几度|温度|零下|\bhow cold\b|\btemperature\b|\bdegrees\b/, /temp|温度|室温/],
  [/怎么搭|搭建|安装|好装吗|好搭吗|\bset ?up\b|\binstall|\bassemble/, /setup|pitching|fixing|搭建|安装/],
  [/折叠|收起来|收纳|\bfold/, /fold|折叠|收纳/],
];

/** What a message asks about one item. */
export interface ItemQuestion {
  /** The message, folded. */
  readonly text: string;
  readonly topics: readonly ItemTopic[];
  /** Keys of attributes that would state it. */
  readonly attributes: readonly string[];
  /** Features, uses and kinds of people named in the catalogue's own values. */
  readonly terms: Pick<Wish['terms'], 'key_features' | 'use_cases' | 'audience' | 'materials' | 'colors'>;
  /** Somebody or something it should suit, as written. */
  readonly suits: string | null;
  /** Other words for what it should have, as written. */
  readonly words: readonly string[];
}

/** 适合宝宝吗, "good for my baby". */
const SUITS =
  /适(?:合|用于?)(?:给)?(.{1,12}?)(?:吗|么|用|的|[?？,，。]|$)|\b(?:good|suitable|suited|ok|okay|safe|right|made|meant|ideal|fit|fine|enough|appropriate) for (?:my |a |an |the |our )?([a-z][a-z -]{1,30}?)(?:[?.!,]|$)/;
/** 带包吗, "come with a bag", "have a flip screen". */
const HAVING =
  /(?:附送|附带|自带|配有|包含|送|带|配|含|有)(?:没有|不带|不配)?(?!几|多|什么|哪|娃|孩|着|去)([\p{Script=Han}a-z\d]{1,8}?)(?:吗|么|[?？]|$)|\b(?:come(?:s)? with|include|includes|have|has|support|supports|got) (?:an? |the |its |any )?([a-z\d][a-z\d -]{1,24}?)(?: included)?(?:[?.!,]|$)/u;

/** The first group of a match that holds anything. */
function captured(pattern: RegExp, text: string): string | null {
  return (
    pattern
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined)
      ?.trim() ?? null
  );
}

const namesOf = ({ key, labels }: Pick<AttributeInfo, 'key' | 'labels'>): string[] =>
  [key.replaceAll('_', ' '), ...labels].map((name) => foldText(name.replace(/\s*[(（][^()（）]*[)）]/g, '')));

/** Reads what a message asks about an item. @param text folded. */
export function itemQuestion(text: string, wish: Wish, vocabulary: Vocabulary): ItemQuestion {
  const lexicon = lexiconOf(vocabulary);
  const asked = FIGURES.filter(([asks]) => asks.test(text)).map(([, names]) => names);
  const worded = concepts.filter(
    ({ concept, low, high }) => wish.unstated.includes(concept) || [low, high].some((each) => each && text.search(each) >= 0),
  );
  const keys = [
    ...wish.attributes.map((filter) => filter.name),
    ...(wish.sort_attribute ? [wish.sort_attribute.name] : []),
    ...vocabulary.attributes.filter((each) => namesOf(each).some((name) => isLabel(name) && text.includes(name))).map((each) => each.key),
    ...vocabulary.attributes
      .filter((each) =>
        asked.some((names) =>
          namesOf({ key: each.labels.length > 0 ? '' : each.key, labels: each.labels }).some((name) => names.test(name)),
        ),
      )
      .map((each) => each.key),
  ];
  // A quality by its everyday word, where no label and no figure was asked for.
  if (keys.length === 0 && asked.length === 0)
    keys.push(...worded.flatMap(({ concept }) => attributesFor(concept, lexicon).map((each) => each.key)));
  const { key_features, use_cases, audience, materials, colors } = wish.terms;
  return {
    text,
    topics: TOPICS.filter(([, pattern]) => pattern.test(text)).map(([topic]) => topic),
    attributes: [...new Set(keys)],
    terms: {
      ...(key_features ? { key_features } : {}),
      ...(use_cases ? { use_cases } : {}),
      ...(audience ? { audience } : {}),
      ...(materials ? { materials } : {}),
      ...(colors ? { colors } : {}),
    },
    suits: captured(SUITS, text),
    words: [...new Set([...[captured(HAVING, text) ?? []].flat(), ...wish.words])].filter((word) => !FILLER.test(word)),
  };
}

/** A label long enough to be meant where it is read. */
const isLabel = (name: string): boolean => (hasHan(name) ? name.length >= 2 : name.length >= 4);
/** Words of asking that the reader of wishes does not know. */
const FILLER =
  /^(?:warrant(?:y|ies)|guarantees?|reviews?|ratings?|stock|price|质保|保修|评价|颜色|货|现货|colou?rs?|come|comes|good|bad|deposit|heavy|cost|costs|price|long|big|work|works|one|thing|this|那|这|押金|几种|价格|多少|款)$/;

/** Whether anything about an item was asked at all. */
export const asksAnything = ({ topics, attributes, terms, suits }: ItemQuestion): boolean =>
  suits !== null || topics.length + attributes.length + Object.values(terms).flat().length > 0;
