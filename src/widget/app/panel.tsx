import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from 'react';
import { CardContext } from '../cards/card-context.ts';
import { Composer } from '../chat/composer.tsx';
import { Disclosure } from '../chat/disclosure.tsx';
import { Notes } from '../chat/notes.tsx';
import { Thread } from '../chat/thread.tsx';
import { useLanguage } from '../i18n/language.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { Header } from './header.tsx';
import { useCardActions } from './use-card-actions.ts';
import { useViewport } from './use-viewport.ts';
import { useUi, useWidget } from './widget-context.ts';

const CompareTray = lazy(() => import('../tray/compare-tray.tsx'));

/** The open panel: a region beside the page, not a dialog over it. The page stays usable. */
export function Panel() {
  const { t } = useLanguage();
  const { shop } = useWidget();
  const comparing = useUi((state) => state.compared.length > 0);
  const setOpen = useUi((state) => state.setOpen);
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const actions = useCardActions();
  useViewport(panel);
  useReturnFocus(field);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing && !event.defaultPrevented) setOpen(false);
  };
  return (
    <CardContext value={actions}>
      <section
        ref={panel}
        aria-label={shop?.name ?? t.adviser}
        onKeyDown={onKeyDown}
        className="aisle-panel flex animate-rise flex-col overflow-clip bg-surface text-ink"
      >
        <Header />
        <Thread />
        <Notes />
        {comparing && (
          <ErrorBoundary fallback={null}>
            <Suspense>
              <CompareTray />
            </Suspense>
          </ErrorBoundary>
        )}
        <Composer field={field} />
        <Disclosure />
      </section>
    </CardContext>
  );
}

/** Takes the focus to the composer, and back to where it was when the panel goes. */
function useReturnFocus(field: { readonly current: HTMLElement | null }): void {
  const { host } = useWidget();
  const restored = useRef(host.element.ownerDocument.readyState !== 'complete');
  useEffect(() => {
    const page = host.element.ownerDocument;
    const before = host.root.activeElement ?? page.activeElement;
    // A panel that re-opens with its page must not take the focus from it, nor raise a phone's keyboard.
    if (!restored.current && matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before !== page.body && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [host, field]);
}
