import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { cacheCatalog } from './catalog/cache.ts';
import { cleanCatalog } from './catalog/clean.ts';
import { type CatalogEngine, SearchRefused } from './catalog/engine.ts';
import { withSynonyms } from './catalog/synonyms/with-synonyms.ts';
import { watchedCatalog } from './catalog/watched.ts';
import { type ComparePolicy, comparePolicy } from './compare/policy.ts';
import type { Config, ShopProfile } from './config.ts';
import { createGuard } from './guard/guard.ts';
import { createClientAddress } from './http/client-address.ts';
import type { HttpEnvironment } from './http/environment.ts';
import { createAdmission } from './http/limits/admission.ts';
import type { KnowledgeBase } from './knowledge/knowledge.ts';
import { calendarDay } from './language/calendar.ts';
import { createModel } from './model/create.ts';
import { speculate } from './model/planner/speculate.ts';
import type { ModelPort } from './model/port.ts';
import { createMetrics, type Metrics } from './observe/metrics.ts';
import { createUnmetSearches } from './observe/unmet-searches.ts';
import type { OrderService } from './orders/orders.ts';
import { createResilience } from './remote/resilience.ts';
import type { ConversationStore } from './runs/conversations.ts';
import type { RunLog } from './runs/log.ts';
import { shopTexts } from './shop.ts';
import { openStores } from './stores.ts';
import { createCompareItems } from './tools/compare-items/compare-items.ts';
import { createGetItem } from './tools/get-item/get-item.ts';
import { createKnowledgeSearch } from './tools/knowledge-search/knowledge-search.ts';
import { createLogisticsQuery } from './tools/logistics-query/logistics-query.ts';
import type { McpBridge } from './tools/mcp/connect.ts';
import { createOrderQuery } from './tools/order-query/order-query.ts';
import { createToolRegistry } from './tools/registry.ts';
import { createSearchDb } from './tools/search-db/search-db.ts';
import type { Tool } from './tools/tool.ts';
import { Turns } from './turn/turns.ts';

/** What a BFF is made of besides its configuration. */
export interface Parts {
  readonly catalog: CatalogEngine;
  readonly shop: ShopProfile;
  readonly log: Logger;
  /** What the shop knows besides its catalogue; absent: no tool looks anything up. */
  readonly knowledge?: KnowledgeBase | undefined;
  /** The shop's orders; absent: no tool asks for any. */
  readonly orders?: OrderService | undefined;
  /** The shop's own tools. */
  readonly mcp?: McpBridge | undefined;
  /** Milliseconds one try of a tool may take; default 3 s. */
  readonly tool_timeout_ms?: number;
  /** Wall clock, milliseconds since 1970; default the machine's. */
  readonly now?: () => number;
  /** Pages of the demo shop. */
  readonly demo?: { fetch(request: Request): Promise<Response | null> } | undefined;
  /** Folder of the built loader and widget, relative to the working directory. */
  readonly assets?: string;
  /** Instead of the built-in times a verdict waits for a model: a test's own. */
  readonly verdict_times?: typeof VERDICT_TIMES;
  /** Instead of the one the configuration names: a test's own. */
  readonly model?: ModelPort;
}

/** How long a verdict waits for a model before the rules speak; the table stands meanwhile. */
const VERDICT_TIMES = { verdict_pick_ms: 6000, verdict_sentence_ms: 8000 };

/** A BFF that does not listen yet. */
export interface Bff {
  readonly app: Hono<HttpEnvironment>;
  readonly turns: Turns;
  readonly runs: RunLog;
  readonly conversations: ConversationStore;
  readonly metrics: Metrics;
  readonly model: ModelPort;
  /** Refuses readiness, lets running turns end within `limit_ms`, then closes everything. */
  drain(limit_ms: number): Promise<void>;
}

/** So many conversations of one address may be at their limit at once: an office shares one. */
const CONVERSATIONS_PER_ADDRESS = 6;

/** An id no one can guess: 144 random bits. */
const newId = (): string => randomBytes(18).toString('base64url');

/** The tools of what the shop has connected, in the order a model is offered them. */
function connectedTools(catalog: CatalogEngine, { knowledge, orders, tool_timeout_ms }: Parts, policy: ComparePolicy): Tool[] {
  const limit = tool_timeout_ms === undefined ? {} : { timeout_ms: tool_timeout_ms };
  const catalogCalls = createResilience({ ...limit, isAnswer: (error) => error instanceof SearchRefused });
  const orderCalls = createResilience(limit);
  return [
    createSearchDb(catalog, catalogCalls),
    createGetItem(catalog, catalogCalls),
    createCompareItems(catalog, catalogCalls, policy),
    ...(knowledge ? [createKnowledgeSearch(knowledge, { resilience: () => createResilience(limit) })] : []),
    ...(orders ? [createOrderQuery(orders, orderCalls), createLogisticsQuery(orders, orderCalls)] : []),
  ];
}

