import { useEffect, useState } from 'react';
import { remember, remembered } from './kept.ts';

/** `system`: as the machine says. */
export type SchemeChoice = 'system' | 'light' | 'dark';

const KEY = 'aisle-console-scheme';
const DARK = '(prefers-color-scheme: dark)';

const isChoice = (text: string | null): text is SchemeChoice => text === 'system' || text === 'light' || text === 'dark';

/** Light or dark on the whole document, and how to choose. */
export function useScheme(): readonly [SchemeChoice, (choice: SchemeChoice) => void] {
  const [choice, setChoice] = useState<SchemeChoice>(() => {
    const kept = remembered(KEY);
    return isChoice(kept) ? kept : 'system';
  });
  useEffect(() => {
    const system = matchMedia(DARK);
    const apply = (): void => {
      const dark = choice === 'dark' || (choice === 'system' && system.matches);
      document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [choice]);
  return [
    choice,
    (next) => {
      remember(KEY, next);
      setChoice(next);
    },
  ];
}
