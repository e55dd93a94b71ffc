import { randomBytes } from 'node:crypto';
import { createApp } from './app.ts';
import { comparePolicy } from './compare/policy.ts';
import { shopAdmission } from './compose/admission.ts';
import { archiveFeed } from './compose/archive.ts';
import { catalogCheck, shopCatalog } from './compose/catalog.ts';
import { conversationEraser } from './compose/eraser.ts';
import { createObservers } from './compose/observers.ts';
import type { Bff, Parts } from './compose/parts.ts';
import { shopRewards } from './compose/rewards.ts';
import { runReader } from './compose/run-reader.ts';
import { connectedTools } from './compose/tools.ts';
import { turnLimits } from './compose/turn-limits.ts';
import type { Config } from './config.ts';
import { createGuard } from './guard/guard.ts';
import { createClientAddress } from './http/client-address.ts';
import { createRevocation } from './http/revocation.ts';
import { calendarDay } from './language/calendar.ts';
import { createModel } from './model/create.ts';
import { speculate } from './model/planner/speculate.ts';
import { watchLoopLag } from './observe/loop-lag.ts';
import { createMetrics } from './observe/metrics.ts';
import { createUnmetSearches } from './observe/unmet-searches.ts';
import { shopTexts } from './shop.ts';
import { openStores } from './stores.ts';
import { createPlaces } from './turn/places.ts';
import { Turns } from './turn/turns.ts';

export type { Bff, Parts } from './compose/parts.ts';

/** An id no one can guess: 144 random bits. */
const newId = (): string => randomBytes(18).toString('base64url');

/** Puts the rooms together. The only place that knows them all. */
export function compose(config: Config, parts: Parts): Bff {
  const { log, now = Date.now } = parts;
  const { time_zone, contact, comparison } = parts.shop;
  const today = (): string => calendarDay(time_zone, now()).date;
  const shop = shopTexts(parts.shop);
  const policy = comparePolicy(comparison);
  const metrics = createMetrics();
  const unmet = createUnmetSearches(now);
  const observers = createObservers({ log, metrics, unmet });

  const catalog = shopCatalog(parts.catalog, parts.shop, observers.catalog);
  const model = parts.model ?? createModel(config, () => catalog.vocabulary(), { today, contact, ...observers.model });
  const stores = parts.stores ?? openStores(config.RUNS_URL, { ttl_s: config.CONVERSATION_TTL_S, replica: newId(), ...observers.stores });
  const { runs, conversations, signals } = stores;
  const revocation = createRevocation(stores.limits);
  const { admission, items } = shopAdmission(config, stores, { time_zone, now });
  const connected = connectedTools(catalog, policy, parts);
  const tools = parts.throughTools?.(connected) ?? connected;
  const feed = archiveFeed(config, parts, { stores, ...observers.archive });
  const clock = (): number => performance.now();
  const loop = watchLoopLag();
  const turns = new Turns({
    places: parts.places ?? createPlaces(loop),
    model,
    verdictModel: parts.model ?? (config.model ? model : undefined),
    tools,
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
    limits: turnLimits(config, parts),
    now,
    clock,
    readRun: runReader(config, { log, metrics, tools, items, clock, now }),
    onSpent: (site, spent) => void admission.spend(site, spent).catch(observers.admission.onUncounted),
    ...observers.turns,
    onFinished: feed && ((run_id) => feed.finished(run_id)),
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
    blocked: new Set(parts.shop.blocked_items),
    admission,
    items,
    stalled_ms: parts.stalled_ms,
    clientAddress: createClientAddress(config.TRUST_PROXY ?? []),
    sites: config.sites,
    ...observers.sites,
    default_site: config.default_site,
    identity: {
      secret: config.SHOPPER_JWT_SECRET,
      public_key: config.SHOPPER_JWT_PUBLIC_KEY,
      audience: config.SHOPPER_JWT_AUDIENCE,
      issuer: config.SHOPPER_JWT_ISSUER,
      isRevoked: (jti) => revocation.isRevoked(jti),
    },
    listenHost: config.HOST,
    publicHosts: config.PUBLIC_HOSTS,
    defaultLocale: shop.defaultLocale,
    shopInfo: (locale) => shop.info(locale),
    feedback: { conversations, now, ...observers.feedback, onRemark: feed && ((id, remark) => feed.remark(id, remark)) },
    health: {
      checks: [catalogCheck(catalog), ...stores.checks],
      draining: () => draining,
      metrics: () => metrics.text(),
      console_token: config.CONSOLE_TOKEN,
    },
    operatorRuns: { console_token: config.CONSOLE_TOKEN, archive: parts.archive, runs, catalog },
    erase: conversationEraser({ turns, conversations, runs, eraseArchived: feed && ((id) => feed.erase(id)) }),
    admin: {
      console_token: config.CONSOLE_TOKEN,
      catalog,
      unmet,
      pause: async (paused) => {
        await admission.pause(paused);
        if (paused) await turns.endAll();
        observers.admission.onPause(paused);
      },
      revoke: (jti) => revocation.revoke(jti),
    },
    reward: { console_token: config.CONSOLE_TOKEN, rewards: shopRewards(config, tools) },
    ...observers.requests,
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
      loop.close();
      // While run log and conversations can still be read.
      await feed?.close();
      await Promise.all([stores.close(), catalog.close(), parts.knowledge?.close(), parts.mcp?.close()]);
    },
  };
}
