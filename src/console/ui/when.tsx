import { useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language.ts';

/** How long ago, in words; the moment itself is its tooltip and its machine-readable value. */
export function When({ at, now = Date.now, both = false }: { at: string | number; now?: () => number; both?: boolean }) {
  const { relative, moment } = useLanguage();
  const [present, setPresent] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setPresent(now()), 30_000);
    return () => clearInterval(timer);
  }, [now]);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span>{String(at)}</span>;
  return (
    <time dateTime={date.toISOString()} title={moment(date)} className="whitespace-nowrap tabular-nums">
      {both ? `${moment(date)} · ${relative(date, present)}` : relative(date, present)}
    </time>
  );
}
