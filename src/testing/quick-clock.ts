import type { Clock } from '../widget/api/clock.ts';

/**
 * The widget's clock for a reader in a test of the server: its waits are cut short.
 * @param longest milliseconds between two tries
 * @param online whether tries that fail are counted; false: it tries without end
 */
export const quickClock = (longest: number, online: boolean): Clock => ({
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      setTimeout(resolve, Math.min(ms, longest));
    }),
  within: (_, read) => read,
  online: () => online,
  random: Math.random,
});
