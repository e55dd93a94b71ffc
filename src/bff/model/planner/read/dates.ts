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

const MONTH = MONTHS_EN.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?${month === 'september' ? '|sept' : ''}`).join('|');
const monthOf = (name: string | undefined): number =>
  MONTHS_EN.findIndex((month) => name !== undefined && month.startsWith(name.slice(0, 3))) + 1;

/**
 * A rental from one day to another: "from Dec 5 to Dec 20", 12月5日到20日. Claims it.
 * @returns its first day and the days between the two; null where none is named, or it ends before it begins.
 */
export function readStay(passage: Passage, today: string): { readonly start: string; readonly days: number } | null {
  const zh = passage.takeAll(/(?:从)?(\d{1,2})月(\d{1,2})[日号]?\s*(?:到|至|-|–|~)\s*(?:(\d{1,2})月)?(\d{1,2})[日号]?/g)[0];
  if (zh) return stay(Number(zh[1]), Number(zh[2]), Number(zh[3] ?? zh[1]), Number(zh[4]), today);
  const day = /(\d{1,2})(?:st|nd|rd|th)?/.source;
  const till = /\s*(?:-|–|to|till|until|through)\s*/.source;
  const first = passage.takeAll(new RegExp(`(?:from |between )?\\b(${MONTH})\\.? ${day}${till}(?:(${MONTH})\\.? )?${day}\\b`, 'g'))[0];
  if (first) return stay(monthOf(first[1]), Number(first[2]), monthOf(first[3] ?? first[1]), Number(first[4]), today);
  const last = passage.takeAll(new RegExp(`(?:from |between )?\\b${day}(?: (${MONTH}))?${till}${day} (${MONTH})\\b`, 'g'))[0];
  return last ? stay(monthOf(last[2] ?? last[4]), Number(last[1]), monthOf(last[4]), Number(last[3]), today) : null;
}

function stay(month: number, day: number, lastMonth: number, lastDay: number, today: string): ReturnType<typeof readStay> {
  const start = dateOf(month, day, today);
  const end = start && dateOf(lastMonth, lastDay, start);
  const days = start && end ? (Date.parse(end) - Date.parse(start)) / DAY_MS : 0;
  return start && days > 0 ? { start, days } : null;
}

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
  const english = passage.takeAll(new RegExp(`(?:from |starting |on )?\\b(${MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?\\b`, 'g'))[0];
  if (english) return dateOf(monthOf(english[1]), Number(english[2]), today);
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
