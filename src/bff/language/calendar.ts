const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(time_zone: string): Intl.DateTimeFormat {
  const known = formats.get(time_zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: time_zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(time_zone, format);
  return format;
}

/**
 * The calendar of a place at an instant.
 * @param time_zone IANA name, such as `Asia/Shanghai`; a wrong one throws RangeError.
 * @param at milliseconds since 1970.
 * @returns the ISO date there, and the seconds until the next one begins (an hour off on the day the clocks change).
 */
export function calendarDay(time_zone: string, at: number): { readonly date: string; readonly seconds_left: number } {
  const parts = Object.fromEntries(
    formatOf(time_zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const passed = Number(parts.hour) * 3600 + Number(parts.minute) * 60 + Number(parts.second);
  return { date: `${parts.year}-${parts.month}-${parts.day}`, seconds_left: 86_400 - passed };
}

/** Whether this machine knows a time zone by that name. */
export function isTimeZone(name: string): boolean {
  try {
    calendarDay(name, 0);
    return true;
  } catch {
    return false;
  }
}
