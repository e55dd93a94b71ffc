import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Within this many pixels of the end a reader counts as following. */
const NEAR = 48;

const nearEnd = (element: HTMLElement): boolean => element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR;

/**
 * Keeps the end of a growing thread in view, but only for a reader who is there; anyone who scrolled up is left alone.
 * @param asked how many questions there are: asking one goes to the end in any case.
 */
export function useFollowScroll(scroller: RefObject<HTMLElement | null>, asked: number): { atEnd: boolean; toEnd: () => void } {
  const [atEnd, setAtEnd] = useState(true);
  const following = useRef(true);

  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    let height = element.clientHeight;
    const onScroll = (): void => {
      // A viewport that just shrank (keyboard, composer) fires a scroll that is no decision of the reader.
      if (element.clientHeight !== height) return;
      following.current = nearEnd(element);
      setAtEnd(following.current);
    };
    const grow = new ResizeObserver(() => {
      height = element.clientHeight;
      if (following.current) element.scrollTop = element.scrollHeight;
      else setAtEnd(nearEnd(element));
    });
    grow.observe(content);
    grow.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      grow.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller]);

  const toEnd = (): void => {
    const element = scroller.current;
    if (!element) return;
    following.current = true;
    element.scrollTop = element.scrollHeight;
    setAtEnd(true);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new question moves a reader who scrolled up
  useLayoutEffect(() => {
    if (asked > 0) toEnd();
  }, [asked]);
  return { atEnd, toEnd };
}
