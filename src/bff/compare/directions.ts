import type { Language } from '../../protocol/locale.ts';

/** Which end of a scale is better, where that is known, and the word for it. */
export interface Better {
  readonly end: 'more' | 'less';
  readonly word: Readonly<Record<Language, string>>;
}

export interface Direction {
  /** Keys and labels it is known by. */
  readonly names: RegExp;
  /** Names that look like it and mean something else. */
  readonly but?: RegExp;
  readonly better: Better;
}

const less = (zh: string, en: string): Better => ({ end: 'less', word: { zh, en } });
const more = (zh: string, en: string): Better => ({ end: 'more', word: { zh, en } });

/** Rows that are not attributes. */
export const rowBetter = {
  price: less('最便宜', 'cheapest'),
  deposit: less('最低', 'lowest'),
  delivery: less('最快', 'fastest'),
  rating: more('最高', 'highest'),
  reviews: more('最受好评', 'best liked'),
} as const;

/**
 * Facts of which one end is better for everyone. What is not here has no best: a longer focal length, a bigger screen or
 * more power is a matter of use. A shop adds to it in its profile (`comparison.better`).
 */
export const directions: readonly Direction[] = [
  {
    names: /(^|_)weight($|_)|\bweight\b|重量|净重/i,
    but: /max|load|capacity|support|child|user|rider|承重|载重|最大|适用|儿童|体重/i,
    better: less('最轻', 'lightest'),
  },
  { names: /noise|噪音|噪声/i, but: /cancel|signal|ratio|降噪|信噪/i, better: less('最安静', 'quietest') },
  { names: /latency|延迟|response_time|响应/i, better: less('最快', 'fastest') },
  { names: /setup_time|搭建时间/i, better: less('最快', 'fastest') },
  {
    names: /battery_life|runtime|run_time|flight_time|range_km|^range$|续航|battery_minutes/i,
    better: more('最久', 'longest lasting'),
  },
  { names: /battery_capacity|^battery$|电池容量/i, better: more('最大', 'largest') },
  { names: /^ram$|^memory$|^内存$|storage|^capacity$|机身存储|存储容量/i, better: more('最大', 'largest') },
  { names: /brightness|亮度|lumens/i, better: more('最亮', 'brightest') },
  { names: /warranty|质保/i, better: more('最长', 'longest') },
  { names: /hydrostatic|waterproof_column|静水压|防水指数/i, better: more('最高', 'highest') },
];
