import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { hrefs, type Route } from './route.ts';
import type { SchemeChoice } from './scheme.ts';

const LANGUAGES = [
  ['en', 'English'],
  ['zh-CN', '中文'],
] as const;

function Choice({
  label,
  value,
  onValue,
  children,
}: {
  label: string;
  value: string;
  onValue: (value: string) => void;
  children: ReactNode;
}) {
  return (
    <select
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      className="h-8 rounded-control border border-line bg-surface px-1 text-small text-soft hover:text-ink touch:h-11"
    >
      {children}
    </select>
  );
}

/** The bar on every page: views, language, appearance, and the way out. */
export function Header({
  view,
  scheme,
  onScheme,
  onLanguage,
  onSignOut,
}: {
  view: Route['view'];
  scheme: SchemeChoice;
  onScheme: (scheme: SchemeChoice) => void;
  onLanguage: (locale: string) => void;
  /** Absent: nobody is signed in. */
  onSignOut?: () => void;
}) {
  const { t, locale } = useLanguage();
  const tab = (current: boolean): string =>
    `inline-flex h-12 items-center border-b-2 px-2 font-medium ${current ? 'border-accent-ink text-ink' : 'border-transparent text-soft hover:text-ink'}`;
  return (
    <header className="sticky top-0 z-3 border-b narrow:static border-line bg-surface">
      <a href="#content" className="absolute start-2 -top-20 rounded-control bg-accent px-3 py-2 text-on-accent focus:top-1.5">
        {t.skip}
      </a>
      <div className="mx-auto flex min-h-12 max-w-[1440px] flex-wrap items-center gap-x-4 px-4">
        <span className="font-semibold">
          Aisle <span className="font-normal text-soft narrow:hidden">{t.console}</span>
        </span>
        {onSignOut && (
          <nav aria-label={t.views} className="flex gap-1">
            <Link
              href={hrefs.runs()}
              className={tab(view === 'runs' || view === 'run' || view === 'compare')}
              {...(view === 'runs' ? { 'aria-current': 'page' } : {})}
            >
              {t.runs}
            </Link>
            <Link href={hrefs.insights()} className={tab(view === 'insights')} {...(view === 'insights' ? { 'aria-current': 'page' } : {})}>
              {t.insightsTitle}
            </Link>
          </nav>
        )}
        <div className="ms-auto flex items-center gap-1.5 py-1.5">
          <Choice label={t.language} value={locale.startsWith('zh') ? 'zh-CN' : 'en'} onValue={onLanguage}>
            {LANGUAGES.map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </Choice>
          <Choice label={t.scheme} value={scheme} onValue={(value) => onScheme(value as SchemeChoice)}>
            {(['system', 'light', 'dark'] as const).map((each) => (
              <option key={each} value={each}>
                {t.schemes[each]}
              </option>
            ))}
          </Choice>
          {onSignOut && (
            <Button look="plain" onClick={onSignOut}>
              {t.signOut}
            </Button>
          )}
        </div>
      </div>
    </header>
  );
}
