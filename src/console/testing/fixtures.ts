import type { RunResponse, RunSummary } from '../../protocol/operator.ts';
import type { InsightsResponse } from '../../protocol/operator-insights.ts';
import type { RecordedEntry, RecordedRequest } from '../../protocol/run-entries.ts';

/** An entry but for its number and its moment. */
export type EntryBody = RecordedEntry extends infer E ? (E extends RecordedEntry ? Omit<E, 'seq' | 'at'> : never) : never;

/** When the runs of the tests began. */
export const BEGUN = Date.parse('2026-11-21T10:00:00Z');

/** Entries in order, `pace` milliseconds apart. */
export const entriesOf = (bodies: readonly EntryBody[], pace = 100): RecordedEntry[] =>
  bodies.map((body, index) => ({ ...body, seq: index + 1, at: BEGUN + index * pace }) as RecordedEntry);

export const aRequest = (...texts: string[]): RecordedRequest => ({
  messages: [{ role: 'system', text: 'You are the adviser.' }, ...texts.map((text) => ({ role: 'user', text }) as const)],
  tools: [{ name: 'search_db', description: 'Searches the catalogue.', parameters: { type: 'object' } }],
  max_output_tokens: 1500,
  facts: { locale: 'en' },
});

/** A run of two steps: a search, then an answer in which the guard replaced an amount and dropped a card. */
export const ANSWERED: readonly EntryBody[] = [
  { kind: 'run-started', message: { id: 'm1', text: 'a light camera' }, locale: 'en' },
  { kind: 'model-called', step: 1, model: 'hosted-8b', request: aRequest('a light camera') },
  { kind: 'tool-called', step: 1, call_id: 'c1', name: 'search_db', arguments: '{"query":"light camera"}' },
  {
    kind: 'tool-returned',
    step: 1,
    call_id: 'c1',
    ok: true,
    item_ids: ['cam-1'],
    total: 1,
    ms: 42,
    text: '{"total":1}',
  },
  { kind: 'step-finished', step: 1, reason: 'again', usage: { input_tokens: 1000, output_tokens: 20, cached_tokens: 400 }, ms: 300 },
  { kind: 'model-called', step: 2, model: 'hosted-8b', request: aRequest('a light camera', 'and cheap') },
  { kind: 'model-text', step: 2, text: 'Only ¥12 a day <img src=x onerror=alert(1)>: <itemCard id="invented-9000"/>' },
  { kind: 'verdict', step: 2, rule: 'amount', outcome: 'replaced', subject: '¥12 a day', reason: 'no offer says 12' },
  { kind: 'verdict', step: 2, rule: 'ledger', outcome: 'dropped', subject: 'invented-9000', reason: 'no search returned this id' },
  { kind: 'part', step: 2, n: 1, frame: { type: 'text-start', id: 't' } },
  { kind: 'part', step: 2, n: 2, frame: { type: 'text-delta', id: 't', delta: 'Only see the card <img src=x onerror=alert(1)>:' } },
  { kind: 'part', step: 2, n: 3, frame: { type: 'text-end', id: 't' } },
  { kind: 'step-finished', step: 2, reason: 'stop', usage: { input_tokens: 1200, output_tokens: 60 }, ms: 500 },
  { kind: 'run-finished', step: 2, outcome: 'finished' },
];

const UNGROUNDED = { en: 'A card names an item that no search returned.', zh: '卡片上的商品没有搜到过。' };

export const aSummary = (more: Partial<RunSummary> = {}): RunSummary => ({
  id: 'run-1',
  conversation_id: 'conversation-1',
  site: 'pk_demo',
  at: new Date(BEGUN).toISOString(),
  message: 'a light camera',
  locale: 'en',
  models: ['hosted-8b'],
  outcome: 'finished',
  error: null,
  steps: 2,
  tools: [{ name: 'search_db', ok: true, ms: 42 }],
  items: [],
  verdicts: [
    { rule: 'amount', outcome: 'replaced', count: 1 },
    { rule: 'ledger', outcome: 'dropped', count: 1 },
  ],
  first_token_ms: 1000,
  first_card_ms: null,
  ms: 1300,
  tokens_in: 2200,
  tokens_out: 80,
  tokens_cached: 400,
  rating: 'down',
  score: 0.42,
  ...more,
});

export const aRun = (more: Partial<RunResponse> = {}): RunResponse => ({
  id: 'run-1',
  conversation_id: 'conversation-1',
  entries: entriesOf(ANSWERED),
  summary: aSummary(),
  scores: {
    form: 0,
    chain: { score: 0.53, sum: 1, best: 1.9, discount: 0.9 },
    failing: { step: 2, cause: 'model', reason: UNGROUNDED },
    steps: [
      { step: 1, score: 1, faults: [] },
      { step: 2, score: 0, faults: [{ rule: 'grounded-card', subject: 'invented-9000', reason: UNGROUNDED, cost: 1 }] },
    ],
  },
  remarks: [{ at: new Date(BEGUN).toISOString(), kind: 'feedback', verdict: 'down', note: 'wrong price' }],
  conversation: ['run-0', 'run-1'],
  ...more,
});

const latency = { count: 10, p50: 480, p90: 1200, p99: 3900, worst_tenth: 2400 };

export const theInsights = (more: Partial<InsightsResponse> = {}): InsightsResponse => ({
  from: new Date(BEGUN).toISOString(),
  to: new Date(BEGUN + 7_200_000).toISOString(),
  runs: 120,
  conversations: 40,
  outcomes: [
    { outcome: 'finished', count: 114 },
    { outcome: 'error', count: 6 },
  ],
  errors: [{ error: 'timeout', count: 6 }],
  latency: { first_token: latency, first_card: { ...latency, p50: 910 }, whole: { ...latency, p50: 2200 } },
  score: { mean: 0.93, worst_tenth: 0.6, count: 110 },
  rejections: [{ rule: 'amount', outcome: 'replaced', count: 9, runs: 7 }],
  tools: [{ name: 'search_db', calls: 200, failed: 3, p50: 8, p99: 60 }],
  comparisons: [
    { basis: 'agreed', count: 6 },
    { basis: 'disagreed', count: 2 },
  ],
  unmet: [{ asked: 'piano', count: 4, last_at: new Date(BEGUN).toISOString() }],
  pairs: [{ items: ['cam-1', 'cam-2'], titles: ['Lumisol X3', 'Fell'], count: 5 }],
  feedback: { up: 8, down: 2, notes: [{ run_id: 'run-1', at: new Date(BEGUN).toISOString(), verdict: 'down', note: 'wrong price' }] },
  path: { shown: 100, seen: 60, clicked: 12, carted: 3 },
  items: [{ item_id: 'cam-1', title: 'Lumisol X3', shown: 40, seen: 30, clicked: 6, carted: 1 }],
  models: [
    {
      model: 'hosted-8b',
      runs: 100,
      tokens_in: 4_000_000,
      tokens_cached: 0,
      tokens_out: 250_000,
      units: 5,
      first_token_p50: 500,
      score: 0.9,
    },
  ],
  buckets: [0, 1, 2].map((hour) => ({
    at: new Date(BEGUN + hour * 3_600_000).toISOString(),
    runs: 40,
    failed: 2,
    rejected: 3,
    up: 2,
    down: 1,
    first_token_ms: hour === 1 ? null : 480,
    tokens_in: 1,
    tokens_out: 1,
  })),
  ...more,
});
