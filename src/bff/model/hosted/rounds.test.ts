import { describe, expect, it } from 'vitest';
import { CROWD, createRounds, ROUND_MS } from './rounds.ts';
import { manualClock } from './testing.ts';

const nothing = (): void => undefined;

describe('answers read in rounds', () => {
  it('wait for none while there is no crowd', () => {
    const rounds = createRounds(manualClock());
    const places = Array.from({ length: CROWD - 1 }, () => rounds.join(nothing));
    expect(places.some((place) => place.mayWait())).toBe(false);
  });

  it('are read once a round in a crowd, each within one, and not all at the same moment', () => {
    const clock = manualClock();
    const rounds = createRounds(clock);
    const reads: number[] = [];
    const places = Array.from({ length: CROWD }, (_, n) => rounds.join(() => reads.push(n)));
    for (const place of [...places, ...places]) expect(place.mayWait()).toBe(true);
    let most = 0;
    for (let ms = 0; ms < ROUND_MS; ms += 1) {
      const before = reads.length;
      clock.advance(1);
      most = Math.max(most, reads.length - before);
    }
    expect(reads.toSorted((a, b) => a - b)).toEqual(places.map((_, n) => n));
    expect(most).toBe(CROWD / 10);
  });

  it('do not count one that has left, however often it says so, and do not read it', () => {
    const clock = manualClock();
    const rounds = createRounds(clock);
    let read = 0;
    const leaver = rounds.join(() => {
      read += 1;
    });
    const [stayer] = Array.from({ length: CROWD - 1 }, () => rounds.join(nothing));
    leaver.mayWait();
    leaver.leave();
    leaver.leave();
    clock.advance(ROUND_MS);
    expect(read).toBe(0);
    expect(stayer?.mayWait()).toBe(false);
    rounds.join(nothing);
    expect(stayer?.mayWait()).toBe(true);
  });
});
