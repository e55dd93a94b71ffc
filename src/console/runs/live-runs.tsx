import { useLiveRuns } from '../api/queries.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { Link } from '../ui/link.tsx';
import { When } from '../ui/when.tsx';

/** Runs being answered at this moment, each a link to watch it. Nothing at all when there are none. */
export function LiveRuns() {
  const { t } = useLanguage();
  const { data } = useLiveRuns();
  if (!data || data.runs.length === 0) return null;
  return (
    <section aria-label={t.answeredNow} className="rounded-card border border-accent-ink bg-accent-wash px-3 py-2">
      <h2 className="flex items-center gap-1.5 text-tiny text-accent-ink">
        <span aria-hidden="true" className="size-2 animate-breathe rounded-full bg-accent" />
        {t.answeredNow}
      </h2>
      <ul className="mt-1 flex flex-col">
        {data.runs.slice(0, 8).map(({ id, message, at }) => (
          <li key={id} className="flex min-h-7 items-center gap-3">
            <Link href={hrefs.run(id)} className="min-w-0 flex-1 truncate font-medium text-accent-ink hover:underline">
              {message || t.noWords}
            </Link>
            <span className="text-tiny text-soft">
              <When at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
