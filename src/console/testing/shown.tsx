import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react';
import type { Client } from '../api/client.ts';
import { ClientProvider } from '../api/client-context.ts';
import { en } from '../i18n/en.ts';
import { LanguageProvider, speak } from '../i18n/language.ts';
import { zh } from '../i18n/zh.ts';
import { aRun, aSummary, theInsights } from './fixtures.ts';
import '../console.css';

/** A server that answers with the fixtures. */
export const aClient = (more: Partial<Client> = {}): Client => ({
  tryToken: async (token) => token === 'right',
  runs: async () => ({ runs: [aSummary()], total: 1 }),
  run: async () => aRun(),
  live: async () => ({ runs: [] }),
  insights: async () => theInsights(),
  follow: async function* () {},
  saveCase: async () => {
    throw new Error('not asked for');
  },
  erase: async () => undefined,
  ...more,
});

export const languageIn = (locale: string) => speak(locale, locale.startsWith('zh') ? zh : en);

/** Renders a part of the console as the page would. */
export function show(view: ReactNode, { client = {}, locale = 'en' }: { client?: Partial<Client>; locale?: string } = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  document.documentElement.classList.add('aisle-root');
  document.documentElement.lang = locale;
  return render(
    <QueryClientProvider client={queries}>
      <ClientProvider value={aClient(client)}>
        <LanguageProvider value={languageIn(locale)}>{view}</LanguageProvider>
      </ClientProvider>
    </QueryClientProvider>,
  );
}
