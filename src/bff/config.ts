import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as v from 'valibot';
import { isItemUrl, itemIdSchema } from '../protocol/item.ts';
import { localeSchema } from '../protocol/locale.ts';
import { currencySchema } from '../protocol/money.ts';
import { parseSynonyms, type SynonymGroups, type SynonymsFault } from './catalog/synonyms/file.ts';
import { comparisonProfileSchema } from './compare/policy.ts';
import { isAddressRange } from './http/client-address.ts';
import { isTimeZone } from './language/calendar.ts';
import { isProfileName, profiles } from './model/hosted/profiles.ts';
import { mcpServersSchema } from './remote/mcp/config.ts';

const profile = v.pipe(
  v.string(),
  v.check((name) => isProfileName(name), `must be one of ${Object.keys(profiles).join(', ')}`),
);
const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** `https:` anywhere, `http:` on loopback only (reliability T27). */
function isSafeBase(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    !parsed.username &&
    !parsed.password &&
    (parsed.protocol === 'https:' || (parsed.protocol === 'http:' && loopback.test(parsed.hostname)))
  );
}

function isRedis(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^rediss?:$/.test(parsed.protocol) && parsed.hostname !== '';
}

const baseUrl = v.pipe(v.string(), v.check(isSafeBase, 'must be an https: address without user or password (http: only on loopback)'));
const natural = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/, 'must be a whole number'),
    v.transform(Number),
    v.minValue(min, `must be at least ${min}`),
    v.maxValue(max, `must be at most ${max}`),
  );
const list = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean),
  ),
);
const json = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return JSON.parse(dataset.value) as unknown;
      } catch {
        addIssue({ message: 'must be JSON' });
        return NEVER;
      }
    }),
    schema,
  );

const origin = v.pipe(
  v.string(),
  v.check((text) => URL.parse(text)?.origin === text, 'an origin is scheme, host and port only, such as https://shop.example'),
);
const siteSchema = v.object({
  origins: v.array(v.union([origin, v.literal('loopback')])),
  daily_turns: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  daily_cost: v.optional(v.pipe(v.number(), v.minValue(0))),
});
export type Site = v.InferOutput<typeof siteSchema>;

const hostedSchema = v.object({
  base_url: baseUrl,
  api_key: v.string(),
  name: v.pipe(v.string(), v.minLength(1)),
  profile: v.optional(v.string()),
});
export type HostedModelConfig = v.InferOutput<typeof hostedSchema>;

const bothLanguages = v.object({ zh: v.string(), en: v.string() });
const shopSchema = v.object({
  name: v.union([v.string(), bothLanguages]),
  currency: v.optional(currencySchema),
  time_zone: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'must be a time zone such as Asia/Shanghai')), 'UTC'),
  default_locale: v.optional(localeSchema, 'en'),
  greeting: v.optional(v.union([v.string(), bothLanguages])),
  starter_questions: v.optional(v.union([v.array(v.string()), v.object({ zh: v.array(v.string()), en: v.array(v.string()) })])),
  /** Tone is data for the prompt, never a rule. */
  tone: v.optional(v.string()),
  contact: v.optional(v.string()),
  privacy: v.optional(v.pipe(v.string(), v.check(isItemUrl, 'must be an https: or root-relative address'))),
  blocked_items: v.optional(v.array(itemIdSchema), []),
  comparison: v.optional(comparisonProfileSchema),
  /** Path of a synonyms file, from the profile's folder. */
  synonyms: v.optional(v.string()),
});
/** What a shop says about itself. */
export interface ShopProfile extends Omit<v.InferOutput<typeof shopSchema>, 'synonyms'> {
  readonly synonyms?: SynonymGroups;
}

const catalogUrl = v.pipe(
  v.string(),
  v.check(
    (url) => /^sqlite:.+$/.test(url) || /^postgres(ql)?:\/\/./.test(url) || isSafeBase(url.replace(/^ucp:/, '')),
    'must be sqlite:path, postgres://…, https://… or ucp:https://… (http: only on loopback)',
  ),
);

