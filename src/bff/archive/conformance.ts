import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runResponseSchema, runsQuerySchema } from '../../protocol/operator.ts';
import { insightsResponseSchema } from '../../protocol/operator-insights.ts';
import { aFinishedRun, type MadeRun } from '../../testing/finished-runs.ts';
import { anItem } from '../../testing/items.ts';
import { BadCursor, type RunArchive } from './archive.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 15, 8);
const query = (given: Record<string, string> = {}) => v.parse(runsQuerySchema, given);
const lamp = anItem({ id: 'lamp-7', title: 'Brass lamp' });
const tent = anItem({ id: 'tent-2', title: '双人帐篷' });

/** Six runs that differ in all that lists filter by. */
const RUNS: readonly MadeRun[] = [
  { id: 'camera', message: 'a light camera for stars' },
  {
    id: 'tent',
    conversation_id: 'talk-2',
    at: START + HOUR,
    message: '想租一顶双人帐篷',
    locale: 'zh-CN',
    answer: '这顶很轻便。',
    items: [tent],
    model: 'hosted-a',
  },
  {
    id: 'lamp',
    conversation_id: 'talk-2',
    at: START + 2 * HOUR,
    message: 'a brass lamp',
    items: [lamp],
    compared: [tent, lamp],
    verdict: { rule: 'amount', outcome: 'replaced' },
    ms: 5000,
  },
  { id: 'failed', at: START + 3 * HOUR, message: 'an umbrella', items: [], query: 'umbrella', error: 'timeout', ms: 9000 },
  {
    id: 'order',
    at: START + 4 * HOUR,
    message: 'where is my order',
    order: { orders: [{ id: 'A-7741', placed_at: '2026-01-01' }] },
    answer: 'Order A-7741 is on its way.',
  },
  { id: 'shop', site: 'pk_other', at: START + 5 * HOUR, conversation_id: 'talk-3', message: 'another camera' },
];

