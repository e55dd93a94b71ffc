import type { Frame } from '../../protocol/frames.ts';

/** Runs a task soon; returns its undo. */
export type Schedule = (task: () => void) => () => void;

/**
 * A schedule that runs a first task at once and later ones no closer than `interval` ms after one another. Words then show in groups,
 * ten times a second: the eye reads a steady growth, and a slow phone lays out and paints a sixth of the frames. Timers, not animation
 * frames: drawing and painting are then two short tasks instead of one long one, and a hidden page moves on as well.
 */
export function paced(interval: number, now: () => number = () => performance.now()): Schedule {
  let last = Number.NEGATIVE_INFINITY;
  return (task) => {
    const timer = setTimeout(
      () => {
        last = now();
        task();
      },
      Math.max(0, last + interval - now()),
    );
    return () => clearTimeout(timer);
  };
}

export interface FrameQueue {
  push(frame: Frame): void;
  /** Hands over at once what is held. */
  flush(): void;
  drop(): void;
}

/** Gathers frames so that 200 tokens a second cost the page one render per task of the schedule. */
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
