import type { FinishedRun } from '../bff/archive/archive.ts';
import type { EntryBody, RunEntry } from '../bff/runs/log.ts';
import type { Item } from '../protocol/item.ts';
import { anItem } from './items.ts';

/** What a made run differs in. */
export interface MadeRun {
  readonly id?: string;
  readonly conversation_id?: string;
  readonly site?: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  readonly message?: string;
  readonly locale?: string;
  readonly answer?: string;
  /** The answer as it was streamed; default: whole. */
  readonly pieces?: readonly string[];
  readonly model?: string;
  readonly items?: readonly Item[];
  readonly query?: string;
  /** What a comparison puts side by side, after the cards. */
  readonly compared?: readonly Item[];
  /** What `order_query` found. */
  readonly order?: Readonly<Record<string, unknown>>;
  readonly verdict?: { readonly rule: string; readonly outcome: string };
  readonly error?: 'busy' | 'timeout' | 'unavailable';
  readonly ms?: number;
  readonly training?: boolean;
  readonly remarks?: FinishedRun['remarks'];
}

const SYSTEM = `You advise shoppers. ${'Only what a tool returned may be shown. '.repeat(60)}`;
const TOOLS = [{ name: 'search_db', description: 'Searches the shop. '.repeat(80), parameters: { type: 'object' } }];

/** A finished run of one search and one answer, as the run log would have it. */
export function aFinishedRun(made: MadeRun = {}): FinishedRun {
  const { id = 'run-1', conversation_id = 'talk-1', site = 'pk_demo', at = Date.UTC(2026, 0, 15, 8), message = 'a light camera' } = made;
  const { locale = 'en', model = 'planner', items = [anItem({ id: 'cam-1', title: 'Light camera' })], ms = 900 } = made;
  const answer = made.answer ?? 'This one is light.';
  const entries: RunEntry[] = [];
  let now = at;
  let n = 0;
  const add = (body: EntryBody, step?: number): void => {
    entries.push({ seq: entries.length + 1, at: now, ...(step ? { step } : {}), ...body });
  };
  const frame = (body: Extract<EntryBody, { kind: 'part' }>['frame'], step?: number): void => {
    n += 1;
    add({ kind: 'part', n, frame: body }, step);
  };
  const request = (more: readonly unknown[]) => ({
    messages: [{ role: 'system', text: SYSTEM }, { role: 'user', text: message }, ...more],
    tools: TOOLS,
    max_output_tokens: 1500,
    facts: { locale },
  });
  add({
    kind: 'run-started',
    message: { id: `m-${id}`, text: message },
    locale,
    before: { turns: 0, ledger: 0 },
    ...(made.training ? { training: true } : {}),
  });
  frame({ type: 'start', messageId: `${id}.a`, messageMetadata: { conversation_id, run_id: id } });
  const call = made.order
    ? { id: 'c1', name: 'order_query', arguments: '{}' }
    : { id: 'c1', name: 'search_db', arguments: JSON.stringify({ query: made.query ?? 'light camera' }) };
  add({ kind: 'model-called', model, request: request([]) }, 1);
  now += 100;
  add({ kind: 'tool-called', call_id: call.id, name: call.name, arguments: call.arguments }, 1);
  now += 20;
  const text = made.order
    ? JSON.stringify(made.order)
    : JSON.stringify({ total: items.length, items: items.map(({ id, title }) => ({ id, title })) });
  add(
    {
      kind: 'tool-returned',
      call_id: call.id,
      ok: true,
      ...(made.order ? {} : { item_ids: items.map((item) => item.id), total: items.length }),
      ms: 20,
      text,
      result: {
        summary: `${items.length} found`,
        data: made.order ?? { items, total: items.length, facets: [] },
        ...(made.order ? {} : { found: { items, arguments: JSON.parse(call.arguments), total: items.length } }),
      },
    },
    1,
  );
  add({ kind: 'step-finished', reason: 'again', usage: { input_tokens: 1000, output_tokens: 50, cached_tokens: 800 }, ms: 120 }, 1);
  const asked = { role: 'assistant', text: '', calls: [call] } as const;
  const returned = { role: 'tool', call_id: call.id, name: call.name, text, ok: true } as const;
  add({ kind: 'model-called', model, request: request([asked, returned]) }, 2);
  now += 80;
  frame({ type: 'text-start', id: 't1' }, 2);
  for (const piece of made.pieces ?? [answer]) {
    add({ kind: 'model-text', text: piece }, 2);
    frame({ type: 'text-delta', id: 't1', delta: piece }, 2);
  }
  now += 50;
  if (made.verdict) add({ kind: 'verdict', ...made.verdict, subject: 'x', reason: 'not in the ledger' }, 2);
  frame({ type: 'text-end', id: 't1' }, 2);
  if (!made.order)
    for (const item of items) {
      add({ kind: 'model-text', text: `<itemCard id="${item.id}"/>` }, 2);
      frame({ type: 'data-itemCard', data: { v: 1, item, checked_at: '2026-01-15T08:00:00Z' } }, 2);
    }
  if (made.compared) frame({ type: 'data-compareTable', data: { v: 1, items: [...made.compared], rows: [] } }, 2);
  add({ kind: 'step-finished', reason: 'stop', usage: { input_tokens: 1200, output_tokens: 70, cached_tokens: 900 }, ms: 130 }, 2);
  now = at + ms;
  if (made.error) frame({ type: 'error', errorText: 'later', code: made.error, retryable: true });
  frame({ type: 'finish', finishReason: made.error ? 'error' : 'stop' });
  add({ kind: 'run-finished', outcome: made.error ? 'error' : 'finished' });
  return {
    run_id: id,
    conversation_id,
    site,
    locale,
    signed_in: made.order !== undefined,
    entries,
    turns: [],
    ledger: [],
    answer: [
      asked,
      returned,
      {
        role: 'assistant',
        text: made.order ? answer : `${answer}${items.map((item) => `<itemCard id="${item.id}"/>`).join('')}`,
        calls: [],
      },
    ],
    remarks: made.remarks ?? [],
  };
}
