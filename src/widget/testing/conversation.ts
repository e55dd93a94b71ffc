import { expect, vi } from 'vitest';
import { createClient } from '../api/client.ts';
import { createHttp } from '../api/http.ts';
import { createConversationStore } from '../stores/conversation-store.ts';
import { createKeep } from '../stores/keep.ts';
import { lastAnswer } from '../stores/model.ts';
import { joinTabs, type TabSync } from '../stores/tab-sync.ts';
import { createFakeBff, type FakeRoutes } from './fake-bff.ts';

/** A Storage of the DOM's shape, without a DOM. */
export function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  } as unknown as Storage;
}

/** A conversation without a page around it, against a fake BFF. */
export function setUp(routes: FakeRoutes, storage = memoryStorage(), training = false) {
  const bff = createFakeBff(routes);
  const client = createClient(createHttp({ api: 'https://bff.test', site: 'pk', token: () => undefined, fetch: bff.fetch }));
  const keep = createKeep('pk', () => storage);
  const events: string[] = [];
  let tabs: TabSync | undefined;
  const store = createConversationStore({
    client,
    clock: { sleep: async () => undefined, within: (_, read) => read, online: () => true, random: () => 0 },
    schedule: (task) => {
      queueMicrotask(task);
      return () => undefined;
    },
    keep,
    locale: 'en',
    page: () => ({}),
    training: () => training,
    tell: (message) => tabs?.tell(message),
    onAsked: (text) => events.push(`asked ${text}`),
    onReturned: (text) => events.push(`returned ${text}`),
    onIdentityNeeded: () => events.push('identify'),
    onError: (code) => events.push(code),
  });
  const answer = () => lastAnswer(store.getState().conversation);
  const state = async (wanted: string) => vi.waitFor(() => expect(answer()?.state).toBe(wanted));
  /** Questions in words, answers by their state. */
  const said = () => store.getState().conversation.messages.map((message) => (message.role === 'shopper' ? message.text : message.state));
  const join = (site: string): void => {
    tabs = joinTabs(site, store, keep);
  };
  const close = (): void => {
    store.getState().dispose();
    tabs?.close();
  };
  return { store, bff, keep, storage, events, answer, state, said, join, close, chat: () => store.getState() };
}
