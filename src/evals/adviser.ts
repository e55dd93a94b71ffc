import pino from 'pino';
import type { CatalogEngine } from '../bff/catalog/engine.ts';
import { type Bff, compose, type Parts } from '../bff/compose.ts';
import { readConfig } from '../bff/config.ts';
import type { RunEntry } from '../bff/runs/log.ts';
import { createPlaces } from '../bff/turn/places.ts';
import type { PageContext } from '../protocol/chat.ts';
import type { Item } from '../protocol/item.ts';

/** What one message came to, read from its run. */
export interface Answer {
  /** As the model wrote it, directives included. */
  readonly said: string;
  /** Arguments of the searches that ran, in order. */
  readonly searches: readonly Readonly<Record<string, unknown>>[];
  readonly calls: readonly { readonly name: string; readonly arguments: Readonly<Record<string, unknown>> }[];
  /** Items of the item cards that reached the shopper, as the cards held them. */
  readonly cards: readonly Item[];
  /** Titles of the sources named under the answer. */
  readonly sources: readonly string[];
  readonly parts: readonly { readonly type: string; readonly data: unknown }[];
  readonly verdicts: readonly { readonly rule: string; readonly outcome: string; readonly subject: string; readonly reason: string }[];
  readonly outcome: string;
  /** The run's log, for whoever scores it. */
  readonly entries: readonly RunEntry[];
}

/** A whole adviser over one catalogue, without a socket: every request takes the road a shopper's does. */
export class Adviser {
  readonly #bff: Bff;

  /** @param parts what the shop has connected besides its catalogue. */
  constructor(catalog: CatalogEngine, parts: Partial<Parts> = {}) {
    this.#bff = compose(readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: 'off' }), {
      catalog,
      shop: { name: 'Evaluation shop', time_zone: 'UTC', default_locale: 'en', blocked_items: [] },
      log: pino({ level: 'silent' }),
      // One question at a time: a busy machine is no reason to turn one away.
      places: createPlaces({ lag_ms: () => 0 }),
      demo: undefined,
      ...parts,
    });
  }

  /**
   * A conversation of its own: call it with one message after the other.
   * @param sub the verified shopper, where somebody is signed in.
   */
  conversation(locale: string, sub?: string): (text: string, page?: PageContext) => Promise<Answer> {
    let conversation_id: string | undefined;
    return async (text, page) => {
      const { turns, runs } = this.#bff;
      const request = {
        message: { id: crypto.randomUUID(), text },
        locale,
        ...(conversation_id === undefined ? {} : { conversation_id }),
        ...(page ? { page } : {}),
      };
      const started = await turns.start({
        request,
        site: 'evaluation',
        locale,
        ...(sub === undefined ? {} : { sub }),
        admit: async () => undefined,
      });
      if (started.outcome !== 'streaming') throw new Error(`the message was not taken: ${started.outcome}`);
      conversation_id = started.conversation_id;
      for await (const _ of runs.follow(started.run_id, 0, new AbortController().signal));
      return answerOf((await runs.read(started.run_id)) ?? []);
    };
  }

  close(): Promise<void> {
    return this.#bff.drain(1000);
  }
}

function answerOf(entries: readonly RunEntry[]): Answer {
  const calls = entries.flatMap((entry) =>
    entry.kind === 'tool-called' ? [{ name: entry.name, arguments: JSON.parse(entry.arguments) as Record<string, unknown> }] : [],
  );
  const parts = entries.flatMap((entry) =>
    entry.kind === 'part' && entry.frame.type.startsWith('data-') && 'data' in entry.frame
      ? [{ type: entry.frame.type, data: entry.frame.data as unknown }]
      : [],
  );
  const finished = entries.find((entry) => entry.kind === 'run-finished');
  return {
    said: entries.map((entry) => (entry.kind === 'model-text' ? entry.text : '')).join(''),
    calls,
    searches: calls.filter((call) => call.name === 'search_db').map((call) => call.arguments),
    cards: parts.flatMap(({ type, data }) => (type === 'data-itemCard' ? [(data as { item: Item }).item] : [])),
    sources: entries.flatMap((entry) =>
      entry.kind === 'part' && (entry.frame.type === 'source-document' || entry.frame.type === 'source-url')
        ? [entry.frame.title ?? '']
        : [],
    ),
    parts,
    verdicts: entries.flatMap((entry) => (entry.kind === 'verdict' ? [entry] : [])),
    outcome: finished?.kind === 'run-finished' ? finished.outcome : 'none',
    entries,
  };
}
