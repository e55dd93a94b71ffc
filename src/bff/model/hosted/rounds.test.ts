import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Step, say } from '../../../testing/scripted-model/script.ts';
import { startScriptedModel } from '../../../testing/scripted-model/server.ts';
import { createHostedModel } from './hosted.ts';
import { CROWD, CROWD_MS, createRounds, WORDS_MS } from './rounds.ts';
import { manualClock, smallRequest } from './testing.ts';

const nothing = (): void => undefined;

/** Answers of one process, and which of them were read, in order. */
function answers(count: number) {
  const clock = manualClock();
  const rounds = createRounds(clock);
  const reads: number[] = [];
  const places = Array.from({ length: count }, (_, n) => rounds.join(() => reads.push(n)));
  return { clock, rounds, reads, places };
}

describe('an answer', () => {
  it('is read at once when nothing came just before, and what comes soon after waits for its next round', () => {
    const { clock, reads, places } = answers(1);
    places[0]?.came(false);
    expect(reads).toHaveLength(1);
    clock.advance(WORDS_MS / 2);
    places[0]?.came(false);
    places[0]?.came(false);
    expect(reads).toHaveLength(1);
    clock.advance(WORDS_MS);
    expect(reads).toHaveLength(2);
    clock.advance(WORDS_MS);
    places[0]?.came(false);
    expect(reads).toHaveLength(3);
  });

  it('does not wait with what is urgent, and then not for what waited either', () => {
    const { clock, reads, places } = answers(CROWD);
    places[0]?.came(true);
    places[0]?.came(false);
    places[0]?.came(true);
    expect(reads).toEqual([0, 0]);
    clock.advance(2 * CROWD_MS);
    expect(reads).toEqual([0, 0]);
  });

  it('is read soon though the clock on the wall was set back', () => {
    let wall = Date.parse('2026-11-22');
    let reads = 0;
    const place = createRounds({ ...manualClock(), now: () => wall }).join(() => {
      reads += 1;
    });
    place.came(false);
    wall -= 86_400_000;
    place.came(false);
    expect(reads).toBe(2);
  });

  it('that has left is not read and not counted, however often it says so', () => {
    const { clock, rounds, reads, places } = answers(CROWD);
    const [leaver, stayer] = places;
    leaver?.came(false);
    leaver?.leave();
    leaver?.leave();
    leaver?.came(true);
    clock.advance(CROWD_MS);
    expect(reads).toEqual([]);
    stayer?.came(false);
    expect(reads).toEqual([1]);
    rounds.join(nothing);
    clock.advance(WORDS_MS);
    stayer?.came(false);
    expect(reads).toEqual([1]);
  });
});

it('in a crowd each answer is read once a round, within one, and not all at the same moment', () => {
  const { clock, reads, places } = answers(CROWD);
  for (const place of [...places, ...places]) place.came(false);
  expect(reads).toEqual([]);
  let most = 0;
  for (let ms = 0; ms < CROWD_MS; ms += 1) {
    const before = reads.length;
    clock.advance(1);
    most = Math.max(most, reads.length - before);
  }
  expect(reads.toSorted((a, b) => a - b)).toEqual(places.map((_, n) => n));
  expect(most).toBe(CROWD / 10);
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
  clock.advance(CROWD_MS);
  expect((await second).value).toEqual({ type: 'text', text: 'two ' });
  end.resolve();
  expect((await events.next()).value).toEqual({ type: 'text', text: 'three ' });
  expect((await events.next()).value).toMatchObject({ type: 'finish', reason: 'stop' });
  expect((await events.next()).done).toBe(true);
});

it.each([
  ['what piles up', 'word '.repeat(5000)],
  ['what may end a card', '<itemCard id="a"/>'],
])('%s is not kept waiting', async (_, text) => {
  const clock = manualClock();
  const later = Promise.withResolvers<void>();
  const { steps } = say(['one ', text]);
  const gated: Step[] = [...steps.slice(0, 1), { until: later.promise }, ...steps.slice(1, 2), { end: 'hang' }];
  const server = await startScriptedModel([{ steps: gated }]);
  onTestFinished(() => server.close());
  const model = createHostedModel({ base_url: server.url, name: 'scripted', clock, rounds: createRounds(clock) });
  const events = model.stream(smallRequest, new AbortController().signal)[Symbol.asyncIterator]();
  expect(await events.next()).toEqual({ done: false, value: { type: 'text', text: 'one ' } });
  later.resolve();
  expect((await events.next()).value).toEqual({ type: 'text', text });
  await events.return?.();
});
