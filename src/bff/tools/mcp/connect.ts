import type { McpServers } from '../../remote/mcp/config.ts';
import { McpConnection } from '../../remote/mcp/connection.ts';
import { isRefusal } from '../../remote/mcp/faults.ts';
import { createResilience, DependencyDown } from '../../remote/resilience.ts';
import type { Tool } from '../tool.ts';
import { ownToolNames } from './names.ts';
import { createOffer, type Offer } from './offer.ts';
import { secretsHider } from './secrets.ts';

/** Milliseconds the start of the BFF waits for the servers; one that needs longer joins later. */
const START_MS = 5000;

/** Refusals are answers; and a line that is waiting before its next try was not asked, so it cannot have failed again. */
const isAnswer = (error: unknown): boolean => isRefusal(error) || (error instanceof DependencyDown && error.code === 'open');

/** Something the operator should know of a shop's server. Holds no value of `env` or `headers`. */
export interface McpWarning {
  readonly server: string;
  /** The tool it is about, by the server's name for it, cleaned. */
  readonly tool?: string;
  /** What is wrong, as the end of a sentence: "it cannot be reached". */
  readonly problem: string;
}

export interface McpOptions {
  /** Told once for each outage, and once for each tool that is not offered. */
  readonly onWarning: (warning: McpWarning) => void;
  /** Names no remote tool may take. */
  readonly reserved?: ReadonlySet<string>;
  /** Milliseconds one try of a call may take. */
  readonly call_ms?: number;
  readonly start_ms?: number;
  /** Monotonic clock, milliseconds. */
  readonly now?: () => number;
}

/** The shop's own tools, as long as the BFF runs. */
export interface McpBridge {
  /**
   * The tools that can be offered now, in the order of the configuration; the same objects until a list changes. Asking also
   * wakes servers that are away.
   */
  tools(): readonly Tool[];
  /** Ends all connections; resolves when the processes are gone. */
  close(): Promise<void>;
}

/**
 * Connects the servers of `MCP_SERVERS`. Never throws for a server that is down: its tools are absent until it answers.
 * @param servers parsed by `mcpServersSchema`.
 */
export async function connectMcp(servers: McpServers, options: McpOptions): Promise<McpBridge> {
  const { onWarning, reserved = ownToolNames, call_ms = 3000, start_ms = START_MS, now = () => performance.now() } = options;
  const told = new Set<string>();
  const warnOnce = (warning: McpWarning): void => {
    const key = JSON.stringify(warning);
    if (told.has(key)) return;
    told.add(key);
    onWarning(warning);
  };

  let offered: readonly Tool[] = [];
  const offers: Offer[] = [];
  const offerAgain = (): void => {
    const taken = new Set<string>();
    offered = offers.flatMap((offer) => offer.tools({ reserved, taken }));
  };

  const connections = Object.entries(servers).map(([server, config]) => {
    const connection: McpConnection = new McpConnection({
      config,
      now,
      onProblem: (problem) => onWarning({ server, problem }),
      onTools: (tools) => {
        offer.update(tools);
        offerAgain();
      },
    });
    const offer = createOffer({
      server,
      ...(config.tools ? { allowed: config.tools } : {}),
      connection,
      resilience: createResilience({ timeout_ms: call_ms, now, isAnswer }),
      hide: secretsHider(config),
      warn: ({ tool, problem }) => warnOnce({ server, tool, problem }),
    });
    offers.push(offer);
    return connection;
  });

  const first = Promise.allSettled(connections.map((each) => each.reach()));
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    first,
    new Promise((resolve) => {
      timer = setTimeout(resolve, start_ms);
    }),
  ]);
  clearTimeout(timer);

  return {
    tools() {
      for (const each of connections) each.wake();
      return offered;
    },
    async close() {
      await Promise.all(connections.map((each) => each.close()));
    },
  };
}
