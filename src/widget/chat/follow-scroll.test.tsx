import { useRef } from 'react';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { useFollowScroll } from './follow-scroll.ts';

/** A thread with one question and so many lines of 20 px, ten of which can be seen at once. */
function Thread({ lines }: { lines: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const { atEnd, toEnd } = useFollowScroll(scroller, 0);
  return (
    <>
      <div ref={scroller} role="log" style={{ height: 200, overflow: 'auto' }}>
        <div style={{ height: lines * 20 }} />
      </div>
      {!atEnd && (
        <button type="button" onClick={toEnd}>
          Latest
        </button>
      )}
    </>
  );
}
const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
const wheelUp = (element: Element): boolean => element.dispatchEvent(new WheelEvent('wheel', { deltaY: -500, bubbles: true }));

it('a reader whose scroll comes later than the frame after their wheel is left where they went', async () => {
  const { rerender, getByRole } = await render(<Thread lines={50} />);
  const log = getByRole('log').element();
  await vi.waitFor(() => expect(log.scrollTop).toBe(800));
  wheelUp(log);
  await frame();
  await frame();
  log.scrollTop = 300;
  await expect.element(getByRole('button', { name: 'Latest' })).toBeVisible();
  await rerender(<Thread lines={60} />);
  await frame();
  await frame();
  expect(log.scrollTop).toBe(300);
});

it('a reader at the end is kept there while the thread grows, however fast', async () => {
  const { rerender, getByRole } = await render(<Thread lines={50} />);
  const log = getByRole('log').element();
  for (const lines of [80, 200, 201]) {
    await rerender(<Thread lines={lines} />);
    await vi.waitFor(() => expect(log.scrollTop).toBe(lines * 20 - 200));
  }
  expect(getByRole('button').query()).toBeNull();
});
