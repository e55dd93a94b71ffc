import { useSyncExternalStore } from 'react';
import type { ThemeTokens } from '../../protocol/host.ts';
import type { Scheme } from './theme.ts';

export const DARK = '(prefers-color-scheme: dark)';

/**
 * Whether the shop's page is dark at this moment: it must say that it can be, by `color-scheme`. What stands on the page
 * itself follows the page, not the system.
 */
export const pageIsDark = (): boolean =>
  matchMedia(DARK).matches && /\bdark\b/.test(getComputedStyle(document.documentElement).colorScheme);

function subscribe(changed: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Light or dark: as the shop says, else as the system says, or for `onPage` as the page does. */
export function useScheme(wanted: ThemeTokens['scheme'], onPage = false): Scheme {
  return schemeOf(
    wanted,
    useSyncExternalStore(subscribe, () => (onPage ? pageIsDark() : matchMedia(DARK).matches)),
  );
}

/** @param dark whether the system asks for dark. */
export function schemeOf(wanted: ThemeTokens['scheme'], dark: boolean): Scheme {
  if (wanted === 'light' || wanted === 'dark') return wanted;
  return dark ? 'dark' : 'light';
}
