import { Redis } from 'ioredis';
import pg from 'pg';
import type { CatalogEngine } from '../../src/bff/catalog/engine.ts';
import { openCatalog } from '../../src/bff/catalog/open.ts';
import { postgresAddress } from '../../src/bff/catalog/postgres/connection.ts';
import type { Config } from '../../src/bff/config.ts';
import { openKnowledge } from '../../src/bff/knowledge/open.ts';
import { createHttpOrders } from '../../src/bff/orders/http.ts';
import { connectMcp } from '../../src/bff/tools/mcp/connect.ts';
import { checked, type Finding, fail, ok, warn } from './finding.ts';

/** Milliseconds a service may take. */
const SERVICE_MS = 10_000;
/** What Redis Streams and `XAUTOCLAIM` of the run log need, and what the catalogue's SQL needs. */
const OLDEST_REDIS = 6;
const OLDEST_POSTGRES = 13;

const since = (from: number): string => `${Math.max(1, Math.round(performance.now() - from))} ms`;
const isPostgres = (url: string | undefined): url is string => /^postgres(ql)?:/.test(url ?? '');

/** Products without a price anywhere: their cards say "ask the shop". Null where the engine cannot tell. */
async function withoutOffers(catalog: CatalogEngine, locale: string): Promise<{ all: number; bare: number } | null> {
  try {
    const all = await catalog.search({ exclude: { ids: ['aisle-doctor-none'] }, limit: 1 }, { locale });
    const priced = await catalog.search({ price_range: { min: '0' }, limit: 1 }, { locale });
    if (priced.unsupported.length > 0) return null;
    return { all: all.total, bare: Math.max(0, all.total - priced.total) };
  } catch {
    return null;
  }
}

async function catalogue({ CATALOG_URL }: Config): Promise<readonly Finding[]> {
  if (!CATALOG_URL) return [];
  const todo = 'check CATALOG_URL; fill it with: npm run import -- --to <CATALOG_URL> <feed>';
  return checked('catalogue', todo, 3 * SERVICE_MS, async () => {
    const from = performance.now();
    const catalog = await openCatalog(CATALOG_URL);
    try {
      await catalog.check?.();
      const words = await catalog.vocabulary();
      const [locale = 'en'] = words.locales;
      const head = `${catalog.name}, ${words.items} items in ${words.locales.join(' and ')}, ${words.currency}, revision ${words.revision}, ${since(from)}`;
      if (words.items === 0) return [fail('catalogue', `${catalog.name}, no items`, todo)];
      const offers = await withoutOffers(catalog, locale);
      if (offers === null || offers.bare === 0) return [ok('catalogue', head)];
      const share = `${offers.bare} of ${offers.all} products have no price in ${words.currency}`;
      return [
        ok('catalogue', head),
        warn('offers', share, 'their cards say "ask the shop"; look at the feed’s prices with npm run import -- --explain'),
      ];
    } finally {
      await catalog.close();
    }
  });
}

async function knowledge({ KNOWLEDGE_URL, shop }: Config): Promise<readonly Finding[]> {
  if (!KNOWLEDGE_URL) return [];
  return checked('knowledge', 'check KNOWLEDGE_URL (docs/knowledge.md)', SERVICE_MS, async () => {
    const from = performance.now();
    const base = await openKnowledge(KNOWLEDGE_URL);
    try {
      const [domain = 'internal_kb'] = base.domains();
      const found = await base.search(
        { query: 'return 退货', domain, limit: 3, locale: shop?.default_locale ?? 'en' },
        AbortSignal.timeout(SERVICE_MS),
      );
      const head = `${base.domains().join(', ')}, ${since(from)}`;
      if (base.domains().length === 0)
        return [fail('knowledge', 'it holds no document', 'put Markdown files with front matter there (docs/knowledge.md)')];
      return found.length > 0
        ? [ok('knowledge', head)]
        : [warn('knowledge', `${head}; nothing about returns`, 'add a document on returns: it is what shoppers ask about most')];
    } finally {
      await base.close();
    }
  });
}

async function orders({ ORDERS_URL }: Config): Promise<readonly Finding[]> {
  if (!ORDERS_URL) return [];
  return checked(
    'orders',
    'check ORDERS_URL: POST {url}/orders must answer {"orders": []} for a shopper without any (docs/orders.md)',
    SERVICE_MS,
    async () => {
      const from = performance.now();
      const service = createHttpOrders(ORDERS_URL);
      const found = await service.orders({ user_id: 'aisle-doctor-nobody' }, AbortSignal.timeout(SERVICE_MS));
      return found.length === 0
        ? [ok('orders', `answers, ${since(from)}`)]
        : [
            fail(
              'orders',
              'a shopper who does not exist has orders',
              'the endpoint must look at user_id: somebody else’s orders are shown',
            ),
          ];
    },
  );
}

