import { type ModelEvent, ModelFailure, type ModelPort, type ModelRequest } from '../port.ts';
import type { Clock, Timer } from './clock.ts';

/** A request with the least in it. */
export const smallRequest: ModelRequest = {
  messages: [{ role: 'user', text: 'A light camera for the night sky?' }],
  tools: [],
  max_output_tokens: 100,
  facts: { locale: 'en' },
};

/** What a model said, gathered. */
export interface Heard {
  readonly events: ModelEvent[];
  readonly text: string;
  readonly calls: { readonly id: string; readonly name: string; readonly arguments: string }[];
  /** How it ended when it did not end well. */
  readonly failure?: ModelFailure;
}

/** Listens to a whole answer. A failure that is no `ModelFailure` is thrown. */
export async function listen(model: ModelPort, request = smallRequest, signal = new AbortController().signal): Promise<Heard> {
  const events: ModelEvent[] = [];
  let failure: ModelFailure | undefined;
  try {
    for await (const event of model.stream(request, signal)) events.push(event);
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    failure = error;
  }
  return {
    events,
    text: events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
    calls: events.flatMap((event) => (event.type === 'call' ? [event.call] : [])),
    ...(failure && { failure }),
  };
}

export interface ManualClock extends Clock {
  /** Runs everything that is due within the next `ms`. */
  advance(ms: number): void;
  /** Times of the timers that are running, from now. */
  running(): number[];
  /** Resolves when a timer with just this time left is running. */
  armed(ms: number): Promise<void>;
}

/** A clock that stands until it is moved. */
export function manualClock(): ManualClock {
  let now = 0;
  const timers = new Map<object, { due: number; run: () => void }>();
  const waiting = new Set<() => void>();
  const running = () => [...timers.values()].map(({ due }) => due - now);

  function set(key: object, ms: number, run: () => void): void {
    timers.set(key, { due: now + ms, run });
    for (const wake of waiting) wake();
  }

  return {
    now: () => now,
    after(ms, run): Timer {
      const key = {};
      set(key, ms, run);
      return { refresh: () => set(key, ms, run), cancel: () => timers.delete(key) };
    },
    advance(ms) {
      now += ms;
      for (const [key, { due, run }] of timers) {
        if (due > now) continue;
        timers.delete(key);
        run();
      }
    },
    running,
    armed(ms) {
      return new Promise((resolve) => {
        const check = () => {
          if (!running().includes(ms)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
    },
  };
}
