import * as v from 'valibot';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** `https:` anywhere, `http:` on loopback only; no user or password in the address. */
function isSafeUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
}

/** What is wrong with an object's keys, or with what stands for the object. */
function shapeProblem({ expected, received }: v.StrictObjectIssue): string {
  if (expected === 'never') return 'is not a key of such a server';
  return received === 'undefined' ? 'is missing' : 'must be an object';
}

const text = v.pipe(v.string('must be a text'), v.minLength(1, 'must not be empty'));
const texts = v.record(text, v.string('must be a text'));
/** Tools to offer, by the server's own names; absent: all of them. */
const allowed = v.optional(v.array(text));

const processSchema = v.strictObject(
  {
    command: text,
    args: v.optional(v.array(v.string('must be a text')), []),
    /** The whole environment of the process, besides `PATH`. */
    env: v.optional(texts, {}),
    tools: allowed,
  },
  shapeProblem,
);
const remoteSchema = v.strictObject(
  {
    url: v.pipe(text, v.check(isSafeUrl, 'must be an https: address without user or password (http: only on loopback)')),
    headers: v.optional(texts, {}),
    tools: allowed,
  },
  shapeProblem,
);

/** One of the shop's servers: a process of this machine (stdio), or an address (streamable HTTP). */
export type McpServerConfig = v.InferOutput<typeof processSchema> | v.InferOutput<typeof remoteSchema>;

const serverSchema = v.lazy((input) => {
  // Decided by the key that names the transport, so that a mistake is told about that transport and not about both.
  const isRemote = typeof input === 'object' && input !== null && 'url' in input;
  return isRemote ? remoteSchema : processSchema;
}) as v.GenericSchema<unknown, McpServerConfig>;

/** The name begins the names of the server's tools. */
const serverName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,32}$/, 'a server name is 1 to 32 letters a–z, digits, _ and -'));

/** `MCP_SERVERS` after `JSON.parse`: server name → how to reach it (design, "Environment"). */
export const mcpServersSchema = v.record(serverName, serverSchema);
export type McpServers = Readonly<Record<string, McpServerConfig>>;
