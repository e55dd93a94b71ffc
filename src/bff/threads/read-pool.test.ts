import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { ReadPool } from './read-pool.ts';

/** A worker that answers with its number, and says that it is outdated where it was told so. */
const program = (number: number, isOutdated: boolean) => `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ call }) => {
    if (${isOutdated}) parentPort.postMessage({ kind: 'outdated' });
    parentPort.postMessage({ kind: 'answer', call, value: ${number} });
  });
  parentPort.postMessage({ kind: 'ready' });`;

test('an outdated worker answers until its successor is ready; no call is lost or late', async () => {
  let started = 0;
  const pool = await ReadPool.open<Record<string, never>, string>({
    workers: 1,
    timeout: 10_000,
    start: () => new Worker(program(started, started++ < 2), { eval: true }),
    errors: { late: (message) => new Error(message), unusable: (message) => new Error(message), failed: (message) => new Error(message) },
  });
  const answers: number[] = [];
  await vi.waitFor(async () => {
    answers.push(...(await Promise.all(Array.from({ length: 5 }, () => pool.call<number>({})))));
    expect(answers.at(-1)).toBe(2);
  }, 10_000);
  expect(answers).toEqual(answers.toSorted());
  expect([answers[0], started]).toEqual([0, 3]);
  await pool.close();
});

test('while no worker can open what it reads, calls are late at once; once it can be opened again, they are answered', async () => {
  const deaf =
    "const { parentPort } = require('node:worker_threads'); parentPort.on('message', () => undefined); parentPort.postMessage({ kind: 'ready' });";
  const blind = "require('node:worker_threads').parentPort.postMessage({ kind: 'unusable', message: 'gone' });";
  let next = deaf;
  const pool = await ReadPool.open<Record<string, never>, string>({
    workers: 1,
    timeout: 50,
    start: () => new Worker(next, { eval: true }),
    errors: { late: () => new Error('late'), unusable: (message) => new Error(message), failed: (message) => new Error(message) },
  });
  next = blind;
  // It loses the one worker that could open it.
  await expect(pool.call({})).rejects.toThrow('late');
  expect((await Promise.allSettled([pool.call({}), pool.call({})])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  next = program(7, false);
  expect(await pool.call({})).toBe(7);
  await pool.close();
});
