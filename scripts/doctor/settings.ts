import { existsSync } from 'node:fs';
import { importSPKI } from 'jose';
import type { Config } from '../../src/bff/config.ts';
import { exporterDefaults, telemetryAsked } from '../../src/bff/observe/sdk.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const isLoopbackHost = (host: string): boolean => /^(127\.|localhost$|\[?::1\]?$)/.test(host);
const inTheClear = (origin: string): boolean => origin.startsWith('http:') && !isLoopbackHost(new URL(origin).hostname);

/** Whether this is more than a demo on one machine: then what is fine for a trial is not. */
const isProduction = (config: Config): boolean => config.CATALOG_URL !== undefined && !isLoopbackHost(config.HOST);

function sites(config: Config): Finding[] {
  if (config.default_site) {
    const area = 'sites';
    return isProduction(config)
      ? [
          fail(
            area,
            'no SITES: only pages of this machine may embed the widget',
            'set SITES to {"pk_…": {"origins": ["https://your.shop"]}}',
          ),
        ]
      : [ok(area, `${config.default_site}, pages of this machine`)];
  }
  return Object.entries(config.sites).map(([key, { origins, daily_turns, daily_cost }]) => {
    const area = `site ${key}`;
    const clear = origins.filter((origin) => origin !== 'loopback' && inTheClear(origin));
    if (origins.length === 0) return fail(area, 'no origin: no page may use it', 'list the shop’s origins, such as https://your.shop');
    if (clear.length > 0)
      return fail(area, `${clear.join(', ')} is not https:`, 'shop pages over http: can be changed on the way; list their https: origin');
    if (origins.includes('loopback') && isProduction(config))
      return warn(area, 'pages of any machine’s loopback may use it', 'take "loopback" out of origins in production');
    if (daily_turns === undefined && daily_cost === undefined && config.model && isProduction(config))
      return warn(
        area,
        `${origins.length} origins, no limit for a day`,
        'set daily_turns or daily_cost, so that a bot cannot spend without end',
      );
    return ok(
      area,
      `${origins.join(', ')}${daily_turns ? `, ${daily_turns} turns a day` : ''}${daily_cost ? `, cost ${daily_cost} a day` : ''}`,
    );
  });
}

function network(config: Config): Finding[] {
  const findings: Finding[] = [];
  const public_ = !isLoopbackHost(config.HOST);
  if (public_ && !config.PUBLIC_HOSTS)
    findings.push(
      warn(
        'public hosts',
        `listening on ${config.HOST} and answering to any name`,
        'set PUBLIC_HOSTS to the names shoppers reach it by (DNS rebinding)',
      ),
    );
  else findings.push(ok('public hosts', config.PUBLIC_HOSTS?.join(', ') ?? 'loopback names alone'));
  if (public_ && !config.TRUST_PROXY)
    findings.push(
      warn(
        'proxy',
        'no TRUST_PROXY: behind a proxy all shoppers count as one address',
        'set TRUST_PROXY to the proxy’s address, or leave it where there is none',
      ),
    );
  else findings.push(ok('proxy', config.TRUST_PROXY ? `X-Forwarded-For believed from ${config.TRUST_PROXY.join(', ')}` : 'none'));
  if (config.TRUST_PROXY?.some((range) => /\/0$/.test(range)))
    findings.push(
      fail('proxy', 'TRUST_PROXY is everybody, so that a client can give itself the address of another', 'name the proxy’s own address'),
    );
  const hosts = config.LINK_HOSTS ?? [];
  const odd = hosts.filter((host) => host.includes('/') || host.includes('*') || host.includes(':'));
  if (odd.length > 0)
    findings.push(fail('links', `LINK_HOSTS: ${odd.join(', ')} is no host name`, 'write hosts alone, such as help.your.shop'));
  else findings.push(ok('links', hosts.length > 0 ? hosts.join(', ') : 'to item pages alone'));
  return findings;
}

