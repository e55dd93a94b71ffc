import { expect, it, vi } from 'vitest';
import { createClient } from '../api/client.ts';
import { createHttp } from '../api/http.ts';
import { createFakeBff, FakeStream } from '../testing/fake-bff.ts';
import { opening, text } from '../testing/frames.ts';
import { createTurnDriver, type TurnListener } from './turn-driver.ts';

it('drops frames that were gathered for a run the shopper has left', async () => {
  const stream = new FakeStream();
  const bff = createFakeBff({ chat: () => stream.response });
  const tasks: (() => void)[] = [];
  const onFrames = vi.fn();
  const nothing = (): void => undefined;
  const listener: TurnListener = {
    onFrames,
    onStart: nothing,
    onReconnecting: nothing,
    onFault: nothing,
    onEnd: nothing,
    onRefused: nothing,
  };
  const driver = createTurnDriver({
    client: createClient(createHttp({ api: 'https://bff.test', site: 'pk', token: () => undefined, fetch: bff.fetch })),
    clock: { sleep: async () => undefined, within: (_, read) => read, online: () => true, random: () => 0 },
    schedule: (task) => {
      tasks.push(task);
      return nothing;
    },
  });
  driver.begin({ kind: 'ask', body: '{}' }, listener);
  await stream.send(...opening(), ...text('t', 'late'));
  await vi.waitFor(() => expect(tasks).toHaveLength(1));
  driver.leave();
  for (const task of tasks) task();
  expect(onFrames).not.toHaveBeenCalled();
});
