import type { Frame } from '../../protocol/frames.ts';

/** Runs a task before the next paint; returns its undo. */
export type Schedule = (task: () => void) => () => void;

/** Per animation frame while the page shows; a hidden page paints nothing, so there a timer keeps the state moving. */
export const beforePaint: Schedule = (task) => {
  if (document.visibilityState === 'hidden') {
    const timer = setTimeout(task, 100);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(task);
  return () => cancelAnimationFrame(frame);
};

export interface FrameQueue {
  push(frame: Frame): void;
  /** Hands over at once what is held. */
  flush(): void;
  drop(): void;
}

/** Gathers frames so that 200 tokens a second cost the page one render per paint. */
export function createFrameQueue(deliver: (frames: readonly Frame[]) => void, schedule: Schedule): FrameQueue {
  let held: Frame[] = [];
  let cancel: (() => void) | undefined;
  const flush = (): void => {
    cancel?.();
    cancel = undefined;
    if (held.length === 0) return;
    const frames = held;
    held = [];
    deliver(frames);
  };
  return {
    push: (frame) => {
      held.push(frame);
      cancel ??= schedule(flush);
    },
    flush,
    drop: () => {
      cancel?.();
      cancel = undefined;
      held = [];
    },
  };
}
