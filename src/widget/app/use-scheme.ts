import { useSyncExternalStore } from 'react';
import type { ThemeTokens } from '../../protocol/host.ts';
import type { Scheme } from './theme.ts';

export const DARK = '(prefers-color-scheme: dark)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Light or dark: as the shop says, else as the system says. */
export function useScheme(wanted: ThemeTokens['scheme']): Scheme {
  return schemeOf(
    wanted,
    useSyncExternalStore(subscribe, () => matchMedia(DARK).matches),
  );
}

/** @param dark whether the system asks for dark. */
export function schemeOf(wanted: ThemeTokens['scheme'], dark: boolean): Scheme {
  if (wanted === 'light' || wanted === 'dark') return wanted;
  return dark ? 'dark' : 'light';
}
