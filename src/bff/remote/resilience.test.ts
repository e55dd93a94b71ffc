import { expect, it } from 'vitest';
import { createResilience, DependencyDown } from './resilience.ts';

const never = new AbortController().signal;
const fail = async () => {
  throw new Error('down');
};

it('a fault is tried once more, then told with its cause', async () => {
  let calls = 0;
  const run = createResilience();
  const result = run(async () => {
    calls += 1;
    throw new Error('down');
  }, never);
  await expect(result).rejects.toMatchObject({ name: 'DependencyDown', code: 'failed' });
  expect(calls).toBe(2);
});

it('a second try that succeeds is a success', async () => {
  let calls = 0;
  const value = await createResilience()(async () => {
    calls += 1;
    if (calls === 1) throw new Error('once');
    return 'yes';
  }, never);
  expect(value).toBe('yes');
});

it('a call that hangs is given up after its time, and its signal aborted', async () => {
  const signals: AbortSignal[] = [];
  const hanging = createResilience({ timeout_ms: 5 })((signal) => {
    signals.push(signal);
    return new Promise(() => undefined);
  }, never);
  await expect(hanging).rejects.toMatchObject({ code: 'timeout' });
  expect(signals.map((each) => each.aborted)).toEqual([true, true]);
});

it('the breaker opens after five faults, refuses, and lets one call try after the cooldown', async () => {
  let time = 0;
  const run = createResilience({ now: () => time, cooldown_ms: 100 });
  for (let i = 0; i < 3; i += 1) await expect(run(fail, never)).rejects.toThrow(DependencyDown);
  let asked = 0;
  const count = async () => {
    asked += 1;
    return 'up';
  };
  await expect(run(count, never)).rejects.toMatchObject({ code: 'open' });
  expect(asked).toBe(0);
  time = 101;
  expect(await run(count, never)).toBe('up');
  expect(await run(count, never)).toBe('up');
});

it('an answer error is neither retried nor counted', async () => {
  const run = createResilience({ isAnswer: () => true, failures: 1 });
  for (let i = 0; i < 3; i += 1) await expect(run(fail, never)).rejects.toThrow('down');
});

it("the caller's abort ends a call with the caller's reason", async () => {
  const stop = new AbortController();
  const running = createResilience()(() => new Promise(() => undefined), stop.signal);
  stop.abort(new Error('stopped'));
  await expect(running).rejects.toThrow('stopped');
});
