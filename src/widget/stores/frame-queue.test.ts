import { afterEach, expect, it, vi } from 'vitest';
import { createFrameQueue, paced } from './frame-queue.ts';

afterEach(() => vi.useRealTimers());

it('hands over the first frame at once, then all that came in an interval together', () => {
  vi.useFakeTimers();
  const delivered: number[] = [];
  const queue = createFrameQueue((frames) => delivered.push(frames.length), paced(100, Date.now));
  queue.push({ type: 'start-step' });
  vi.advanceTimersByTime(0);
  expect(delivered).toEqual([1]);
  for (let n = 0; n < 30; n += 1) {
    queue.push({ type: 'start-step' });
    vi.advanceTimersByTime(10);
  }
  expect(delivered).toEqual([1, 10, 10, 10]);
});

it('a machine that slept gets everything in one piece when it wakes', () => {
  vi.useFakeTimers();
  const delivered: number[] = [];
  const queue = createFrameQueue((frames) => delivered.push(frames.length), paced(100, Date.now));
  queue.push({ type: 'start-step' });
  vi.advanceTimersByTime(0);
  queue.push({ type: 'start-step' });
  vi.setSystemTime(Date.now() + 3_600_000);
  queue.push({ type: 'start-step' });
  vi.advanceTimersByTime(100);
  expect(delivered).toEqual([1, 2]);
});
