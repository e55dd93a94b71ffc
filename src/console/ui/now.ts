import { useSyncExternalStore } from 'react';

/** How often times that are told as "ago" are told anew, milliseconds. */
const EVERY = 30_000;

const listeners = new Set<() => void>();
let present = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  present = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  if (timer === undefined) {
    present = Date.now();
    timer = setInterval(tick, EVERY);
  }
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The present moment, milliseconds since 1970, kept about true by one timer for all that ask. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => present);