/** What every home of the archive must do. */
export function archiveConformance(name: string, open: () => Promise<RunArchive>): void {
  describe(`archive: ${name}`, () => {
    let archive: RunArchive;
    beforeAll(async () => {
      archive = await open();
      await archive.add(RUNS.map(aFinishedRun));
    });
    afterAll(() => archive.close());
    const ids = async (given: Record<string, string>) => (await archive.list(query(given))).runs.map((run) => run.id);

    it('keeps a run once, however often it is brought', async () => {
      expect(await archive.add([aFinishedRun(RUNS[0])])).toBe(0);
      expect((await archive.list(query())).total).toBe(6);
    });

    it.each([
      [{ text: '帐篷' }, ['tent']],
      [{ text: '轻便' }, ['tent']],
      [{ text: 'CAMERAS' }, ['shop', 'camera']],
      [{ text: 'is light camera' }, ['shop', 'camera']],
      [{ text: '!' }, []],
      [{ item: 'lamp-7' }, ['lamp']],
      [{ unmet: 'umbrella' }, ['failed']],
      [{ item: 'lamp-7', compared_with: 'tent-2' }, ['lamp']],
      [{ item: 'tent-2', compared_with: 'lamp-7' }, ['lamp']],
      [{ compared_with: 'tent-2' }, ['lamp']],
      [{ item: 'cam-1', compared_with: 'tent-2' }, []],
      [{ item: 'lamp-7', compared_with: 'lamp-7' }, []],
      [{ tool: 'order_query' }, ['order']],
      [{ tool: 'search_db', tool_ok: 'false' }, []],
      [{ rule: 'amount' }, ['lamp']],
      [{ verdict: 'replaced' }, ['lamp']],
      [{ outcome: 'error' }, ['failed']],
      [{ error: 'any' }, ['failed']],
      [{ error: 'busy' }, []],
      [{ min_ms: '5000' }, ['failed', 'lamp']],
      [{ model: 'hosted-a' }, ['tent']],
      [{ conversation: 'talk-2' }, ['lamp', 'tent']],
      [{ site: 'pk_other' }, ['shop']],
      [{ from: new Date(START + HOUR).toISOString(), to: new Date(START + 3 * HOUR).toISOString() }, ['lamp', 'tent']],
      [{ sort: 'slowest', limit: '2' }, ['failed', 'lamp']],
      [{ sort: 'oldest', limit: '1' }, ['camera']],
    ])('finds by %j', async (given, expected) => {
      expect(await ids(given)).toEqual(expected);
    });

    it.each(['newest', 'oldest', 'slowest', 'worst', 'tokens'])('pages through the list by %s without a gap or a repeat', async (sort) => {
      const whole = await ids({ sort });
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await archive.list(query({ sort, limit: '2', ...(cursor ? { cursor } : {}) }));
        seen.push(...page.runs.map((run) => run.id));
        cursor = page.cursor;
      } while (cursor);
      expect(seen).toEqual(whole);
      expect(new Set(seen).size).toBe(6);
    });

    it('refuses a cursor of another list', async () => {
      await expect(archive.list(query({ cursor: 'x' }))).rejects.toThrow(BadCursor);
      const { cursor = '' } = await archive.list(query({ limit: '1' }));
      await expect(archive.list(query({ cursor, sort: 'worst' }))).rejects.toThrow('another order');
    });

    it('gives a run back as it was, with its summary and its scores', async () => {
      const run = await archive.read('tent');
      expect(run?.entries).toEqual(aFinishedRun(RUNS[1]).entries);
      expect(run?.answer).toEqual(aFinishedRun(RUNS[1]).answer);
      expect(run?.summary).toMatchObject({
        id: 'tent',
        conversation_id: 'talk-2',
        message: '想租一顶双人帐篷',
        models: ['hosted-a'],
        tools: [{ name: 'search_db', ok: true, ms: 20 }],
        items: ['tent-2'],
        first_token_ms: 200,
        first_card_ms: 250,
        ms: 900,
        tokens_in: 2200,
        tokens_out: 120,
        tokens_cached: 1700,
        rating: null,
      });
      expect(run?.scores?.steps).toHaveLength(2);
      expect(v.safeParse(runResponseSchema, run).issues).toBeUndefined();
      expect(await archive.conversation('talk-2')).toEqual(['tent', 'lamp']);
      expect(await archive.read('nobody')).toBeNull();
    });

    it('keeps no order id of a shopper', async () => {
      const run = await archive.read('order');
      expect(JSON.stringify(run)).not.toContain('7741');
      expect(JSON.stringify(run?.answer)).toContain('Order [order] is on its way.');
    });

    it('joins feedback and events to their run, and takes the last feedback for its rating', async () => {
      const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
      await archive.remark('talk-1', { kind: 'feedback', run_id: 'camera', at: at(1), verdict: 'down', note: 'call 13812345678' });
      await archive.remark('talk-1', { kind: 'feedback', run_id: 'camera', at: at(2), verdict: 'up' });
      await archive.remark('talk-1', { kind: 'item_click', run_id: 'camera', at: at(3), item_id: 'cam-1' });
      await archive.remark('talk-9', { kind: 'feedback', run_id: 'early', at: at(4), verdict: 'down' });
      await archive.add([aFinishedRun({ id: 'early', conversation_id: 'talk-9', at: START + 6 * HOUR })]);
      expect(await ids({ rating: 'up' })).toEqual(['camera']);
      expect(await ids({ rating: 'down' })).toEqual(['early']);
      expect((await archive.read('camera'))?.remarks).toMatchObject([
        { kind: 'feedback', verdict: 'down', note: 'call [phone]' },
        { kind: 'feedback', verdict: 'up' },
        { kind: 'item_click', item_id: 'cam-1' },
      ]);
    });

    it('tells what a period came to', async () => {
      const insights = await archive.insights({ to: new Date(START + 5 * HOUR).toISOString() });
      expect(v.safeParse(insightsResponseSchema, insights).issues).toBeUndefined();
      expect(insights).toMatchObject({
        runs: 5,
        conversations: 2,
        errors: [{ error: 'timeout', count: 1 }],
        rejections: [{ rule: 'amount', outcome: 'replaced', count: 1, runs: 1 }],
        unmet: [{ asked: 'umbrella', count: 1 }],
        pairs: [{ items: ['lamp-7', 'tent-2'], titles: ['Brass lamp', '双人帐篷'], count: 1 }],
        feedback: { up: 1, down: 0, notes: [{ run_id: 'camera', note: 'call [phone]' }] },
        path: { shown: 3, seen: 0, clicked: 1, carted: 0 },
        latency: { first_token: { count: 5, p50: 200 }, whole: { p50: 900, p99: 9000, worst_tenth: 9000 } },
      });
      expect(insights.models.map(({ model, runs }) => [model, runs])).toEqual([
        ['planner', 4],
        ['hosted-a', 1],
      ]);
      expect(insights.buckets.reduce((sum, bucket) => sum + bucket.runs, 0)).toBe(5);
      expect(insights.items.find(({ item_id }) => item_id === 'tent-2')?.title).toBe('双人帐篷');
    });

    it('forgets an erased conversation whole, and whatever of it comes later', async () => {
      expect(await archive.erase('talk-2')).toBe(2);
      expect(await archive.read('tent')).toBeNull();
      expect(await ids({ text: '帐篷' })).toEqual([]);
      expect(await ids({ compared_with: 'tent-2' })).toEqual([]);
      expect(await archive.add([aFinishedRun({ id: 'late', conversation_id: 'talk-2' })])).toBe(0);
      await archive.remark('talk-2', { kind: 'feedback', run_id: 'tent', at: new Date(START).toISOString(), verdict: 'down', note: 'x' });
      expect(await archive.read('late')).toBeNull();
      expect((await archive.page(query(), 0, 100)).runs.map((run) => run.conversation_id)).not.toContain('talk-2');
    });

    it('takes the wishes of an erased conversation out of the insights', async () => {
      const asked = async () => (await archive.insights({})).unmet.map((each) => each.asked);
      await archive.add([aFinishedRun({ id: 'wish', conversation_id: 'wishful', at: START + 7 * HOUR, items: [], query: 'unicycle' })]);
      expect(await asked()).toContain('unicycle');
      await archive.erase('wishful');
      expect(await asked()).toEqual(['umbrella']);
    });

    it('knows which conversation was erased', async () => {
      expect(await archive.erased('talk-2')).toBe(true);
      expect(await archive.erased('talk-1')).toBe(false);
    });

    it('hands out for training what the shopper allowed, and nothing once that was taken back', async () => {
      const made = [
        { id: 'yes', conversation_id: 'open', training: true },
        { id: 'first', conversation_id: 'closed', training: true },
        { id: 'last', conversation_id: 'closed', at: START + 9 * HOUR },
      ];
      await archive.add(made.map((each) => aFinishedRun({ site: 'pk_training', at: START + 8 * HOUR, ...each })));
      const consented = await archive.page(query({ site: 'pk_training' }), 0, 10, true);
      expect(consented.runs.map((run) => run.id)).toEqual(['yes']);
      for (const id of ['open', 'closed']) await archive.erase(id);
    });

    it('reads runs page by page for exports', async () => {
      const first = await archive.page(query(), 0, 3);
      expect(first.runs).toHaveLength(3);
      const second = await archive.page(query(), first.next ?? 0, 100);
      expect([...first.runs, ...second.runs].map((run) => run.id)).toEqual(['camera', 'failed', 'order', 'shop', 'early']);
      expect(second.next).toBeUndefined();
    });

    it('forgets what is older than it may be', async () => {
      expect(await archive.prune(START + 4 * HOUR)).toBe(2);
      expect(await ids({})).toEqual(['early', 'shop', 'order']);
    });
  });
}
