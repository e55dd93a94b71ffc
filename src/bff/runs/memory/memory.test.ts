import { expect, it } from 'vitest';
import { conversationConformance, runLogConformance, signalsConformance } from '../conformance.ts';
import { createMemoryConversations } from './conversations.ts';
import { createMemoryRunLog } from './run-log.ts';
import { createMemorySignals } from './signals.ts';

runLogConformance('memory', async () => createMemoryRunLog());
signalsConformance('memory', async () => createMemorySignals());
conversationConformance('memory', async () => createMemoryConversations({ ttl_s: 60 }));

it('a finished run is kept for its time and then unknown', async () => {
  let time = 0;
  const log = createMemoryRunLog({ now: () => time, keep_ms: 1000 });
  await log.open('r', 'c', { id: 'a', lease_ms: 10 });
  await log.append('r', 'a', 0, [{ seq: 1, at: 0, kind: 'run-finished', outcome: 'finished' }]);
  time = 999;
  expect(await log.head('r')).not.toBeNull();
  time = 1000;
  expect(await log.head('r')).toBeNull();
  expect(await log.read('r')).toBeNull();
});

it('a conversation is forgotten after its time to live', async () => {
  let time = 0;
  const store = createMemoryConversations({ ttl_s: 1, now: () => time });
  await store.claim({ site: 's', request: { message: { id: 'm', text: 'x' } }, locale: 'en', new_conversation_id: 'c', run_id: 'r' });
  time = 999;
  expect(await store.read('c')).not.toBeNull();
  time = 1000;
  expect(await store.read('c')).toBeNull();
});
