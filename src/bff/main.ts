import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import pino from 'pino';
import { demoCatalogPath } from '../demo/catalog/database.ts';
import { demoProfile } from '../demo/profile.ts';
import { createDemoShop } from '../demo/shop.ts';
import { createApp } from './app.ts';
import { cleanCatalog } from './catalog/clean.ts';
import { SearchRefused } from './catalog/engine.ts';
import { openCatalog } from './catalog/open.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createGuard } from './guard/create.ts';
import { createMessageLimit } from './http/limits.ts';
import { createModel } from './model/create.ts';
import { createMetrics } from './observe/metrics.ts';
import { createMemoryConversations } from './runs/memory/conversations.ts';
import { createMemoryRunLog } from './runs/memory/run-log.ts';
import { shopTexts } from './shop.ts';
import { createToolRegistry } from './tools/registry.ts';
import { createResilience } from './tools/resilience.ts';
import { createSearchDb } from './tools/search-db/search-db.ts';
import { Turns } from './turn/turns.ts';

/** Milliseconds that running turns are given to end when the process is asked to stop. */
const DRAIN_MS = 30_000;

async function start(config: Config): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL });
  const metrics = createMetrics();
  const shop = shopTexts(config.shop ?? demoProfile);
  const isDemo = config.CATALOG_URL === undefined;
  const catalog = cleanCatalog(
    await openCatalog(config.CATALOG_URL ?? `sqlite:${await demoCatalogPath()}`),
    new Set(config.shop?.blocked_items),
  );
  const vocabulary = () => catalog.vocabulary();
  const model = createModel(config, vocabulary, {
    onDegraded: (failure) => {
      metrics.degraded();
      log.warn({ err: failure }, 'a model did not answer; the next one does');
    },
  });
  const runs = createMemoryRunLog();
  const conversations = createMemoryConversations({ ttl_s: config.CONVERSATION_TTL_S });
  const resilience = createResilience({ isAnswer: (error) => error instanceof SearchRefused });
  const newId = () => randomBytes(18).toString('base64url');
  const turns = new Turns({
    model,
    tools: createToolRegistry([createSearchDb(catalog, resilience)]),
    catalog,
    runs,
    conversations,
    createGuard,
    linkHosts: new Set(config.LINK_HOSTS ?? []),
    shop: (locale) => shop.prompt(locale),
    limits: {
      max_tool_calls: config.MAX_TOOL_CALLS,
      max_output_tokens: config.MAX_OUTPUT_TOKENS,
      turn_timeout_ms: config.TURN_TIMEOUT_MS,
      disconnect_grace_ms: config.DISCONNECT_GRACE_MS,
    },
    now: Date.now,
    clock: () => performance.now(),
    onVerdict: (verdict) => metrics.verdict(verdict),
    onFailure: (error, run_id) => {
      metrics.failure(error instanceof Error ? error.name : 'unknown');
      log.error({ err: error, run_id }, 'turn failed');
    },
    newId,
    owner: newId(),
  });

  let draining = false;
  const app = createApp({
    turns,
    runs,
    conversations,
    catalog,
    messageLimit: createMessageLimit(config.RATE_LIMIT),
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
    health: {
      checks: [{ name: 'catalogue', check: async () => void (await catalog.revision()) }],
      draining: () => draining,
      metrics: () => metrics.text(),
      console_token: config.CONSOLE_TOKEN,
    },
    log,
    assets: 'dist/public',
    demo: isDemo ? createDemoShop() : undefined,
  });

  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: config.HOST }, (address) => {
    log.info({ url: `http://${config.HOST}:${address.port}`, model: model.name, items: undefined }, 'Aisle is listening');
  });

  const stop = async (): Promise<void> => {
    if (draining) return;
    draining = true;
    server.close();
    await turns.drain(DRAIN_MS);
    await Promise.all([runs.close(), conversations.close(), catalog.close()]);
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

try {
  await start(readConfig(process.env));
} catch (error) {
  if (error instanceof ConfigError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
