import type { Language } from '../../protocol/locale.ts';
import { type Bi, say } from './bilingual.ts';
import { type FactKey, type Facts, type FactValue, unitOf } from './facts.ts';
import type { Dice } from './random.ts';
import type { Row, Sheet } from './sheet.ts';

/** A stated value in one language; a list reads with that language’s comma. */
export function factValue(value: FactValue, language: Language): string | number | boolean {
  if (typeof value === 'object') return say(value, language);
  return typeof value === 'string' && language === 'zh' ? value.replaceAll(', ', '、') : value;
}

/** Units as prose writes them; others stand as they are, after a space. */
const unitWords: Record<string, Bi> = {
  min: [' 分钟', ' minutes'],
  h: [' 小时', ' hours'],
  in: [' 英寸', '-inch'],
  lm: [' 流明', ' lumens'],
  dB: [' 分贝', ' dB'],
  km: [' 公里', ' km'],
  m: [' 米', ' m'],
  '°C': ['°C', ' °C'],
};

const grouped = new Intl.NumberFormat('en');
const ONE_MINUTE: Bi = [' 分钟', ' minute'];

/** A fact with its unit, such as `390 g` or `24 小时`. */
export function factText(value: FactValue, unit: string | undefined, language: Language): string {
  if (typeof value === 'boolean') return say(value ? ['有', 'yes'] : ['无', 'no'], language);
  if (typeof value !== 'number') return String(factValue(value, language));
  if (unit === 'MP' && language === 'zh') return `${value * 100} 万`;
  const number = language === 'en' && value >= 10_000 ? grouped.format(value) : String(value);
  if (unit === undefined) return number;
  const word = value === 1 && unit === 'min' ? ONE_MINUTE : unitWords[unit];
  return number + (word ? say(word, language) : ` ${unit}`);
}

/** Two or three sentences: what a shop assistant would say, then facts worth knowing. The same ones in both languages. */
export function describe(sheet: Sheet, row: Row, facts: Facts, dice: Dice, language: Language): string {
  const tells = dice
    .shuffled(sheet.tells)
    .map((tell) => fill(say(tell, language), sheet, facts, language))
    .filter((told) => told !== null)
    .slice(0, dice.whole(1, 2));
  return [say(row.line, language), ...tells].join(language === 'zh' ? '' : ' ');
}

function fill(template: string, sheet: Sheet, facts: Facts, language: Language): string | null {
  let isComplete = true;
  const text = template.replace(/\{(\w+)\}/g, (_, name: FactKey) => {
    const value = facts[name];
    if (value === undefined) isComplete = false;
    return value === undefined ? '' : factText(value, sheet.units?.[name] ?? unitOf(name), language);
  });
  return isComplete ? text : null;
}
