import { type CallToolResult, Client, type Tool as RemoteTool } from '@modelcontextprotocol/client';
import { DependencyDown } from '../resilience.ts';
import type { McpServerConfig } from './config.ts';
import { connectProblem, isLost, isRefusal } from './faults.ts';
import { openTransport } from './transport.ts';

/** Milliseconds for start, handshake and first list; a process may have to be loaded from a cold disk. */
const CONNECT_MS = 10_000;
/** Pages of a tool list: more is no list but a loop. */
const MAX_PAGES = 8;
/** Wait before the n-th try after a failed one: 0.5 s, 1 s, 2 s … */
const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;
/** Calls in a row without a word, after which a server counts as hung and is connected (a process: started) afresh. */
const MAX_SILENT = 5;

export interface ConnectionOptions {
  readonly config: McpServerConfig;
  /** The server's tools, after each connection and each `tools/list_changed`. */
  readonly onTools: (tools: readonly RemoteTool[]) => void;
  /** Once for each time the server is lost, with words that hold no secret. */
  readonly onProblem: (problem: string) => void;
  /** Monotonic clock, milliseconds. */
  readonly now: () => number;
}

/**
 * The line to one server. It is opened when needed, and again after it broke: at once if it had served, else after a wait that
 * doubles. No timer runs; whoever needs the server pays for the try.
 */
export class McpConnection {
  readonly #options: ConnectionOptions;
  #client: Client | undefined;
  #opening: Promise<Client> | undefined;
  /** Clients on their way out, so that closing can wait for their processes. */
  readonly #leaving = new Set<Promise<void>>();
  #failures = 0;
  #notBefore = Number.NEGATIVE_INFINITY;
  #silent = 0;
  #isTold = false;
  readonly #ending = new AbortController();

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /**
   * The open line, after opening it where need be.
   * @throws DependencyDown while the wait after a failure lasts, or when the server cannot be reached.
   */
  async reach(): Promise<Client> {
    if (this.#client) return this.#client;
    if (this.#isClosed || (!this.#opening && this.#options.now() < this.#notBefore)) throw new DependencyDown('open');
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** Tries again in the background where the server is away and its wait is over. */
  wake(): void {
    if (this.#client || this.#opening) return;
    this.reach().catch(() => undefined);
  }

  /**
   * One call. Aborting the signal tells the server that nobody waits any more.
   * @throws what the client throws; a line that broke is given up, so that the next call opens another.
   */
  async call(client: Client, tool: RemoteTool, args: Record<string, unknown>, signal: AbortSignal): Promise<CallToolResult> {
    try {
      // Its output schema is left out: the answer is read as text, and a pattern from outside is not ours to run.
      const { outputSchema: _, ...toolDefinition } = tool;
      const result = await client.callTool({ name: tool.name, arguments: args }, { signal, toolDefinition });
      this.#served();
      return result;
    } catch (error) {
      if (isRefusal(error)) this.#served();
      else if (signal.aborted) this.#heardNothing(client, signal);
      else if (isLost(error)) this.#giveUp(client);
      throw error;
    }
  }

  /** Ends the line for good; resolves when a process of ours is gone. */
  async close(): Promise<void> {
    this.#ending.abort();
    await this.#opening?.catch(() => undefined);
    if (this.#client) this.#giveUp(this.#client);
    await Promise.all(this.#leaving);
  }

  get #isClosed(): boolean {
    return this.#ending.signal.aborted;
  }

  async #open(): Promise<Client> {
    const { config, onTools, onProblem } = this.#options;
    const client = new Client(
      { name: 'aisle', version: '1' },
      {
        versionNegotiation: { mode: 'auto', probe: { timeoutMs: CONNECT_MS / 4 } },
        // A server that asks the shopper something in mid-call gets no answer: tools here are asked, they do not ask.
        inputRequired: { autoFulfill: false },
        listMaxPages: MAX_PAGES,
        listChanged: { tools: { onChanged: (_error, tools) => tools && client === this.#client && onTools(tools) } },
      },
    );
    try {
      const limits = { timeout: CONNECT_MS, signal: this.#ending.signal };
      await client.connect(openTransport(config), limits);
      const { tools } = await client.listTools(undefined, limits);
      limits.signal.throwIfAborted();
      client.onclose = () => this.#lost(client);
      this.#client = client;
      this.#isTold = false;
      onTools(tools);
      return client;
    } catch (error) {
      this.#leave(client);
      this.#failed();
      if (!this.#isTold && !this.#isClosed) onProblem(connectProblem(error));
      this.#isTold = true;
      throw new DependencyDown('failed', { cause: error });
    }
  }

  #served(): void {
    this.#failures = 0;
    this.#silent = 0;
  }

  #heardNothing(client: Client, signal: AbortSignal): void {
    // Only a time limit counts: a shopper who pressed stop says nothing about the server.
    if (!(signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError')) return;
    this.#silent += 1;
    if (this.#silent >= MAX_SILENT) this.#giveUp(client);
  }

  #giveUp(client: Client): void {
    this.#lost(client);
    this.#leave(client);
  }

  #lost(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#silent = 0;
    this.#failed();
  }

  /** The first failure after good service costs no wait: a process that died is started again at the next call. */
  #failed(): void {
    const wait = this.#failures === 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (this.#failures - 1), MAX_WAIT_MS);
    this.#failures += 1;
    this.#notBefore = this.#options.now() + wait;
  }

  #leave(client: Client): void {
    const left = client.close().catch(() => undefined);
    this.#leaving.add(left);
    left.then(() => this.#leaving.delete(left));
  }
}
