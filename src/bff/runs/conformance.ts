import { afterEach, describe, expect, it } from 'vitest';
import type { ChatRequest } from '../../protocol/chat.ts';
import { collect, end, entry, text } from '../../testing/run-entries.ts';
import type { ConversationStore } from './conversations.ts';
import { KeptEntries } from './kept-entries.ts';
import type { RunLog } from './log.ts';
import { RunTaken } from './log.ts';
import type { RunSignal, RunSignals } from './signals.ts';

const owner = { id: 'a', lease_ms: 60_000 };

/** What every home of the run log must do. Redis runs the same suite. */
export function runLogConformance(name: string, open: () => Promise<RunLog>): void {
  describe(`run log: ${name}`, () => {
    let log: RunLog;
    afterEach(() => log.close());
    const never = new AbortController().signal;

    it('keeps entries in order and tells the head', async () => {
      log = await open();
      await log.open('r', 'c', owner);
      await log.append('r', 'a', 0, [text(1, 1), text(2, 2)]);
      await log.append('r', 'a', 2, [end(3)]);
      expect((await log.read('r'))?.map((each) => each.seq)).toEqual([1, 2, 3]);
      const packed = await log.packed('r');
      expect(packed && KeptEntries.from(packed).slice()).toEqual(await log.read('r'));
      expect(await log.packed('another')).toBeNull();
      expect(await log.head('r')).toEqual({ run_id: 'r', conversation_id: 'c', frames: 2, entries: 3, outcome: 'finished' });
    });

    it('refuses an append at any position but the end', async () => {
      log = await open();
      await log.open('r', 'c', owner);
      await log.append('r', 'a', 0, [text(1, 1)]);
      await expect(log.append('r', 'a', 0, [text(1, 1)])).rejects.toThrow(RunTaken);
      await expect(log.append('r', 'a', 2, [text(3, 3)])).rejects.toThrow(RunTaken);
      expect(await log.read('r')).toHaveLength(1);
    });

    it('refuses another owner, and every append after the end', async () => {
      log = await open();
      await log.open('r', 'c', owner);
      await expect(log.append('r', 'b', 0, [text(1, 1)])).rejects.toThrow(RunTaken);
      await log.append('r', 'a', 0, [end(1)]);
      await expect(log.append('r', 'a', 1, [text(2, 1)])).rejects.toThrow(RunTaken);
    });

    it('lets a run be taken only when its lease ran out', async () => {
      log = await open();
      await log.open('held', 'c', owner);
      await log.open('stale', 'c', { id: 'a', lease_ms: -1 });
      expect(await log.expired()).toEqual(['stale']);
      expect(await log.take('held', { id: 'b', lease_ms: 1000 })).toBeNull();
      expect(await log.take('stale', { id: 'b', lease_ms: 1000 })).toMatchObject({ takes: 1, checkpoint: null });
      expect(await log.take('stale', { id: 'c', lease_ms: 1000 })).toBeNull();
      await expect(log.append('stale', 'a', 0, [text(1, 1)])).rejects.toThrow(RunTaken);
      await log.append('stale', 'b', 0, [text(1, 1)]);
      expect(await log.renew('stale', owner)).toBe(false);
    });

    it('tells which runs are unfinished', async () => {
      log = await open();
      await log.open('going', 'c', owner);
      await log.open('done', 'c', owner);
      await log.append('done', 'a', 0, [end(1)]);
      expect(await log.running()).toEqual(['going']);
    });

    it('lets a released run be taken at once', async () => {
      log = await open();
      await log.open('r', 'c', owner);
      await log.release('r', 'b');
      expect(await log.expired()).toEqual([]);
      await log.release('r', 'a');
      expect(await log.expired()).toEqual(['r']);
      expect(await log.take('r', { id: 'b', lease_ms: 1000 })).toMatchObject({ takes: 1 });
    });

    it('hands whoever takes a run its place and its latest checkpoint, and forgets that one with the end', async () => {
      log = await open();
      const stale = { id: 'a', lease_ms: -1 };
      await log.open('r', 'c', stale, { entries: 0, frames: 0, state: { step: 0 } });
      await log.append('r', 'a', 0, [text(1, 1), text(2, 2)], { entries: 2, frames: 2, state: { step: 1, words: '轻便' } });
      await log.append('r', 'a', 2, [text(3, 3)]);
      const taken = await log.take('r', { ...stale, id: 'b' });
      expect(taken).toEqual({
        head: { run_id: 'r', conversation_id: 'c', frames: 3, entries: 3 },
        checkpoint: { entries: 2, frames: 2, state: { step: 1, words: '轻便' } },
        takes: 1,
      });
      expect((await log.take('r', { ...stale, id: 'c' }))?.takes).toBe(2);
      await expect(log.append('r', 'b', 3, [text(4, 4)])).rejects.toThrow(RunTaken);
      await log.append('r', 'c', 3, [end(4)]);
      expect(await log.expired()).toEqual([]);
      expect(await log.take('r', { ...stale, id: 'd' })).toBeNull();
    });

    it('gives a follower everything after its frame, old and new, and ends with the run', async () => {
      log = await open();
      await log.open('r', 'c', owner);
      await log.append('r', 'a', 0, [text(1, 1), text(2, 2)]);
      const whole = collect(log.follow('r', 0, never));
      const late = collect(log.follow('r', 1, never));
      await log.append('r', 'a', 2, [entry(3, { kind: 'model-text', text: 'x' }), text(4, 3)]);
      await log.append('r', 'a', 4, [end(5)]);
      expect((await whole).map((each) => each.seq)).toEqual([1, 2, 3, 4, 5]);
      expect((await late).map((each) => each.seq)).toEqual([2, 3, 4, 5]);
    });

    it('lets a follower go when its signal aborts or the run is deleted', async () => {
      log = await open();
      await log.open('r', 'c', owner);
      const leaving = new AbortController();
      const left = collect(log.follow('r', 0, leaving.signal));
      const deleted = collect(log.follow('r', 0, never));
      leaving.abort();
      expect(await left).toEqual([]);
      await log.delete('r');
      expect(await deleted).toEqual([]);
      expect(await log.head('r')).toBeNull();
    });
  });
}

