import { useLayoutEffect } from 'react';
import { themeVariables } from './theme.ts';
import { useScheme } from './use-scheme.ts';
import { useUi } from './widget-context.ts';

/**
 * Writes the shop's theme onto the element that a tree of ours stands in, through the CSSOM, which a strict content
 * security policy allows.
 * @param onPage the tree stands among the shop's own content, not in our panel.
 */
export function useTheme(root: HTMLElement, onPage = false): void {
  const theme = useUi((state) => state.theme);
  const scheme = useScheme(theme.scheme, onPage);
  useLayoutEffect(() => {
    root.dataset.scheme = scheme;
    const variables = Object.entries(themeVariables(theme, scheme));
    for (const [name, value] of variables) root.style.setProperty(name, value);
    return () => {
      for (const [name] of variables) root.style.removeProperty(name);
    };
  }, [root, theme, scheme]);
}
