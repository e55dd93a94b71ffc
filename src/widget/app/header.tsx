import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { IconButton } from '../ui/button.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { useConversation, useUi, useWidget } from './widget-context.ts';

const Menu = lazy(() => import('../menu/menu.tsx'));

export function Header() {
  const { t } = useLanguage();
  const { shop } = useWidget();
  const close = useUi((state) => state.setOpen);
  const startOver = useConversation((state) => state.startOver);
  const begun = useConversation(({ conversation }) => conversation.messages.length > 0);
  const [menu, setMenu] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leaveMenu = useCallback(() => setMenu(false), []);
  const closeMenu = useCallback(() => {
    setMenu(false);
    button.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="relative flex h-13 shrink-0 items-center gap-0.5 border-b border-line ps-4 pe-2">
      <h2 dir="auto" className="min-w-0 flex-1 truncate text-body font-semibold">
        {shop?.name ?? t.adviser}
      </h2>
      <div>
        <IconButton
          ref={button}
          icon="more"
          label={t.panel.menu}
          aria-expanded={menu}
          onClick={() => (menu ? closeMenu() : setMenu(true))}
        />
        {menu && (
          <ErrorBoundary
            fallback={<p className="absolute end-2 top-12 z-1 rounded-card border border-line bg-surface p-3">{t.panel.notLoaded}</p>}
          >
            <Suspense fallback={null}>
              <Menu onDone={closeMenu} onLeft={leaveMenu} />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
      {begun && <IconButton icon="write" label={t.panel.startOver} onClick={startOver} />}
      <IconButton icon="close" label={t.panel.close} onClick={() => close(false)} />
    </header>
  );
}