/** Puts the rooms together. The only place that knows them all. */
export function compose(config: Config, parts: Parts): Bff {
  const { log, now = Date.now } = parts;
  const today = (): string => calendarDay(parts.shop.time_zone, now()).date;
  const metrics = createMetrics();
  const shop = shopTexts(parts.shop);
  const unmet = createUnmetSearches(now);
  const cached = cacheCatalog(cleanCatalog(withSynonyms(parts.catalog, parts.shop.synonyms ?? []), new Set(parts.shop.blocked_items)), {
    onLookup: (outcome) => metrics.cache(outcome),
  });
  const catalog = watchedCatalog(cached, (search) => {
    metrics.nothingFound();
    unmet.add(search);
  });
  const model =
    parts.model ??
    createModel(config, () => catalog.vocabulary(), {
      today,
      contact: parts.shop.contact,
      onDegraded: ({ from, to, failure }) => {
        metrics.degraded();
        log.warn({ err: failure, from, to }, 'a model did not answer; the next one does');
      },
    });
  const stores = openStores(config.RUNS_URL, {
    ttl_s: config.CONVERSATION_TTL_S,
    replica: newId(),
    onChange: (up, cause) => {
      if (up) log.info('the shared store answers');
      else log.error({ err: cause }, 'the shared store does not answer');
    },
    onLost: (cause) => log.error({ err: cause }, 'a turn could not be kept'),
  });
  const { runs, conversations, signals } = stores;
  const admission = createAdmission({
    store: stores.limits,
    sites: config.sites,
    messages: stores.messageLimit('conversation', config.RATE_LIMIT),
    addresses: stores.messageLimit('address', config.RATE_LIMIT === 'off' ? 'off' : config.RATE_LIMIT * CONVERSATIONS_PER_ADDRESS),
    time_zone: parts.shop.time_zone,
    now,
  });
  const policy = comparePolicy(parts.shop.comparison);
  const own = connectedTools(catalog, parts, policy);
  const turns = new Turns({
    model,
    verdictModel: parts.model ?? (config.model ? model : undefined),
    tools: createToolRegistry(() => [...own, ...(parts.mcp?.tools() ?? [])]),
    catalog,
    comparePolicy: policy,
    runs,
    conversations,
    signals,
    createGuard,
    // The planner searches by itself; a hosted model is spared a round trip.
    searchAhead: config.SPECULATE === 'on' && config.model ? (request, words) => speculate(request, words, { today: today() }) : undefined,
    linkHosts: new Set(config.LINK_HOSTS),
    shop: (locale) => shop.prompt(locale),
    limits: {
      max_tool_calls: config.MAX_TOOL_CALLS,
      max_output_tokens: config.MAX_OUTPUT_TOKENS,
      turn_timeout_ms: config.TURN_TIMEOUT_MS,
      ...(parts.verdict_times ?? VERDICT_TIMES),
      disconnect_grace_ms: config.DISCONNECT_GRACE_MS,
    },
    now,
    clock: () => performance.now(),
    onSpent: (site, spent) =>
      void admission.spend(site, spent).catch((error: unknown) => log.error({ err: error }, 'spending not counted')),
    onVerdict: (verdict) => metrics.verdict(verdict),
    onComparison: (outcome) => metrics.comparison(outcome),
    onFailure: (error, run_id) => {
      metrics.failure(error instanceof Error ? error.name : 'unknown');
      log.error({ err: error, run_id }, 'turn failed');
    },
    onTaken: (run_id) => {
      metrics.taken();
      log.warn({ run_id }, 'went on with a turn of a replica that died');
    },
    newId,
  });
  if (stores.shared) void turns.lookAfterOthers();
  let draining = false;
  const app = createApp({
    turns,
    runs,
    conversations,
    catalog,
    comparePolicy: policy,
    admission,
    clientAddress: createClientAddress(config.TRUST_PROXY ?? []),
    sites: config.sites,
    default_site: config.default_site,
    identity: {
      secret: config.SHOPPER_JWT_SECRET,
      public_key: config.SHOPPER_JWT_PUBLIC_KEY,
      audience: config.SHOPPER_JWT_AUDIENCE,
      issuer: config.SHOPPER_JWT_ISSUER,
    },
    listenHost: config.HOST,
    publicHosts: config.PUBLIC_HOSTS,
    defaultLocale: shop.defaultLocale,
    shopInfo: (locale) => shop.info(locale),
    feedback: {
      conversations,
      now,
      onFeedback: ({ run_id, verdict }) => {
        metrics.feedback(verdict);
        log.info({ run_id, verdict }, 'feedback');
      },
      onEvent: ({ kind }) => metrics.cardEvent(kind),
    },
    health: {
      checks: [
        {
          name: 'catalogue',
          async check() {
            await catalog.check?.();
            return { engine: catalog.name, revision: await catalog.revision() };
          },
        },
        ...stores.checks,
      ],
      draining: () => draining,
      metrics: () => metrics.text(),
      console_token: config.CONSOLE_TOKEN,
    },
    admin: {
      console_token: config.CONSOLE_TOKEN,
      catalog,
      unmet,
      pause: async (paused) => {
        await admission.pause(paused);
        if (paused) await turns.endAll();
        log.warn({ paused }, paused ? 'paused by an operator' : 'going on');
      },
    },
    log,
    assets: parts.assets ?? 'dist/public',
    demo: parts.demo,
  });
  return {
    app,
    turns,
    runs,
    conversations,
    metrics,
    model,
    async drain(limit_ms) {
      draining = true;
      await turns.drain(limit_ms);
      await Promise.all([stores.close(), catalog.close(), parts.knowledge?.close(), parts.mcp?.close()]);
    },
  };
}
