import type { ModelMessage } from '../model/port.ts';
import type { RunEntry } from '../runs/log.ts';
import type { FinishedRun } from './archive.ts';
import { Redactor } from './redact.ts';

/** Tools whose results are the catalogue's and the knowledge base's: nobody's personal data. */
const SHOP_TOOLS: ReadonlySet<string> = new Set(['search_db', 'get_item', 'compare_items', 'knowledge_search']);
/** Where the results of the order tools name an order or a parcel. */
const ORDER_KEYS: ReadonlySet<string> = new Set(['order_id', 'tracking_number', 'waybill']);

function itemIdsOf({ entries, ledger }: FinishedRun): Set<string> {
  const ids = new Set(ledger);
  for (const entry of entries) if (entry.kind === 'tool-returned') for (const id of entry.item_ids ?? []) ids.add(id);
  return ids;
}

/** Ids of orders in a result of the order tools, wherever they stand. */
function knowOrders(value: unknown, redactor: Redactor): void {
  if (Array.isArray(value)) for (const each of value) knowOrders(each, redactor);
  else if (typeof value === 'object' && value !== null)
    for (const [key, field] of Object.entries(value)) {
      const isOrder = ORDER_KEYS.has(key) || (key === 'id' && 'placed_at' in value);
      if (isOrder && typeof field === 'string' && field.length > 2) redactor.know('order', field);
      else knowOrders(field, redactor);
    }
}

/** An address without what may say who came: query and fragment. */
const bareUrl = (url: string): string => url.replace(/[?#].*$/s, '');

/** Entries of one kind that together are one text: the model's words of a step, or a text part. */
function textRuns(entries: readonly RunEntry[]): Map<string, { readonly index: number; readonly text: string }[]> {
  const runs = new Map<string, { index: number; text: string }[]>();
  for (const [index, entry] of entries.entries()) {
    let key: string;
    let text: string;
    if (entry.kind === 'model-text') [key, text] = [`model ${entry.step}`, entry.text];
    else if (entry.kind === 'part' && entry.frame.type === 'text-delta') [key, text] = [`part ${entry.frame.id}`, entry.frame.delta];
    else continue;
    runs.set(key, [...(runs.get(key) ?? []), { index, text }]);
  }
  return runs;
}

/**
 * A finished run with personal data replaced. What shoppers and models wrote is searched for it; what is found, and the ids
 * of the shopper's orders, are replaced everywhere. Texts of the shop (instructions, catalogue, knowledge) lose only what is known.
 */
export function redactRun(run: FinishedRun): FinishedRun {
  const redactor = new Redactor(itemIdsOf(run));
  const names = new Map<string, string>();
  for (const entry of run.entries) {
    if (entry.kind === 'tool-called') names.set(entry.call_id, entry.name);
    if (entry.kind === 'tool-returned' && !SHOP_TOOLS.has(names.get(entry.call_id) ?? '')) knowOrders(entry.result, redactor);
  }
  const authored = (text: string): string => redactor.authored(text);
  const known = (text: string): string => redactor.known(text);
  const toolText = (name: string | undefined): ((text: string) => string) => (SHOP_TOOLS.has(name ?? '') ? known : authored);

  const message = (each: ModelMessage): ModelMessage => {
    if (each.role === 'system') return { ...each, text: known(each.text) };
    if (each.role === 'user') return { ...each, text: authored(each.text) };
    if (each.role === 'tool') return { ...each, text: toolText(each.name)(each.text) };
    const calls = each.calls.map((call) => ({ ...call, arguments: authored(call.arguments) }));
    return { ...each, text: authored(each.text), calls, ...(each.provider ? { provider: redactor.every(each.provider, authored) } : {}) };
  };

  const texts = new Map<number, string>();
  for (const pieces of textRuns(run.entries).values()) {
    const rewritten = redactor.pieces(pieces.map(({ text }) => text));
    for (const [at, { index }] of pieces.entries()) texts.set(index, rewritten[at] ?? '');
  }
  const entry = (each: RunEntry, index: number): RunEntry => {
    switch (each.kind) {
      case 'run-started': {
        const { page, before } = each;
        const url = page?.url === undefined ? {} : { url: bareUrl(page.url) };
        return {
          ...each,
          message: { ...each.message, text: authored(each.message.text) },
          ...(page ? { page: { ...page, ...url } } : {}),
          ...(before ? { before: redactor.every(before, authored) } : {}),
        };
      }
      case 'model-called': {
        const request = each.request as { readonly messages: readonly ModelMessage[]; readonly facts?: { readonly page?: { url?: string } } };
        const { facts } = request;
        const page = facts?.page?.url === undefined ? {} : { page: { ...facts.page, url: bareUrl(facts.page.url) } };
        return {
          ...each,
          request: {
            ...request,
            messages: request.messages.map(message),
            ...(facts ? { facts: redactor.every({ ...facts, ...page }, authored) } : {}),
          },
        };
      }
      case 'model-text':
        return { ...each, text: texts.get(index) ?? '' };
      case 'tool-called':
        return { ...each, arguments: authored(each.arguments) };
      case 'tool-returned': {
        const rewrite = toolText(names.get(each.call_id));
        const result = each.result === undefined ? {} : { result: redactor.every(each.result, rewrite) };
        return { ...each, text: rewrite(each.text), ...result };
      }
      case 'verdict':
        return { ...each, subject: authored(each.subject), reason: authored(each.reason) };
      case 'part':
        return each.frame.type === 'text-delta'
          ? { ...each, frame: { ...each.frame, delta: texts.get(index) ?? '' } }
          : { ...each, frame: redactor.every(each.frame, known) };
      default:
        return each;
    }
  };
  // In the order things were said: what is found in the shopper's words is known in all that follows. Twice, since a value
  // may be found only in a later text.
  const once = (): FinishedRun => ({
    ...run,
    entries: run.entries.map(entry),
    turns: run.turns.map((turn) => ({ message: authored(turn.message), history: turn.history.map(message) })),
    answer: run.answer.map(message),
    remarks: run.remarks.map((remark) => (remark.kind === 'feedback' && remark.note ? { ...remark, note: authored(remark.note) } : remark)),
  });
  once();
  return once();
}
