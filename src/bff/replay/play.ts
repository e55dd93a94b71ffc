import { randomUUID } from 'node:crypto';
import type { RegressionCase } from '../../protocol/regression-case.ts';
import type { CatalogEngine } from '../catalog/engine.ts';
import { compose, type Parts } from '../compose.ts';
import type { Config } from '../config.ts';
import type { ModelMessage, NotedFacts, SearchState } from '../model/port.ts';
import type { Conversation } from '../runs/conversations.ts';
import type { RunEntry } from '../runs/log.ts';
import { openStores } from '../stores.ts';
import { oneConversation } from './one-conversation.ts';
import { type RecordedTools, recordedTools } from './recorded-tools.ts';

/** Where a case is played. */
export interface Stage {
  readonly config: Config;
  /** The shop of now: its tools' definitions, and its catalogue for what the case does not hold. */
  readonly parts: Parts;
  /** Tools answer anew; nothing recorded is used. */
  readonly live: boolean;
}

/** What came of it. */
export interface Played {
  readonly entries: readonly RunEntry[];
  /** Calls that were not in the record. */
  readonly unrecorded: readonly string[];
}

/** A catalogue whose items of the case are as they were then, and so are the next pages of its searches. */
function asItWas(catalog: CatalogEngine, { items, pages = [] }: RegressionCase): CatalogEngine {
  const then = new Map(items.map((item) => [item.id, item]));
  return {
    ...catalog,
    async search(search, options) {
      if (search.cursor === undefined) return catalog.search(search, options);
      const page = pages.find(({ cursor }) => cursor === search.cursor);
      // A cursor of then means nothing to the catalogue of now: what was not recorded is taken for the end.
      return {
        items: (page?.items ?? []).flatMap((id) => then.get(id) ?? []),
        total: page?.total ?? 0,
        variants: {},
        facets: [],
        relaxations: [],
        unsupported: [],
        revision: 'recorded',
      };
    },
    async items(ids, options) {
      const missing = ids.filter((id) => !then.has(id));
      const now = new Map((missing.length === 0 ? [] : await catalog.items(missing, options)).map((item) => [item.id, item]));
      return ids.flatMap((id) => then.get(id) ?? now.get(id) ?? []);
    },
  };
}

function conversationOf({ before, locale }: RegressionCase, id: string, site: string): Conversation {
  return {
    id,
    site,
    locale,
    turns: before.turns.map(({ message, history }, index) => ({
      run_id: `before-${index + 1}`,
      message: { id: `before-${index + 1}`, text: message },
      at: new Date(0).toISOString(),
      parts: [],
      history: history as readonly ModelMessage[],
    })),
    ledger: before.ledger,
    noted: (before.noted ?? {}) as NotedFacts,
    ...(before.search_state ? { search_state: before.search_state as unknown as SearchState } : {}),
  };
}

/**
 * Runs the turn of a case again, from the same beginning, through the same loop and guard as every turn: with recorded results or
 * live tools, with whatever model the configuration names. The clock stands where the run began, so "next Saturday" is the same day.
 */
export async function playCase(played: RegressionCase, { config, parts, live }: Stage): Promise<Played> {
  const [site = 'pk_demo'] = Object.keys(config.sites);
  const conversation_id = randomUUID();
  const stores = openStores('memory:', { ttl_s: 3600, replica: conversation_id, onChange: () => undefined, onLost: () => undefined });
  let recorded: RecordedTools | undefined;
  const began = performance.now();
  const at = played.saved_from ? Date.parse(played.saved_from.at) : Date.now();
  const bff = compose(config, {
    ...parts,
    now: () => at + performance.now() - began,
    catalog: live ? parts.catalog : asItWas(parts.catalog, played),
    stores: { ...stores, conversations: oneConversation(conversationOf(played, conversation_id, site)) },
    archive: undefined,
    // No page is served; the folder only has to be there.
    assets: '.',
    throughTools: (tools) => {
      recorded = live ? undefined : recordedTools(tools, played.results, false);
      return recorded?.registry ?? tools;
    },
  });
  const started = await bff.turns.start({
    request: {
      conversation_id,
      message: { id: randomUUID(), text: played.message },
      locale: played.locale,
      ...(played.page ? { page: played.page } : {}),
    },
    site,
    ...(played.signed_in && !live ? { sub: 'replayed' } : {}),
    locale: played.locale,
    admit: async () => undefined,
  });
  if (started.outcome !== 'streaming') throw new Error(`the replay was not started: ${started.outcome}`);
  for await (const _ of bff.runs.follow(started.run_id, 0, new AbortController().signal));
  const entries = (await bff.runs.read(started.run_id)) ?? [];
  await bff.turns.drain(0);
  await stores.close();
  return { entries, unrecorded: recorded?.unrecorded ?? [] };
}
