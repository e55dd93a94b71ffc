import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import { tokenSigner } from '../demo/account/token.ts';
import { demoItems } from '../demo/catalog/items.ts';
import { demoKnowledgeFolder } from '../demo/knowledge/knowledge.ts';
import { demoOrderRecords } from '../demo/orders/records.ts';
import { demoProfile } from '../demo/profile.ts';
import { createDemoShop } from '../demo/shop.ts';
import { ArchiveUnusable, type RunArchive } from './archive/archive.ts';
import { openArchive } from './archive/open.ts';
import { CatalogTimeout, CatalogUnavailable, CatalogUnusable } from './catalog/engine.ts';
import { itemFile } from './catalog/item-file.ts';
import { openCatalog } from './catalog/open.ts';
import { openSqliteCatalog } from './catalog/sqlite/open.ts';
import { warnOfUnknownGroups } from './catalog/synonyms/dictionary.ts';
import { compose } from './compose.ts';
import { type Config, ConfigError, readConfig, type ShopProfile } from './config.ts';
import { type KnowledgeBase, KnowledgeUnusable } from './knowledge/knowledge.ts';
import { openKnowledge } from './knowledge/open.ts';
import { createLog } from './observe/log.ts';
import { startTelemetry } from './observe/sdk.ts';
import { secretsOf } from './observe/secrets.ts';
import { createHttpOrders } from './orders/http.ts';
import { ordersByLanguage } from './orders/languages.ts';
import { createOrdersOf } from './orders/memory.ts';
import type { OrderService } from './orders/orders.ts';
import type { McpBridge } from './tools/mcp/connect.ts';

/** Milliseconds that running turns are given to end when the process is asked to stop. */
const DRAIN_MS = 30_000;

/** Connections that may wait to be accepted: of a crowd each is to hear that there is no room, where Node's 511 would reset them. */
const BACKLOG = 4096;

/** Where the demo shop keeps its catalogue. */
const DEMO_FOLDER = '.aisle';

/** The site key in the script tag of the demo's pages (`index.html`). */
const DEMO_SITE = 'pk_demo';

/** A shop that has not said anything about itself yet (`SHOP`). */
const plainProfile: ShopProfile = {
  name: { zh: '导购', en: 'Shopping adviser' },
  time_zone: 'UTC',
  default_locale: 'en',
  blocked_items: [],
};

/** The shop's own knowledge base, else the demo shop's, else none. */
async function openShopKnowledge({ KNOWLEDGE_URL }: Config, isDemo: boolean): Promise<KnowledgeBase | undefined> {
  if (KNOWLEDGE_URL) return openKnowledge(KNOWLEDGE_URL);
  return isDemo ? openKnowledge(`dir:${demoKnowledgeFolder}`) : undefined;
}

/** The shop's tools behind MCP servers. Without any, their client (17 MB) is not loaded. */
async function connectTools({ MCP_SERVERS }: Config, log: Logger): Promise<McpBridge | undefined> {
  if (Object.keys(MCP_SERVERS).length === 0) return undefined;
  const { connectMcp } = await import('./tools/mcp/connect.ts');
  return connectMcp(MCP_SERVERS, { onWarning: ({ server, tool, problem }) => log.warn({ server, tool }, `MCP: ${problem}`) });
}

const demoOrders = (): OrderService =>
  ordersByLanguage(
    { zh: createOrdersOf(demoOrderRecords('zh-CN')), en: createOrdersOf(demoOrderRecords('en')) },
    demoProfile.default_locale,
  );

/**
 * The demo shop signs its three shoppers in by itself, with a secret of this start where none is configured. A shop with a
 * catalogue, orders or a public key of its own never does: whoever asks there is somebody real.
 */
function demoSecret({ CATALOG_URL, ORDERS_URL, SHOPPER_JWT_PUBLIC_KEY, SHOPPER_JWT_SECRET }: Config): string | undefined {
  if (CATALOG_URL || ORDERS_URL || SHOPPER_JWT_PUBLIC_KEY) return undefined;
  return SHOPPER_JWT_SECRET ?? randomBytes(32).toString('base64url');
}

