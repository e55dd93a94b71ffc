import type { McpServerConfig } from '../../remote/mcp/config.ts';

/** Shorter values are words such as `on` or `eu-1`: hiding them would garble texts and protect nothing. */
const MIN_SECRET = 8;

/**
 * Takes the values of a server's `env` and `headers` out of a text. A failing server likes to repeat the request it made, key
 * and all.
 */
export function secretsHider(config: McpServerConfig): (text: string) => string {
  const given = Object.values('url' in config ? config.headers : config.env);
  // "Bearer abc": the key alone is the secret too.
  const secrets = [...new Set(given.flatMap((value) => [value, ...value.split(/\s+/)]))]
    .filter((value) => value.length >= MIN_SECRET)
    .sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}
