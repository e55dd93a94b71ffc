import { expect, test } from 'vitest';
import { McpConnection } from './connection.ts';

test('after a failure the first try is free; then each wait is twice the last, and nothing is started while it lasts', async () => {
  let time = 0;
  const problems: string[] = [];
  const connection = new McpConnection({
    config: { command: process.execPath, args: ['-e', 'process.exit(3)'], env: {} },
    now: () => time,
    onTools: () => undefined,
    onProblem: (problem) => problems.push(problem),
  });
  const tryAt = async (at: number): Promise<unknown> => {
    time = at;
    return connection.reach().then(
      () => 'reached',
      (error: { code: string }) => error.code,
    );
  };
  const tries: [number, unknown][] = [];
  for (const at of [0, 0, 0, 499, 500, 1499, 1500, 3499, 3500]) tries.push([at, await tryAt(at)]);
  await connection.close();
  expect(tries).toEqual([
    [0, 'failed'],
    [0, 'failed'],
    [0, 'open'],
    [499, 'open'],
    [500, 'failed'],
    [1499, 'open'],
    [1500, 'failed'],
    [3499, 'open'],
    [3500, 'failed'],
  ]);
  expect(problems).toEqual(['it closed the connection at once']);
});
