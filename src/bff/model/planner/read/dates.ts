import type { Passage } from './passage.ts';

const WEEKDAYS_EN = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS_EN = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const DAY_MS = 86_400_000;

/**
 * The first day a request names: 明天, 下周五, 5月1日, tomorrow, next Friday, May 3. Claims it.
 * @param today ISO date in the shop's time zone.
 * @returns an ISO date, never before today; null where none is named.
 */
export function readStartDate(passage: Passage, today: string): string | null {
  const from = /(?:从|自)?/.source;
  const base = Date.parse(`${today}T00:00:00Z`);
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  for (const [pattern, days] of [
    [/(?:从)?大后天(?:开始|起)?/g, 3],
    [/(?:从)?后天(?:开始|起)?|\bthe day after tomorrow\b/g, 2],
    [/(?:从)?明天(?:开始|起)?|\b(?:from |starting )?tomorrow\b/g, 1],
    [/(?:从)?(?:今天|今晚)(?:开始|起)?|\b(?:from |starting )?(?:today|tonight)\b/g, 0],
  ] as const)
    if (passage.take(pattern)) return iso(base + days * DAY_MS);

  const weekday =
    passage.takeAll(new RegExp(`${from}(下下|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])(?!天)(?:开始|起)?`, 'g'))[0] ??
    passage.takeAll(/(?:from |starting |on )?(next |this )?\b(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/g)[0];
  if (weekday?.[2]) {
    const zh = '日一二三四五六'.indexOf(weekday[2] === '天' ? '日' : weekday[2]);
    const wanted = zh >= 0 ? zh : WEEKDAYS_EN.indexOf(weekday[2]);
    return iso(base + daysUntil(new Date(base).getUTCDay(), wanted, weekday[1]?.trim()) * DAY_MS);
  }
  const date = passage.takeAll(/(?:从)?(\d{1,2})月(\d{1,2})[日号]?(?:开始|起)?/g)[0];
  if (date) return dateOf(Number(date[1]), Number(date[2]), today);
  const english = passage.takeAll(
    new RegExp(`(?:from |starting |on )?\\b(${MONTHS_EN.join('|')})\\s(\\d{1,2})(?:st|nd|rd|th)?\\b`, 'g'),
  )[0];
  if (english) return dateOf(MONTHS_EN.indexOf(english[1] ?? '') + 1, Number(english[2]), today);
  return null;
}

/** Days from weekday `now` to `wanted` (0 Sunday); in Chinese 下周五 is Friday of next week, whose Monday comes first. */
function daysUntil(now: number, wanted: number, which: string | undefined): number {
  const fromMonday = (day: number) => (day + 6) % 7;
  const ahead = (wanted - now + 7) % 7;
  if (which === '下' || which === '下下' || which === 'next') return fromMonday(wanted) - fromMonday(now) + (which === '下下' ? 14 : 7);
  return ahead;
}

/** The next such day of the calendar; null for a day that does not exist. */
function dateOf(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const text = `${candidate}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const time = Date.parse(`${text}T00:00:00Z`);
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) continue;
    if (text >= today) return text;
  }
  return null;
}
