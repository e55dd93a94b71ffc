import * as v from 'valibot';
import { type AskBody, askBodySchema } from '../../../../protocol/directives.ts';
import type { Item } from '../../../../protocol/item.ts';
import { type SearchArguments, searchArgumentsSchema } from '../../../../protocol/search.ts';
import { type CatalogEngine, SearchRefused, type SearchResult } from '../../../catalog/engine.ts';
import type { ModelMessage, ModelPort, SearchState, ToolDefinition, TurnFacts } from '../../port.ts';

/** What one message came to. */
export interface TurnOutcome {
  /** The answer as the planner wrote it, directives included. */
  readonly said: string;
  readonly searches: readonly { readonly arguments: SearchArguments; readonly result: SearchResult }[];
  /** Items of the answer's cards, in order; every one came from a search of this conversation. */
  readonly cards: readonly Item[];
  /** Ids in cards that no search returned. */
  readonly invented: readonly string[];
  readonly question: AskBody | null;
}

const SEARCH: ToolDefinition = { name: 'search_db', description: '', parameters: {} };
const MAX_STEPS = 8;

/** A conversation between a shopper's messages and the planner, over a real engine: the turn loop in miniature. */
export class Conversation {
  readonly #planner: ModelPort;
  readonly #engine: CatalogEngine;
  readonly #locale: string;
  readonly #messages: ModelMessage[] = [];
  readonly #known = new Map<string, Item>();
  #state: SearchState | undefined;

  constructor(planner: ModelPort, engine: CatalogEngine, locale: string) {
    this.#planner = planner;
    this.#engine = engine;
    this.#locale = locale;
  }

  /** @throws when the planner does not answer within {@link MAX_STEPS} steps, or finishes not exactly once in each. */
  async say(text: string, page?: TurnFacts['page']): Promise<TurnOutcome> {
    this.#messages.push({ role: 'user', text });
    const facts: TurnFacts = { locale: this.#locale, ...(page ? { page } : {}), ...(this.#state ? { search_state: this.#state } : {}) };
    const searches: TurnOutcome['searches'][number][] = [];
    for (let step = 0; step < MAX_STEPS; step++) {
      const { said, calls } = await this.#step(facts);
      this.#messages.push({ role: 'assistant', text: said, calls });
      if (calls.length === 0) return this.#outcome(said, searches);
      for (const call of calls) {
        const search = v.parse(searchArgumentsSchema, JSON.parse(call.arguments));
        const message = await this.#search(call.id, search);
        this.#messages.push(message);
        if (message.data) searches.push({ arguments: search, result: message.data as SearchResult });
      }
    }
    throw new Error(`no answer after ${MAX_STEPS} steps: ${text}`);
  }

  async #step(facts: TurnFacts) {
    let said = '';
    let finishes = 0;
    const calls: { id: string; name: string; arguments: string }[] = [];
    const request = { messages: this.#messages, tools: [SEARCH], max_output_tokens: 1500, facts };
    for await (const event of this.#planner.stream(request, new AbortController().signal)) {
      if (event.type === 'text') said += event.text;
      else if (event.type === 'call') calls.push(event.call);
      else if (event.type === 'finish') finishes++;
    }
    if (finishes !== 1) throw new Error(`${finishes} finish events`);
    return { said, calls };
  }

  async #search(call_id: string, search: SearchArguments): Promise<Extract<ModelMessage, { role: 'tool' }>> {
    const head = { role: 'tool', call_id, name: 'search_db' } as const;
    try {
      const data = await this.#engine.search(search, { locale: this.#locale });
      for (const item of data.items) this.#known.set(item.id, item);
      return { ...head, text: `${data.total} found`, ok: true, data };
    } catch (error) {
      if (error instanceof SearchRefused) return { ...head, text: error.message, ok: false };
      throw error;
    }
  }

  #outcome(said: string, searches: TurnOutcome['searches']): TurnOutcome {
    const ids = [...said.matchAll(/<itemCard id="([^"]*)"/g)].map((match) => match[1] ?? '');
    const last = searches.at(-1);
    if (last) {
      const { cursor } = last.result;
      this.#state = { arguments: last.arguments, total: last.result.total, shown: ids, ...(cursor === undefined ? {} : { cursor }) };
    }
    const body = /<askCard>([\s\S]*?)<\/askCard>/.exec(said)?.[1];
    return {
      said,
      searches,
      cards: ids.flatMap((id) => this.#known.get(id) ?? []),
      invented: ids.filter((id) => !this.#known.has(id)),
      question: body === undefined ? null : v.parse(askBodySchema, JSON.parse(body)),
    };
  }
}