/**
 * Where finished runs are kept. Without a word from the operator that is a file beside the demo's data, except where replicas
 * share a Redis: a file of each one would be out of reach of whoever erases a conversation at another.
 */
async function openRunArchive({ ARCHIVE_URL, RUNS_URL }: Config, log: Logger): Promise<RunArchive | undefined> {
  const shared = RUNS_URL !== 'memory:';
  if (ARCHIVE_URL === 'off') return undefined;
  if (ARCHIVE_URL === undefined && shared) {
    log.warn('finished runs are not archived: set ARCHIVE_URL=postgres://… for all replicas, or off to leave it so');
    return undefined;
  }
  if (ARCHIVE_URL?.startsWith('sqlite:') && shared)
    log.warn('ARCHIVE_URL is a file of this machine: with several replicas each keeps its own runs, and erasing reaches one file only');
  try {
    return await openArchive(ARCHIVE_URL ?? `sqlite:${DEMO_FOLDER}/runs.db`);
  } catch (error) {
    if (ARCHIVE_URL !== undefined) throw error;
    // Nobody asked for it: a shop on a read-only disk starts all the same.
    log.warn({ err: error }, 'finished runs are not archived: the file cannot be written. Set ARCHIVE_URL');
    return undefined;
  }
}

async function start(given: Config): Promise<void> {
  const secret = demoSecret(given);
  const config: Config = secret ? { ...given, SHOPPER_JWT_SECRET: secret } : given;
  const log = createLog(config.LOG_LEVEL, secretsOf(config));
  const telemetry = await startTelemetry(process.env, log, (name, value) => {
    process.env[name] = value;
  });
  const isDemo = config.CATALOG_URL === undefined;
  const signToken =
    secret && tokenSigner({ secret, audience: config.SHOPPER_JWT_AUDIENCE ?? DEMO_SITE, issuer: config.SHOPPER_JWT_ISSUER });
  const catalog = config.CATALOG_URL
    ? await openCatalog(config.CATALOG_URL, (dropped) => log.warn(dropped, 'the shop sent items that are none'))
    : await openSqliteCatalog({ path: itemFile(demoItems(), DEMO_FOLDER) });
  // Read once before the first shopper asks: it is made from every item.
  const vocabulary = await catalog.vocabulary();
  const shop = config.shop ?? (isDemo ? demoProfile : plainProfile);
  warnOfUnknownGroups(shop.synonyms ?? [], vocabulary, (line) => log.warn(line));
  const bff = compose(config, {
    catalog,
    shop,
    knowledge: await openShopKnowledge(config, isDemo),
    archive: await openRunArchive(config, log),
    mcp: await connectTools(config, log),
    orders: config.ORDERS_URL ? createHttpOrders(config.ORDERS_URL) : isDemo ? demoOrders() : undefined,
    log,
    demo: isDemo ? createDemoShop({ signToken: signToken || undefined }) : undefined,
  });
  const server = createAdaptorServer({ fetch: bff.app.fetch });
  server.listen({ port: config.PORT, host: config.HOST, backlog: BACKLOG }, () => {
    const { port } = server.address() as AddressInfo;
    log.info({ model: bff.model.name }, `${isDemo ? 'Demo shop with Aisle' : 'Aisle'} at http://${config.HOST}:${port}`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${config.PORT} of ${config.HOST} is in use; set PORT to another one.` : error);
    process.exit(1);
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    server.close();
    await bff.drain(DRAIN_MS);
    await telemetry?.stop();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

try {
  await start(readConfig(process.env));
} catch (error) {
  // What a person can mend is said in one sentence; a fault of ours comes with its stack.
  const known =
    error instanceof ConfigError ||
    error instanceof CatalogUnusable ||
    error instanceof CatalogUnavailable ||
    error instanceof CatalogTimeout ||
    error instanceof KnowledgeUnusable ||
    error instanceof ArchiveUnusable;
  console.error(known ? error.message : error);
  process.exit(1);
}