/** What every home of signals must do. Redis runs the same suite. */
export function signalsConformance(name: string, open: () => Promise<RunSignals>): void {
  describe(`signals: ${name}`, () => {
    it('tells every listener who is to stop, who left, and that all are to end', async () => {
      const signals = await open();
      const heard: RunSignal[] = [];
      const whole = Promise.withResolvers<void>();
      const quiet = signals.listen((signal) => {
        heard.push(signal);
        if (signal.kind === 'end-all') whole.resolve();
      });
      await signals.stop('r');
      await signals.left('r');
      await signals.endAll();
      await whole.promise;
      quiet();
      expect(heard).toEqual([{ kind: 'stop', run_id: 'r' }, { kind: 'left', run_id: 'r' }, { kind: 'end-all' }]);
    });

    it('remembers a wish to stop for whoever takes the run over', async () => {
      const signals = await open();
      expect(await signals.stopped('r2')).toBe(false);
      await signals.stop('r2');
      expect(await signals.stopped('r2')).toBe(true);
    });

    it('does not count its own readers as being elsewhere', async () => {
      const signals = await open();
      await signals.reading('r3', 1000);
      expect(await signals.readElsewhere('r3')).toBe(false);
    });
  });
}

/** What every home of conversations must do. Redis runs the same suite. */
export function conversationConformance(name: string, open: () => Promise<ConversationStore>): void {
  describe(`conversations: ${name}`, () => {
    let store: ConversationStore;
    afterEach(() => store.close());
    let count = 0;
    const ask = (message: string, conversation_id?: string, text = 'hello'): ChatRequest => ({
      ...(conversation_id ? { conversation_id } : {}),
      message: { id: message, text },
    });
    const claim = (request: ChatRequest, who: { site?: string; sub?: string } = {}) => {
      count += 1;
      return store.claim({ site: 's', ...who, request, locale: 'en', new_conversation_id: `c${count}`, run_id: `r${count}` });
    };
    const started = async (request: ChatRequest, who?: { site?: string; sub?: string }) => {
      const result = await claim(request, who);
      if (result.outcome !== 'started') throw new Error(result.outcome);
      return result.conversation;
    };
    const turn = (run_id: string) => ({
      run_id,
      message: { id: 'm', text: 'hello' },
      at: '2026-01-01T00:00:00.000Z',
      parts: [],
      history: [],
    });

    it('starts one turn for a hundred equal messages at once', async () => {
      store = await open();
      const results = await Promise.all(Array.from({ length: 100 }, () => claim(ask('m1'))));
      expect(results.filter((each) => each.outcome === 'started')).toHaveLength(1);
      const repeats = results.filter((each) => each.outcome === 'repeated');
      expect(repeats).toHaveLength(99);
      expect(new Set(repeats.map((each) => `${each.conversation_id} ${each.run_id}`)).size).toBe(1);
    });

    it('reads the same body in another key order as the same message, and another body as misuse', async () => {
      store = await open();
      await started({ message: { id: 'm', text: 'x' }, locale: 'en' });
      expect((await claim({ locale: 'en', message: { text: 'x', id: 'm' } })).outcome).toBe('repeated');
      expect((await claim(ask('m', undefined, 'other'))).outcome).toBe('reused');
    });

    it('refuses a second message while a turn runs, and takes it afterwards', async () => {
      store = await open();
      const first = await started(ask('m1'));
      expect((await claim(ask('m2', first.id))).outcome).toBe('running');
      await store.finish(first.id, first.running ?? '', turn(first.running ?? ''), {});
      expect((await claim(ask('m3', first.id))).outcome).toBe('started');
      expect((await store.read(first.id))?.turns).toHaveLength(1);
    });

    it('does not know a conversation of another site or another shopper', async () => {
      store = await open();
      const mine = await started(ask('m1'), { sub: 'ann' });
      expect((await claim(ask('m2', mine.id), { sub: 'bob' })).outcome).toBe('not-found');
      expect((await claim(ask('m2', mine.id))).outcome).toBe('not-found');
      expect((await claim(ask('m2', mine.id), { site: 'other', sub: 'ann' })).outcome).toBe('not-found');
      expect((await claim(ask('m2', 'c-unknown'))).outcome).toBe('not-found');
    });

    it('belongs to the first shopper who is identified in it, from then on', async () => {
      store = await open();
      const { id, running = '' } = await started(ask('m1'));
      await store.finish(id, running, turn(running), {});
      const mine = await started(ask('m2', id), { sub: 'ann' });
      expect(mine.sub).toBe('ann');
      await store.finish(id, mine.running ?? '', turn(mine.running ?? ''), {});
      expect((await store.read(id))?.sub).toBe('ann');
      expect((await claim(ask('m3', id))).outcome).toBe('not-found');
      expect((await claim(ask('m4', id), { sub: 'bob' })).outcome).toBe('not-found');
    });

    it('lets an abandoned message be sent again', async () => {
      store = await open();
      const first = await started(ask('m1'));
      await store.abandon(first.id, first.running ?? '');
      expect((await claim(ask('m1'))).outcome).toBe('started');
    });

    it('adds to the ledger without loss or repeats', async () => {
      store = await open();
      const { id } = await started(ask('m1'));
      await Promise.all(['a', 'b', 'a', 'c'].map((item) => store.change(id, { ledger_add: [item] })));
      expect([...((await store.read(id))?.ledger ?? [])].sort()).toEqual(['a', 'b', 'c']);
    });

    it('keeps what became of a run with its conversation, and finds it by the run', async () => {
      store = await open();
      const { id, running = '' } = await started(ask('m1'));
      expect((await store.ofRun(running))?.id).toBe(id);
      expect(await store.ofRun('nobody')).toBeNull();
      const at = '2026-01-01T00:00:00.000Z';
      await store.remark(id, { kind: 'feedback', run_id: running, at, verdict: 'up' });
      await store.remark(id, { kind: 'item_click', run_id: running, at, item_id: 'a' });
      await store.remark(id, { kind: 'feedback', run_id: running, at, verdict: 'down' });
      expect((await store.read(id))?.remarks?.map(({ kind }) => kind)).toEqual(['item_click', 'feedback']);
      await store.delete(id);
      expect(await store.ofRun(running)).toBeNull();
    });

    it('forgets a conversation and its message ids', async () => {
      store = await open();
      const { id, running } = await started(ask('m1'));
      expect(await store.delete(id)).toEqual([running]);
      expect(await store.read(id)).toBeNull();
      expect((await claim(ask('m1'))).outcome).toBe('started');
    });
  });
}