async function identity(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  const area = 'shopper tokens';
  if (config.SHOPPER_JWT_PUBLIC_KEY)
    findings.push(
      await importSPKI(config.SHOPPER_JWT_PUBLIC_KEY, 'ES256').then(
        () => ok(area, 'ES256 public key'),
        () => fail(area, 'SHOPPER_JWT_PUBLIC_KEY cannot be read as a P-256 key', 'give the PEM of an ES256 public key, line ends included'),
      ),
    );
  else if (config.SHOPPER_JWT_SECRET) {
    const distinct = new Set(config.SHOPPER_JWT_SECRET).size;
    findings.push(
      distinct < 12
        ? warn(area, 'the HS256 secret has few different characters', 'make one: openssl rand -base64 48')
        : ok(area, 'HS256 secret'),
    );
  } else if (config.ORDERS_URL)
    findings.push(
      warn(
        area,
        'orders are connected and no key verifies who asks: nobody gets an order',
        'set SHOPPER_JWT_PUBLIC_KEY or SHOPPER_JWT_SECRET',
      ),
    );
  else findings.push(ok(area, 'none: every shopper is anonymous'));
  const token = config.CONSOLE_TOKEN;
  if (!token) findings.push(warn('console', 'no CONSOLE_TOKEN: no console, no kill switch', 'set CONSOLE_TOKEN: openssl rand -base64 32'));
  else if (new Set(token).size < 10 || token.length < 24)
    findings.push(warn('console', 'CONSOLE_TOKEN could be guessed', 'make one: openssl rand -base64 32'));
  else findings.push(ok('console', 'a token of its own'));
  return findings;
}

function shop(config: Config): Finding[] {
  const findings: Finding[] = [];
  if (!config.CATALOG_URL) findings.push(warn('shop', 'the demo shop', 'set CATALOG_URL to your own catalogue (docs/catalogue.md)'));
  else if (!config.shop)
    findings.push(
      warn('shop', 'no SHOP: a plain name, no greeting, UTC', 'write a profile and set SHOP to its path (docs/configuration.md)'),
    );
  else {
    const missing = (['greeting', 'contact', 'privacy'] as const).filter((key) => !config.shop?.[key]);
    const name = typeof config.shop.name === 'string' ? config.shop.name : config.shop.name.en;
    findings.push(
      missing.length > 0
        ? warn('shop', `${name}, without ${missing.join(', ')}`, `add ${missing.join(', ')} to the profile: shoppers look for them`)
        : ok('shop', `${name}, ${config.shop.time_zone}, ${config.shop.default_locale}`),
    );
  }
  findings.push(
    existsSync('dist/public/aisle.js')
      ? ok('widget', 'built')
      : fail('widget', 'not built: pages get no script', 'npm run build (npm start does it by itself)'),
  );
  if (config.RATE_LIMIT === 'off' && isProduction(config))
    findings.push(
      warn('limits', 'RATE_LIMIT is off: no limit for a conversation, an address or the catalogue', 'leave it at its default of 10'),
    );
  return findings;
}

async function telemetry(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const asked = telemetryAsked(env);
  if (asked.length === 0) return [ok('telemetry', 'not asked for')];
  const todo = 'npm install @opentelemetry/sdk-node';
  const found = await import('@opentelemetry/sdk-node').then(
    () => true,
    () => false,
  );
  if (!found) return [warn('telemetry', `${asked.join(', ')} set, and the SDK is not installed`, todo)];
  const kept = Object.entries(exporterDefaults(env)).flatMap(([name, value]) => (value === 'none' && !name.includes('LOGS') ? [name] : []));
  return [ok('telemetry', `${asked.join(', ')}${kept.length > 0 ? `; not sent: ${kept.join(', ')}` : ''}`)];
}

/** What can be said of the configuration without asking anybody. */
export async function settings(config: Config, env: NodeJS.ProcessEnv): Promise<readonly Finding[]> {
  return [...shop(config), ...sites(config), ...network(config), ...(await identity(config)), ...(await telemetry(env))];
}
