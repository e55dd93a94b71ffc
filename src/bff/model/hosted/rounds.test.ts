import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Step, say } from '../../../testing/scripted-model/script.ts';
import { startScriptedModel } from '../../../testing/scripted-model/server.ts';
import { createHostedModel } from './hosted.ts';
import { CROWD, createRounds, ROUND_MS } from './rounds.ts';
import { manualClock, smallRequest } from './testing.ts';

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

it('an answer in a crowd begins at once, goes on in rounds, and is kept waiting at no end', async () => {
  const clock = manualClock();
  const rounds = createRounds(clock);
  for (let n = 1; n < CROWD; n += 1) rounds.join(() => undefined);
  const [later, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { steps } = say(['one ', 'two ', 'three ']);
  // The provider keeps the connection open after the end: the answer's own mark has to do.
  const ending: Step[] = [{ until: end.promise }, ...steps.slice(2), { end: 'hang' }];
  const gated: Step[] = [...steps.slice(0, 1), { until: later.promise }, ...steps.slice(1, 2), ...ending];
  const server = await startScriptedModel([{ steps: gated }]);
  onTestFinished(() => server.close());
  const model = createHostedModel({ base_url: server.url, name: 'scripted', clock, rounds });
  const events = model.stream(smallRequest, new AbortController().signal)[Symbol.asyncIterator]();
  expect(await events.next()).toEqual({ done: false, value: { type: 'text', text: 'one ' } });
  let came = false;
  const second = events.next().then((next) => {
    came = true;
    return next;
  });
  const before = clock.running().length;
  later.resolve();
  await vi.waitFor(() => expect(clock.running().length).toBe(before + 1));
  expect(came).toBe(false);
  clock.advance(ROUND_MS);
  expect((await second).value).toEqual({ type: 'text', text: 'two ' });
  end.resolve();
  expect((await events.next()).value).toEqual({ type: 'text', text: 'three ' });
  expect((await events.next()).value).toMatchObject({ type: 'finish', reason: 'stop' });
  expect((await events.next()).done).toBe(true);
});
