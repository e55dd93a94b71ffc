import { useLanguage } from '../i18n/language.ts';
import { useNow } from './now.ts';

/** How long ago, in words; the moment itself is its tooltip and its machine-readable value. @param both says the moment too. */
export function When({ at, both = false }: { at: string | number; both?: boolean }) {
  const { relative, moment } = useLanguage();
  const now = useNow();
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span>{String(at)}</span>;
  const ago = relative(date, Math.max(now, date.getTime()));
  return (
    <time dateTime={date.toISOString()} title={moment(date)} className="whitespace-nowrap tabular-nums">
      {both ? `${moment(date)} · ${ago}` : ago}
    </time>
  );
}
