import { expect, it } from 'vitest';
import { calendarDay, isTimeZone } from './calendar.ts';

it('a day begins where the shop is', () => {
  const at = Date.UTC(2026, 10, 21, 16, 30);
  expect(calendarDay('Asia/Shanghai', at)).toEqual({ date: '2026-11-22', seconds_left: 23.5 * 3600 });
  expect(calendarDay('UTC', at)).toEqual({ date: '2026-11-21', seconds_left: 7.5 * 3600 });
  expect(calendarDay('America/Los_Angeles', at).date).toBe('2026-11-21');
});

it('a name no machine knows is no time zone', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true);
  expect(isTimeZone('Mars/Olympus')).toBe(false);
});
