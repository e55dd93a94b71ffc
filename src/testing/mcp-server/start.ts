import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Program of the test server, for the `args` of a stdio server. */
export const mcpServerProgram = fileURLToPath(new URL('./main.ts', import.meta.url));

/** A test server of its own process, over HTTP on loopback. */
export interface HttpMcpServer {
  readonly url: string;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
}

/** Program of a live shop that speaks UCP. */
export const ucpShopProgram = fileURLToPath(new URL('../ucp-shop/main.ts', import.meta.url));

/**
 * @param env what the server gets besides PATH: `SHOP_KEY`, or `PORT` to come back at an address.
 * @param program a server that prints its address.
 */
export async function startHttpMcpServer(
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
  program: string = mcpServerProgram,
): Promise<HttpMcpServer> {
  const child: ChildProcess = spawn(process.execPath, [program, '--http', ...flags], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('the server has no output');
  const lines = createInterface({ input: child.stdout });
  const [url] = (await once(lines, 'line')) as [string];
  return {
    url,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
