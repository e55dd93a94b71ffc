import { type RefObject, useEffect } from 'react';

/**
 * On a phone the on-screen keyboard covers the page without changing its size. The panel follows what is really
 * visible; the page's own viewport tag is never touched.
 */
export function useViewport(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = globalThis.visualViewport;
    const element = panel.current;
    if (!viewport || !element) return;
    const follow = (): void => {
      // A pinch-zoom is the reader's, not the keyboard's.
      if (viewport.scale > 1.01) return;
      element.style.setProperty('--aisle-view-height', `${viewport.height}px`);
      element.style.setProperty('--aisle-view-top', `${viewport.offsetTop}px`);
    };
    follow();
    viewport.addEventListener('resize', follow);
    viewport.addEventListener('scroll', follow);
    return () => {
      viewport.removeEventListener('resize', follow);
      viewport.removeEventListener('scroll', follow);
    };
  }, [panel]);
}
