import { ApiError } from '../api/errors.ts';
import { hrefs } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { buttonClass } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { Failed, Nothing } from '../ui/states.tsx';

/** A run could not be read: it is not kept, or its record is damaged, or the server did not answer. The whole of a page. */
export function RunFailed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useLanguage();
  const back = (
    <Link href={hrefs.runs()} className={buttonClass()}>
      {t.toRuns}
    </Link>
  );
  if (error instanceof ApiError && error.code === 'not_found')
    return (
      <Nothing page title={t.runGone}>
        <p className="mb-3">{t.runGoneWhy}</p>
        {back}
      </Nothing>
    );
  return (
    <Failed page error={error} onAgain={onAgain}>
      {back}
    </Failed>
  );
}
