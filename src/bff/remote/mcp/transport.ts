import { StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { DEFAULT_INHERITED_ENV_VARS, StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { boundedFetch, MAX_ANSWER_BYTES } from './bounded-fetch.ts';
import type { McpServerConfig } from './config.ts';

/**
 * The client passes on more of our environment than PATH (HOME, USER …). A name given as undefined is not passed to the new
 * process; the client's type does not know that.
 */
const withheld = Object.fromEntries(
  DEFAULT_INHERITED_ENV_VARS.filter((name) => name !== 'PATH').map((name) => [name, undefined]),
) as unknown as Record<string, string>;

/** A fresh, unopened transport to a server; each can be opened once. */
export function openTransport(config: McpServerConfig): Transport {
  if ('url' in config)
    return new StreamableHTTPClientTransport(new URL(config.url), {
      requestInit: { headers: config.headers },
      fetch: boundedFetch(),
    });
  return new StdioClientTransport({
    command: config.command,
    args: config.args,
    env: { ...withheld, ...config.env },
    // What a server writes there may hold its secrets, and nobody reads it in the BFF's own log format.
    stderr: 'ignore',
    maxBufferSize: MAX_ANSWER_BYTES,
  });
}
