import { useEffect, useLayoutEffect } from 'react';
import { loadAnswerContent } from '../chat/answer.tsx';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Panel } from './panel.tsx';
import { themeVariables } from './theme.ts';
import { useScheme } from './use-scheme.ts';
import { useUi, useWidget } from './widget-context.ts';

/** @param root the element all of the widget stands in; the theme is written onto it. */
export function App({ root }: { root: HTMLElement }) {
  const open = useUi((state) => state.open);
  useTheme(root);
  useEffect(() => {
    if (open) loadAnswerContent().catch(() => undefined);
  }, [open]);
  return open ? <Guarded /> : null;
}

function Guarded() {
  const { host } = useWidget();
  return (
    <ErrorBoundary fallback={(again) => <Broken again={again} />} onError={() => host.emit('error', { code: 'widget_broken' })}>
      <Panel />
    </ErrorBoundary>
  );
}

/** A sentence and a way on, never a blank panel. */
function Broken({ again }: { again: () => void }) {
  const { t } = useLanguage();
  const close = useUi((state) => state.setOpen);
  return (
    <section
      aria-label={t.adviser}
      className="aisle-panel flex flex-col items-center justify-center gap-4 bg-surface p-8 text-center text-ink"
    >
      <p>{t.panel.broken}</p>
      <div className="flex gap-2">
        <Button look="primary" onClick={again}>
          {t.panel.reopen}
        </Button>
        <Button onClick={() => close(false)}>{t.panel.close}</Button>
      </div>
    </section>
  );
}

/** Through the CSSOM, which a strict content security policy allows. */
function useTheme(root: HTMLElement): void {
  const theme = useUi((state) => state.theme);
  const scheme = useScheme(theme.scheme);
  useLayoutEffect(() => {
    root.dataset.scheme = scheme;
    const variables = Object.entries(themeVariables(theme, scheme));
    for (const [name, value] of variables) root.style.setProperty(name, value);
    return () => {
      for (const [name] of variables) root.style.removeProperty(name);
    };
  }, [root, theme, scheme]);
}
