import type { AttributeInfo } from '../../../catalog/engine.ts';
import type { Lexicon } from './lexicon.ts';

/** Qualities people ask for without a figure. Each may be stated by an attribute of the catalogue, under many names. */
export type Concept = 'noise' | 'weight' | 'size' | 'brightness' | 'battery' | 'power' | 'speed' | 'capacity' | 'resolution' | 'refresh';

interface ConceptInfo {
  readonly concept: Concept;
  /** Names an attribute for it goes by (key or label, folded). */
  readonly attribute: RegExp;
  /** Names that look like it and are something else. */
  readonly but?: RegExp;
  /** Names that say it best, where several attributes do. */
  readonly best?: RegExp;
  /** Words that ask for little of it, and for much of it; global. */
  readonly low?: RegExp;
  readonly high?: RegExp;
  readonly names: { readonly zh: string; readonly en: string };
}

/** In order: the first that matches a word has it. */
export const concepts: readonly ConceptInfo[] = [
  {
    concept: 'noise',
    attribute: /noise|sound level|loudness|噪音|噪声|分贝/,
    but: /cancel|signal|ratio|降噪|信噪/,
    low: /\b(?:the )?(?:quiet(?:er|est)?|silent|low noise|noiseless)\b|安静|静音|噪音[小低]|噪声[小低]|低噪音?|不吵/g,
    names: { zh: '噪音', en: 'noise' },
  },
  {
    concept: 'weight',
    attribute: /\bweight\b|\bmass\b|重量|净重|体重|机重/,
    but: /max|load|capacity|support|承重|载重|最大|适用|适合/,
    low: /\b(?:(?:ultra ?)?light(?:er|est)?(?: ?weight)?|not too heavy|weighs? little)\b|轻便|轻薄|轻巧|轻量|(?:够|最|更|要|再|很|比较|尽量|特别|超)轻|轻一?[点些]|[不别]太?重|重量[轻小]|轻的/g,
    high: /\bheav(?:y|ier|iest)\b|重一点|更重|最重/g,
    names: { zh: '重量', en: 'weight' },
  },
  {
    concept: 'battery',
    attribute: /battery|runtime|run time|play time|flight time|endurance|range|续航|电池|电量|飞行时间|使用时间|播放时间|里程/,
    but: /type|类型|recharge|充电|frequency|频|型号|count|数量|removable|可拆|included|batteries|随附/,
    best: /life|time|\brange\b|续航|时间|里程/,
    high: /\b(?:long(?:er|est)?[ -](?:lasting|battery(?: life)?|flight(?: time)?|range)|best battery(?: life)?|(?:good|great|big(?:ger|gest)?|more) battery(?: life)?|lasts? (?:long(?:er|est)?|all day)|(?:fl(?:y|ies|ying)|runs?|running|plays?|playing|lasting) (?:for )?(?:longer|(?:the )?longest))\b|续航(?:时间)?(?:更|最|要|够|比较|特别)?[长久强好高]一?[点些]?|(?:长|超长)续航|大电池|耐用时间长|电池(?:更|最|要)?[大耐]|[续待]航[最更]?久|飞得[久长]/g,
    names: { zh: '续航', en: 'battery life' },
  },
  {
    concept: 'brightness',
    attribute: /bright|lumen|luminous|亮度|流明|光通量/,
    high: /\b(?:bright(?:er|est)?|high brightness)\b|(?:够|最|更|要|再|很)亮|亮一?[点些]|高亮|亮度[高大]|白天(?:也)?能看/g,
    names: { zh: '亮度', en: 'brightness' },
  },
  {
    concept: 'refresh',
    attribute: /refresh|刷新率/,
    high: /\b(?:high(?:er|est)? refresh(?: rate)?)\b|高刷(?:新率)?|刷新率[最更]?高/g,
    names: { zh: '刷新率', en: 'refresh rate' },
  },
  {
    concept: 'resolution',
    attribute: /resolution|megapixel|pixels?\b|像素|分辨率/,
    high: /\b(?:sharp(?:er|est)?|high(?:er|est)? (?:res(?:olution)?|pixel count)|more (?:mega)?pixels)\b|像素[最更]?高|高像素|(?:更|最)清晰|清晰一?[点些]|分辨率[最更]?高|高分辨率/g,
    names: { zh: '像素', en: 'resolution' },
  },
  {
    concept: 'speed',
    attribute: /speed|\bclock\b|transfer rate|\brpm\b|速度|时速|频率|主频|转速/,
    but: /shutter|min|快门|最低/,
    high: /\b(?:fast(?:er|est)?|quick(?:er|est)?|high(?:er|est)? speed)\b|(?:够|最|更|要|再|很)快|快一?[点些]|速度[最更]?快|高速/g,
    low: /\bslow(?:er|est)?\b|慢一?[点些]|(?:最|更)慢/g,
    names: { zh: '速度', en: 'speed' },
  },
  {
    concept: 'capacity',
    attribute: /capacity|storage|volume|\bpeople\b|persons?\b|容量|存储|内存|容积|人数/,
    high: /\b(?:roomier|roomiest|spacious|(?:large|big|high|more|larger|bigger|largest|biggest) (?:capacity|storage)|more (?:space|room|storage))\b|大容量|容量[最更]?大|空间[最更]?大|能装|宽敞/g,
    names: { zh: '容量', en: 'capacity' },
  },
  {
    concept: 'power',
    attribute: /wattage|\bpower\b|功率|瓦数|马力/,
    but: /consumption|supply|type|功耗|供电|电源类型/,
    high: /\b(?:(?:more|most) powerful|powerful|strong(?:er|est)|high(?:er|est)? (?:power|wattage)|more (?:power|watts))\b|大功率|功率[最更]?大|(?:更|最|够)强劲|动力[最更]?强/g,
    low: /\b(?:low(?:er|est)? (?:power|wattage))\b|小功率|低功率/g,
    names: { zh: '功率', en: 'power' },
  },
  {
    concept: 'size',
    attribute: /screen size|display size|diagonal|\bsize\b|dimension|length|width|屏幕|尺寸|大小|对角线|长度/,
    but: /sensor|type|resolution|传感器|类型|分辨率|材质|刷新|aperture/,
    low: /\b(?:small(?:er|est)?|compact|tiny|tiniest|mini)\b|(?:够|最|更|要|再)小(?!时)|小一?[点些]|小巧|迷你|小屏|小尺寸|便携|紧凑/g,
    high: /\b(?:big(?:ger|gest)?|larg(?:e|er|est))(?: (?:screen|display|size))?\b|(?:够|最|更|要|再)大(?!疆)|大一?[点些]|大屏幕?|大尺寸|屏幕[最更]?大/g,
    names: { zh: '尺寸', en: 'size' },
  },
];

const byConcept = new Map(concepts.map((info) => [info.concept, info]));

/** A concept's name as it stands in a sentence. */
export function conceptName(concept: Concept, language: 'zh' | 'en'): string {
  return byConcept.get(concept)?.names[language] ?? concept;
}

/** Attributes of the catalogue that state a concept in numbers, the most stated first. */
export function attributesFor(concept: Concept, lexicon: Lexicon): AttributeInfo[] {
  const info = byConcept.get(concept);
  if (!info) return [];
  const isBest = ({ labels }: AttributeInfo): boolean => info.best?.test(labels.join(' | ').toLowerCase()) ?? false;
  return lexicon.vocabulary.attributes
    .filter((attribute) => {
      if (attribute.type !== 'number') return false;
      const names = [attribute.key.replaceAll('_', ' '), ...attribute.labels].join(' | ').toLowerCase();
      return info.attribute.test(names) && !info.but?.test(names);
    })
    .sort((a, b) => Number(isBest(b)) - Number(isBest(a)) || b.count - a.count);
}
