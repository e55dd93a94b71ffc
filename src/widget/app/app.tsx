import { useEffect } from 'react';
import { loadAnswerContent } from '../chat/answer.tsx';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Panel } from './panel.tsx';
import { useTheme } from './use-theme.ts';
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
