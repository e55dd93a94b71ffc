import type { Item } from '../../protocol/item.ts';
import type { RegressionCase, SaveCaseRequest } from '../../protocol/regression-case.ts';
import type { RunEntry } from '../runs/log.ts';
import type { ArchivedRun } from './archive.ts';

/** Items of the ledger that a case carries along: those a turn reads again. */
const REMEMBERED_ITEMS = 120;
/** Cards whose items are tested. */
const CARDS: ReadonlySet<string> = new Set([
  'data-itemCard',
  'data-moreItems',
  'data-compareTable',
  'data-bundleCard',
  'data-videoCard',
  'data-askCard',
  'data-orderCard',
  'data-trackingCard',
]);

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function objectFrom(json: string): Json | null {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A card that was sent: its type without `data-`, and the ids of its items. */
export interface ShownCard {
  readonly type: string;
  readonly items: readonly string[];
}

/** The cards of a run, in order. */
export function cardsOf(entries: readonly RunEntry[]): ShownCard[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'part' || !CARDS.has(entry.frame.type)) return [];
    const { frame } = entry;
    const type = frame.type.slice('data-'.length);
    if (frame.type === 'data-itemCard') return [{ type, items: [frame.data.item.id] }];
    if (frame.type === 'data-moreItems') return [{ type, items: frame.data.preview.map((item) => item.id) }];
    if (frame.type === 'data-compareTable') return [{ type, items: frame.data.items.map((item) => item.id) }];
    if (frame.type === 'data-bundleCard') return [{ type, items: frame.data.members.map(({ item }) => item.id) }];
    if (frame.type === 'data-videoCard') return [{ type, items: [frame.data.item_id] }];
    return [{ type, items: [] }];
  });
}

/** A call as it was made, with what came back. */
export interface RecordedCall {
  readonly name: string;
  /** As the model wrote them. */
  readonly arguments: string;
  readonly ok: boolean;
  readonly text: string;
  readonly result?: Json;
}

/** The calls of a run, in order, with their results; one that never returned failed. */
export function callsOf(entries: readonly RunEntry[]): RecordedCall[] {
  const returned = new Map(entries.flatMap((entry) => (entry.kind === 'tool-returned' ? [[entry.call_id, entry] as const] : [])));
  return entries.flatMap((entry) => {
    if (entry.kind !== 'tool-called') return [];
    const result = returned.get(entry.call_id);
    return [
      {
        name: entry.name,
        arguments: entry.arguments,
        ok: result?.ok ?? false,
        text: result?.text ?? '',
        ...(isObject(result?.result) ? { result: result.result } : {}),
      },
    ];
  });
}

/** Every item that a value holds: what looks like one has an id, a title and offers. */
function itemsIn(value: unknown, found: Map<string, Item>): void {
  if (Array.isArray(value)) for (const each of value) itemsIn(each, found);
  else if (isObject(value)) {
    if (typeof value.id === 'string' && typeof value.title === 'string' && Array.isArray(value.offers)) found.set(value.id, value as Item);
    else for (const each of Object.values(value)) itemsIn(each, found);
  }
}

/** Items that a run's results and cards hold, by id, as they were then. */
export function itemsOf(entries: readonly RunEntry[]): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const entry of entries) {
    if (entry.kind === 'tool-returned') itemsIn(entry.result, found);
    else if (entry.kind === 'part' && entry.frame.type.startsWith('data-'))
      itemsIn((entry.frame as { readonly data?: unknown }).data, found);
  }
  return found;
}

/** The pages that "more" cards showed. */
function pagesOf(entries: readonly RunEntry[]): NonNullable<RegressionCase['pages']> {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'part' || entry.frame.type !== 'data-moreItems') return [];
    const { cursor, preview, total } = entry.frame.data;
    return [{ cursor, items: preview.map((item) => item.id), total }];
  });
}

const REJECTED: ReadonlySet<string> = new Set(['dropped', 'replaced']);

/** A folder's name of what was asked: the first words, and the run's id for uniqueness. */
function nameOf({ id, summary }: ArchivedRun): string {
  const words = summary.message.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const suffix =
    id
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 8) || 'run';
  return [...words.slice(0, 6), suffix].join('-').slice(0, 100);
}

/**
 * A regression case from a run: what was known, what the tools answered, and what came out as what is expected. Its texts are
 * redacted already. The expected text is left to people: words of a model are no fact.
 * @param readItems the catalogue, for items that earlier turns found
 */
export async function caseOf(
  run: ArchivedRun,
  { name = nameOf(run), note }: SaveCaseRequest,
  readItems: (ids: readonly string[], locale: string) => Promise<readonly Item[]>,
): Promise<RegressionCase> {
  const { entries, summary } = run;
  const [started] = entries;
  const before = started?.kind === 'run-started' ? started.before : undefined;
  const page = started?.kind === 'run-started' ? started.page : undefined;
  const calls = callsOf(entries).flatMap((call) => {
    const args = objectFrom(call.arguments);
    return args ? [{ ...call, arguments: args }] : [];
  });
  const held = itemsOf(entries);
  const missing = run.ledger.slice(-REMEMBERED_ITEMS).filter((id) => !held.has(id));
  const read = missing.length === 0 ? [] : await readItems(missing, summary.locale);
  return {
    v: 1,
    name,
    saved_from: { run_id: run.id, at: summary.at, models: summary.models },
    ...(note === undefined ? {} : { note }),
    locale: summary.locale,
    message: summary.message,
    ...(page ? { page } : {}),
    ...(run.signed_in ? { signed_in: true } : {}),
    before: {
      turns: run.turns.map(({ message, history }) => ({
        message,
        history: [...history] as RegressionCase['before']['turns'][number]['history'],
      })),
      ledger: [...run.ledger],
      ...(before?.noted ? { noted: { ...before.noted } } : {}),
      ...(before?.search_state ? { search_state: { ...before.search_state } } : {}),
    },
    items: [...held.values(), ...read],
    results: calls,
    pages: pagesOf(entries),
    expect: {
      calls: calls.map((call) => ({ name: call.name, arguments: call.arguments })),
      cards: cardsOf(entries).map(({ type, items }) => ({ type, items: [...items] })),
      rejected_at_most: entries.filter((entry) => entry.kind === 'verdict' && REJECTED.has(entry.outcome)).length,
    },
  };
}