/** The environment, variable by variable; an empty string counts as missing. Design, "Environment". */
const environment = {
  PORT: v.optional(natural(0, 65535), '8787'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PUBLIC_HOSTS: v.optional(list),
  TRUST_PROXY: v.optional(v.pipe(list, v.everyItem(isAddressRange, 'must be addresses or ranges such as 10.0.0.0/8'))),
  MODEL_BASE_URL: v.optional(baseUrl),
  MODEL_API_KEY: v.optional(v.string()),
  MODEL_NAME: v.optional(v.string()),
  MODEL_PROFILE: v.optional(profile),
  MODEL_FALLBACKS: v.optional(json(v.array(v.union([v.literal('planner'), hostedSchema]))), '["planner"]'),
  JUDGE_BASE_URL: v.optional(baseUrl),
  JUDGE_API_KEY: v.optional(v.string()),
  JUDGE_NAME: v.optional(v.string()),
  CATALOG_URL: v.optional(catalogUrl),
  KNOWLEDGE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check((url) => /^(dir|sqlite):.+$/.test(url) || isSafeBase(url), 'must be dir:path, sqlite:path or https://…'),
    ),
  ),
  ORDERS_URL: v.optional(baseUrl),
  RUNS_URL: v.optional(
    v.pipe(
      v.string(),
      v.check((url) => url === 'memory:' || isRedis(url), 'must be memory: or redis://host:port/number (rediss:// with TLS)'),
    ),
    'memory:',
  ),
  ARCHIVE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check((url) => url === 'off' || /^(sqlite:.+|postgres(ql)?:\/\/.+)$/.test(url), 'must be off, sqlite:path or postgres://…'),
    ),
  ),
  ARCHIVE_DAYS: v.optional(natural(0, 36_500), '30'),
  CONVERSATION_TTL_S: v.optional(natural(60, 31_536_000), '86400'),
  SHOP: v.optional(v.string()),
  SITES: v.optional(json(v.record(v.string(), siteSchema))),
  SHOPPER_JWT_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'must have at least 32 characters'))),
  SHOPPER_JWT_PUBLIC_KEY: v.optional(v.pipe(v.string(), v.includes('BEGIN PUBLIC KEY', 'must be a PEM public key'))),
  SHOPPER_JWT_AUDIENCE: v.optional(v.string()),
  SHOPPER_JWT_ISSUER: v.optional(v.string()),
  LINK_HOSTS: v.optional(list),
  CONSOLE_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, 'must have at least 16 characters'))),
  MCP_SERVERS: v.optional(json(mcpServersSchema), '{}'),
  DISCONNECT_GRACE_MS: v.optional(natural(0, 600_000), '10000'),
  TURN_TIMEOUT_MS: v.optional(natural(1000, 600_000), '120000'),
  MAX_TOOL_CALLS: v.optional(natural(1, 64), '8'),
  MAX_OUTPUT_TOKENS: v.optional(natural(16, 100_000), '1500'),
  RATE_LIMIT: v.optional(v.union([v.literal('off'), natural(1, 100_000)], 'must be a whole number or off'), '10'),
  SPECULATE: v.optional(v.picklist(['on', 'off'], 'must be on or off'), 'on'),
  LOG_LEVEL: v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  /** The conventions have two spellings: true or false, and what may hold messages. Only spans do here. */
  OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: v.optional(
    v.pipe(
      v.string(),
      v.toLowerCase(),
      v.picklist(
        ['true', 'false', 'no_content', 'span_only', 'event_only', 'span_and_event'],
        'must be true, false, NO_CONTENT, SPAN_ONLY, EVENT_ONLY or SPAN_AND_EVENT',
      ),
    ),
    'false',
  ),
} as const;

type Environment = { [K in keyof typeof environment]: v.InferOutput<(typeof environment)[K]> };

