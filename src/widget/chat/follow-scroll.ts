import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Within this many pixels of the end a reader counts as being there. */
const NEAR = 48;
/** What stays above the last question, so that it does not stick to the header. */
const MARGIN = 12;

/**
 * `answer`: a question was just asked; the view follows until that question reaches the top, then stays, so that an
 * answer is read from its beginning and not from its end · `end`: the reader went to the end; the view follows for as
 * long as they stay there · `free`: the reader is elsewhere and is left alone.
 */
type Mode = 'answer' | 'end' | 'free';

const nearEnd = (element: HTMLElement): boolean => element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR;

/** How far down the view may go without the last question leaving it. */
function answerTop(scroller: HTMLElement): number {
  const question = [...scroller.querySelectorAll<HTMLElement>('[data-question]')].at(-1);
  if (!question) return scroller.scrollHeight;
  return scroller.scrollTop + question.getBoundingClientRect().top - scroller.getBoundingClientRect().top - MARGIN;
}

function follow(element: HTMLElement, mode: Mode): void {
  if (mode === 'free') return;
  const end = element.scrollHeight - element.clientHeight;
  element.scrollTop = mode === 'end' ? end : Math.min(end, answerTop(element));
}

/**
 * Keeps a growing thread in view, but only for a reader who is at its end; anyone who scrolled up is left alone.
 * @param asked how many questions there are; a new one brings the reader to it from anywhere.
 */
export function useFollowScroll(scroller: RefObject<HTMLElement | null>, asked: number): { atEnd: boolean; toEnd: () => void } {
  const [atEnd, setAtEnd] = useState(true);
  const mode = useRef<Mode>('end');

  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content) return;
    const listening = new AbortController();
    // Only the reader's own hands end the following: growth and keyboards scroll too, and decide nothing.
    // A reader who asked and reads from the top of the answer is where they want to be.
    const tell = (): void => setAtEnd(mode.current !== 'free' || nearEnd(element));
    const decide = (): void => {
      mode.current = nearEnd(element) ? 'end' : 'free';
      tell();
    };
    const decideSoon = (): void => void requestAnimationFrame(decide);
    const onPointer = (event: Event): void => {
      // Pressed on the scroller itself: its scrollbar.
      if (event.target === element) decideSoon();
    };
    let last = element.scrollTop;
    const onScroll = (): void => {
      // Who follows the end only ever goes down, so a way up is a hand's: browsers scroll on a thread of their own, and what a wheel did
      // may be seen later than in the next frame.
      const up = element.scrollTop < last;
      last = element.scrollTop;
      if (mode.current === 'free' || (mode.current === 'end' && up)) decide();
      else tell();
    };
    const grow = new ResizeObserver(() => {
      follow(element, mode.current);
      tell();
    });
    grow.observe(content);
    grow.observe(element);
    const passive = { passive: true, signal: listening.signal };
    for (const hand of ['wheel', 'touchmove', 'keydown']) element.addEventListener(hand, decideSoon, passive);
    element.addEventListener('pointerdown', onPointer, passive);
    element.addEventListener('scroll', onScroll, passive);
    return () => {
      grow.disconnect();
      listening.abort();
    };
  }, [scroller]);

  useLayoutEffect(() => {
    if (asked === 0 || !scroller.current) return;
    mode.current = 'answer';
    follow(scroller.current, 'answer');
  }, [asked, scroller]);

  const toEnd = (): void => {
    mode.current = 'end';
    if (scroller.current) follow(scroller.current, 'end');
  };
  return { atEnd, toEnd };
}
