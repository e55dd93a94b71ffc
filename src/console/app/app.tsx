import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Client } from '../api/client.ts';
import { ClientProvider } from '../api/client-context.ts';
import type { Session } from '../api/session.ts';
import { type Language, LanguageProvider } from '../i18n/language.ts';
import { loadLanguage } from '../i18n/load.ts';
import { Header } from './header.tsx';
import { remember } from './kept.ts';
import { createQueries } from './queries.ts';
import { routeOf, useAddress } from './route.ts';
import { useScheme } from './scheme.ts';
import { SignIn } from './sign-in.tsx';
import { View } from './view.tsx';

/** Under which the operator's language is kept. */
export const LANGUAGE_KEY = 'aisle-console-language';

/** The whole console: the bar, and either the way in or a view. */
export function App({ client, session, language: first }: { client: Client; session: Session; language: Language }) {
  const [language, setLanguage] = useState(first);
  const [scheme, setScheme] = useScheme();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const address = useAddress();
  const route = useMemo(() => routeOf(location.pathname, new URL(address, location.href).search), [address]);
  const queries = useMemo(createQueries, []);
  const main = useRef<HTMLElement>(null);
  const { t, locale } = language;

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  useEffect(() => {
    document.title = `${route.view === 'insights' ? t.insightsTitle : t.runs} · Aisle`;
  }, [t, route.view]);
  // Whoever goes to another view by keyboard or screen reader begins at its top; a filter is no other view.
  const place = route.view === 'run' ? `run ${route.id}` : route.view;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [place]);

  const speak = (tag: string): void => {
    remember(LANGUAGE_KEY, tag);
    // Where the words do not come, the ones that are there stay.
    loadLanguage(tag).then(setLanguage, () => undefined);
  };
  return (
    <LanguageProvider value={language}>
      <Header
        view={route.view}
        scheme={scheme}
        onScheme={setScheme}
        onLanguage={speak}
        {...(state.token === undefined
          ? {}
          : {
              onSignOut: () => {
                queries.clear();
                session.close();
              },
            })}
      />
      <main ref={main} id="content" tabIndex={-1} className="mx-auto max-w-[1440px] px-4 py-4 outline-none">
        {state.token === undefined ? (
          <SignIn key={locale} session={session} refused={state.refused} tryToken={client.tryToken} />
        ) : (
          <QueryClientProvider client={queries}>
            <ClientProvider value={client}>
              <View route={route} address={place} />
            </ClientProvider>
          </QueryClientProvider>
        )}
      </main>
    </LanguageProvider>
  );
}
