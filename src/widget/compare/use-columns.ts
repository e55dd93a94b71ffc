import { type KeyboardEvent, type RefObject, useCallback, useEffect, useState } from 'react';

/** Which columns can be seen. */
export interface Columns {
  /** Index of the first one, from 0. */
  readonly first: number;
  readonly shown: number;
  /** Goes to the column with this index, as far as there are any. */
  go(index: number): void;
  /** Arrow keys, Home and End in the region that scrolls. */
  onKeyDown(event: KeyboardEvent): void;
}

/** Reads off the region that scrolls which columns are in sight, and moves it column by column. */
export function useColumns(region: RefObject<HTMLElement | null>, count: number): Columns {
  const [place, setPlace] = useState({ first: 0, shown: count });
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const read = (): void => {
      const { label, column } = widths(element);
      if (column === 0) return;
      const shown = Math.min(count, Math.max(1, Math.round((element.clientWidth - label) / column)));
      const first = Math.min(count - shown, Math.max(0, Math.round(element.scrollLeft / column)));
      setPlace((before) => (before.first === first && before.shown === shown ? before : { first, shown }));
    };
    read();
    const watch = new ResizeObserver(read);
    watch.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      watch.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [region, count]);

  const go = useCallback(
    (index: number): void => {
      const element = region.current;
      if (!element) return;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollTo({ left: Math.max(0, index) * widths(element).column, behavior: calm ? 'auto' : 'smooth' });
    },
    [region],
  );
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: place.first - 1,
    ArrowRight: place.first + 1,
    Home: 0,
    End: count - place.shown,
  };
  return {
    ...place,
    go,
    onKeyDown: (event) => {
      const to = steps[event.key];
      // Only the region's own keys: fields and buttons in it keep theirs.
      if (to === undefined || event.target !== event.currentTarget || place.shown >= count) return;
      event.preventDefault();
      go(to);
    },
  };
}

/** Widths of the column of labels and of an item's, px. */
function widths(region: HTMLElement): { label: number; column: number } {
  const [label, item] = region.querySelectorAll('thead th');
  return { label: label?.getBoundingClientRect().width ?? 0, column: item?.getBoundingClientRect().width ?? 0 };
}
