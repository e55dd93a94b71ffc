import type { Better } from './row.ts';

/**
 * Facts for which one end of the scale is better for everyone, by words that occur in their key or label. What is not
 * here has no best: a longer focal length, a bigger screen or more power is a matter of use.
 */
const directions: readonly (readonly [RegExp, Better])[] = [
  [/(^|_)weight($|_)|重量|净重/i, 'less'],
  [/noise|噪音|噪声/i, 'less'],
  [/latency|延迟|response_time|响应/i, 'less'],
  [/battery_life|runtime|flight_time|range_km|^range$|续航|battery_minutes/i, 'more'],
  [/battery_capacity|^battery$|电池容量/i, 'more'],
  [/^ram$|^memory$|内存|storage|存储/i, 'more'],
  [/brightness|亮度|lumens/i, 'more'],
  [/warranty|质保/i, 'more'],
  [/waterproof_column|静水压/i, 'more'],
];

/** Whether more or less of a fact is better; undefined where that depends. */
export function betterOf(key: string, label: string): Better | undefined {
  return directions.find(([words]) => words.test(key) || words.test(label))?.[1];
}