async function redis({ RUNS_URL }: Config): Promise<readonly Finding[]> {
  if (RUNS_URL === 'memory:') return [ok('run store', 'memory: one process, forgotten at its end')];
  const todo = 'check RUNS_URL, and that Redis runs and lets this machine in';
  return checked('run store', todo, SERVICE_MS, async () => {
    const client = new Redis(RUNS_URL, { lazyConnect: true, connectTimeout: 3000, retryStrategy: () => null, maxRetriesPerRequest: 0 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const from = performance.now();
      await client.ping();
      const latency = since(from);
      const info = await client.info('server');
      const version = /redis_version:(\S+)/.exec(info)?.[1] ?? '?';
      const policy = /maxmemory_policy:(\S+)/.exec(await client.info('memory'))?.[1] ?? '';
      const [seconds = '0'] = await client.time();
      const skew = Math.abs(Number(seconds) - Date.now() / 1000);
      const findings: Finding[] = [ok('run store', `Redis ${version}, ${latency}`)];
      if (Number.parseInt(version, 10) < OLDEST_REDIS)
        findings.push(fail('run store', `Redis ${version} is too old`, `use Redis ${OLDEST_REDIS} or newer, or Valkey`));
      if (policy && policy !== 'noeviction')
        findings.push(
          warn(
            'run store',
            `maxmemory-policy is ${policy}: Redis may drop a running answer`,
            'set it to noeviction; everything kept has a time to live',
          ),
        );
      findings.push(
        skew > 30
          ? warn(
              'clock',
              `${Math.round(skew)} s from that of Redis`,
              'let both machines follow a time server: tokens may differ by 60 s at most',
            )
          : ok('clock', 'agrees with that of Redis'),
      );
      return findings;
    } finally {
      client.disconnect();
    }
  });
}

async function postgres(area: string, url: string): Promise<readonly Finding[]> {
  return checked(area, 'check the address, and that PostgreSQL runs and lets this user in', SERVICE_MS, async () => {
    const client = new pg.Client({ connectionString: postgresAddress(url).connection, connectionTimeoutMillis: 3000 });
    await client.connect();
    try {
      const from = performance.now();
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      const version = rows[0]?.server_version ?? '?';
      if (Number.parseInt(version, 10) < OLDEST_POSTGRES)
        return [fail(area, `PostgreSQL ${version} is too old`, `use PostgreSQL ${OLDEST_POSTGRES} or newer`)];
      return [ok(area, `PostgreSQL ${version}, ${since(from)}`)];
    } finally {
      await client.end();
    }
  });
}

async function tools({ MCP_SERVERS }: Config): Promise<readonly Finding[]> {
  const servers = Object.keys(MCP_SERVERS);
  if (servers.length === 0) return [];
  return checked('tools', 'check MCP_SERVERS (docs/mcp.md)', 3 * SERVICE_MS, async () => {
    const problems: Finding[] = [];
    const bridge = await connectMcp(MCP_SERVERS, {
      onWarning: ({ server, tool, problem }) =>
        problems.push(
          (tool === undefined ? fail : warn)(
            `tools of ${server}`,
            tool === undefined ? problem : `${tool}: ${problem}`,
            'see docs/mcp.md; the BFF runs without it',
          ),
        ),
    });
    try {
      const names = bridge.tools().map((tool) => tool.name);
      const found = servers.map((server) => {
        const own = names.filter((name) => name.startsWith(`${server}_`) || name.startsWith(`${server}.`) || name === server);
        return own.length > 0 ? [ok(`tools of ${server}`, own.join(', '))] : [];
      });
      return [...found.flat(), ...problems];
    } finally {
      await bridge.close();
    }
  });
}

/** Everything the BFF will talk to, asked at once. */
export async function services(config: Config): Promise<readonly Finding[]> {
  const archive = config.ARCHIVE_URL;
  const all = await Promise.all([
    isPostgres(config.CATALOG_URL) ? postgres('database', config.CATALOG_URL) : [],
    catalogue(config),
    knowledge(config),
    orders(config),
    redis(config),
    isPostgres(archive) ? postgres('archive', archive) : [],
    tools(config),
  ]);
  return all.flat();
}
