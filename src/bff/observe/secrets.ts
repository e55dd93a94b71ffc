import type { Config } from '../config.ts';

/** The password in an address, as it is written there and decoded. */
function passwordOf(url: string | undefined): string[] {
  const password = URL.parse(url ?? '')?.password;
  return password ? [password, decodeURIComponent(password)] : [];
}

/** Every value of the configuration that no log, span or answer may ever hold (T17). */
export function secretsOf(config: Config): string[] {
  const servers = Object.values(config.MCP_SERVERS) as readonly { env?: Record<string, string>; headers?: Record<string, string> }[];
  return [
    config.model?.api_key,
    ...config.MODEL_FALLBACKS.map((each) => (each === 'planner' ? undefined : each.api_key)),
    config.SHOPPER_JWT_SECRET,
    config.CONSOLE_TOKEN,
    ...passwordOf(config.CATALOG_URL),
    ...passwordOf(config.RUNS_URL),
    ...passwordOf(config.ARCHIVE_URL),
    ...passwordOf(config.ARCHIVE_URL),
    ...servers.flatMap(({ env, headers }) => [...Object.values(env ?? {}), ...Object.values(headers ?? {})]),
  ].filter((each): each is string => each !== undefined && each !== '');
}
