import { CueTable } from './cue.ts';
import { readNumberAt } from './numbers.ts';

/** Names of units that prose uses for what catalogues state; `units.ts` knows what they mean. */
const NAMES =
  'g gram grams kg kilograms mm cm m km inch inches min minutes h hour hours w watts kw wh kwh mah ah hz khz mhz ghz db lumens lumen lm mb gb tb mp megapixel megapixels ml l litres liters 克 公斤 千克 斤 毫米 厘米 米 公里 英寸 寸 分钟 小时 个小时 瓦 千瓦 毫安时 毫安 赫兹 分贝 流明 万像素 毫升 升'.split(
    ' ',
  );
const table = new CueTable(NAMES.flatMap((name) => [name, ` ${name}`]));

/** A measured quantity as a text states it. */
export interface Measure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** As written, lower case. */
  readonly unit: string;
}

/**
 * Reads a quantity such as `500 g` or 2400万像素 whose number begins at `at`.
 * @returns `more` while it may go on.
 */
export function readMeasure(folded: string, at: number, ended: boolean): Measure | 'more' | null {
  if (!/\d/.test(folded.charAt(at))) return null;
  const number = readNumberAt(folded, at);
  if (!number || number.inWord) return null;
  // 65W and 5m: here the letter is the unit. 2400万像素: the 万 belongs to the unit.
  const digits = /^\d[\d,]*(?:\.\d+)?/.exec(folded.slice(at, number.end))?.[0] ?? '';
  const unit = table.match(folded, at + digits.length, ended);
  if (unit === 'more' || unit === null) return unit;
  return { start: at, end: at + digits.length + unit.length, value: Number(digits.replaceAll(',', '')), unit: unit.trim() };
}
