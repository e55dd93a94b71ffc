import type { ModelMessage, ModelRequest } from '../model/port.ts';
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
    const pieces = runs.get(key);
    if (pieces) pieces.push({ index, text });
    else runs.set(key, [{ index, text }]);
  }
  return runs;
}

/** Rewrites the entries of one run, in order. */
interface EntryRedactor {
  /** @param words of an entry that is a piece of a text, where the text is known whole */
  entry(entry: RunEntry, words?: string): RunEntry;
  message(message: ModelMessage): ModelMessage;
}

function entryRedactor(redactor: Redactor): EntryRedactor {
  const names = new Map<string, string>();
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
  const request = (given: unknown): unknown => {
    const { messages, facts, ...rest } = given as Omit<ModelRequest, 'facts'> & { readonly facts?: ModelRequest['facts'] };
    const page = facts?.page?.url === undefined ? {} : { page: { ...facts.page, url: bareUrl(facts.page.url) } };
    return { messages: messages.map(message), ...rest, ...(facts ? { facts: redactor.every({ ...facts, ...page }, authored) } : {}) };
  };

  const entry = (each: RunEntry, words?: string): RunEntry => {
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
      case 'model-called':
        return { ...each, request: request(each.request) };
      case 'model-text':
        return { ...each, text: words ?? authored(each.text) };
      case 'tool-called':
        names.set(each.call_id, each.name);
        return { ...each, arguments: authored(each.arguments) };
      case 'tool-returned': {
        const name = names.get(each.call_id);
        if (!SHOP_TOOLS.has(name ?? '')) knowOrders(each.result, redactor);
        const rewrite = toolText(name);
        return {
          ...each,
          text: rewrite(each.text),
          ...(each.result === undefined ? {} : { result: redactor.every(each.result, rewrite) }),
        };
      }
      case 'verdict':
        return { ...each, subject: authored(each.subject), reason: authored(each.reason) };
      case 'part':
        return each.frame.type === 'text-delta'
          ? { ...each, frame: { ...each.frame, delta: words ?? authored(each.frame.delta) } }
          : { ...each, frame: redactor.every(each.frame, known) };
      default:
        return each;
    }
  };
  return { entry, message };
}

/**
 * A finished run with personal data replaced. What shoppers and models wrote is searched for it; what is found, and the ids
 * of the shopper's orders, are replaced everywhere. Texts of the shop (instructions, catalogue, knowledge) lose only what is known.
 */
export function redactRun(run: FinishedRun): FinishedRun {
  const redactor = new Redactor(itemIdsOf(run));
  const once = (): FinishedRun => {
    const texts = new Map<number, string>();
    for (const pieces of textRuns(run.entries).values()) {
      const rewritten = redactor.pieces(pieces.map(({ text }) => text));
      for (const [at, { index }] of pieces.entries()) texts.set(index, rewritten[at] ?? '');
    }
    const { entry, message } = entryRedactor(redactor);
    return {
      ...run,
      entries: run.entries.map((each, index) => entry(each, texts.get(index))),
      turns: run.turns.map((turn) => ({ message: redactor.authored(turn.message), history: turn.history.map(message) })),
      answer: run.answer.map(message),
      remarks: run.remarks.map((remark) =>
        remark.kind === 'feedback' && remark.note ? { ...remark, note: redactor.authored(remark.note) } : remark,
      ),
    };
  };
  const first = once();
  // Again: a value may be found only in a later text than one it stands in.
  return redactor.knowsAny ? once() : first;
}

/** The same for a run that is being answered, entry by entry as they come; a value that a model cuts in pieces is seen only in the archive. */
export function redactLive(): (entry: RunEntry) => RunEntry {
  const { entry } = entryRedactor(new Redactor(new Set()));
  return (each) => entry(each);
}