/** Everything the BFF is told by its surroundings, checked once. */
export interface Config extends Omit<Environment, 'SHOP' | 'SITES' | 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT'> {
  /** Whether spans may hold messages, arguments and results. */
  readonly capture_content: boolean;
  readonly model?: HostedModelConfig;
  readonly shop?: ShopProfile;
  readonly sites: Readonly<Record<string, Site>>;
  /** Key that a request without one means: only where no site was configured. */
  readonly default_site?: string;
}

/** The start cannot go on; `problems` names every wrong or missing value at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((each) => `  - ${each}`).join('\n')}`);
    this.problems = problems;
  }
}

/** An issue without the value that caused it: the library's own messages repeat it, and it may be a secret. */
function problemText(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const message = issue.message.startsWith('Invalid') ? `must be ${issue.expected ?? `a valid ${issue.type}`}` : issue.message;
  return path ? `${path}: ${message}` : message;
}

function readShop(path: string, problems: string[]): ShopProfile | undefined {
  const text = readText(path, 'SHOP', problems);
  if (text === undefined) return undefined;
  const parsed = v.safeParse(json(shopSchema), text);
  if (!parsed.success) {
    for (const issue of parsed.issues) problems.push(`SHOP: ${problemText(issue)}`);
    return undefined;
  }
  const { synonyms, ...profile } = parsed.output;
  if (synonyms === undefined) return profile;
  const list = readText(resolve(dirname(path), synonyms), 'SHOP: synonyms', problems);
  try {
    return { ...profile, synonyms: parseSynonyms(list ?? '') };
  } catch (fault) {
    problems.push(`SHOP: synonyms: ${(fault as SynonymsFault).message}`);
    return undefined;
  }
}

function readText(path: string, of: string, problems: string[]): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    problems.push(`${of}: the file cannot be read`);
    return undefined;
  }
}

/**
 * Reads the environment. Called by `main` alone; everything below receives values.
 * @throws ConfigError naming every problem.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(environment)) {
    const given = env[name];
    const parsed = v.safeParse(schema, given === '' ? undefined : given);
    if (parsed.success) values[name] = parsed.output;
    else problems.push(...parsed.issues.map((issue) => `${name}: ${problemText(issue)}`));
  }
  const read = values as Environment;

  if (read.MODEL_BASE_URL && !read.MODEL_NAME) problems.push('MODEL_NAME: is needed with MODEL_BASE_URL');
  if (!env.MODEL_BASE_URL && (read.MODEL_NAME || read.MODEL_API_KEY))
    problems.push('MODEL_BASE_URL: is needed with MODEL_NAME or MODEL_API_KEY');
  if ((read.JUDGE_BASE_URL === undefined) !== (read.JUDGE_NAME === undefined))
    problems.push('JUDGE_BASE_URL: goes with JUDGE_NAME, give both or none');
  if (read.SHOPPER_JWT_SECRET && read.SHOPPER_JWT_PUBLIC_KEY)
    problems.push('SHOPPER_JWT_SECRET: give it or SHOPPER_JWT_PUBLIC_KEY, not both');
  const shop = read.SHOP ? readShop(read.SHOP, problems) : undefined;
  if (problems.length > 0) throw new ConfigError(problems);

  const { SHOP: _, SITES: sites, OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: captured, ...rest } = read;
  return {
    ...rest,
    capture_content: ['true', 'span_only', 'span_and_event'].includes(captured),
    ...(read.MODEL_BASE_URL && read.MODEL_NAME
      ? {
          model: {
            base_url: read.MODEL_BASE_URL,
            api_key: read.MODEL_API_KEY ?? '',
            name: read.MODEL_NAME,
            ...(read.MODEL_PROFILE ? { profile: read.MODEL_PROFILE } : {}),
          },
        }
      : {}),
    ...(shop ? { shop } : {}),
    sites: sites ?? { pk_demo: { origins: ['loopback'] } },
    ...(sites ? {} : { default_site: 'pk_demo' }),
  };
}
