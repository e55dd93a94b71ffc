import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importItems } from '../../src/bff/catalog/sqlite/transaction.ts';
import { demoItems } from '../../src/demo/catalog/items.ts';
import type { Contestant } from './contestants.ts';
import type { Report } from './report.ts';

const preload = fileURLToPath(new URL('report.ts', import.meta.url));

/** A running server and what it says of itself. */
export interface Running {
  readonly port: number;
  report(): Promise<Report>;
  /** The same after a full garbage collection. */
  collected(): Promise<Report>;
  /** Writes a heap snapshot. */
  snapshot(path: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the prepared provider; resolves with its base URL. */
export async function startUpstream(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = fork(fileURLToPath(new URL('upstream.ts', import.meta.url)));
  const [{ listening }] = (await once(child, 'message')) as [{ listening: number }];
  return { url: `http://127.0.0.1:${listening}/v1`, stop: () => stop(child) };
}

let shop: { readonly CATALOG_URL: string; readonly ARCHIVE_URL: string } | undefined;
/** The demo's items in a catalogue file of this run, and an archive of its own: the developer's stays as it is. */
function shopFiles(): { readonly CATALOG_URL: string; readonly ARCHIVE_URL: string } {
  if (shop) return shop;
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'items.db');
  importItems(path, demoItems());
  shop = { CATALOG_URL: `sqlite:${path}`, ARCHIVE_URL: `sqlite:${join(folder, 'runs.db')}` };
  return shop;
}

/**
 * Starts a contestant and waits until it accepts connections.
 * @param model what its requests name as the model: tokens and pace of the prepared provider.
 * @param profile folder for a CPU profile of its whole life; none without.
 */
export async function start(contestant: Contestant, upstream: string, model: string, profile?: string): Promise<Running> {
  const port = await freePort();
  const child = fork(contestant.entry, [], {
    execArgv: [...(contestant.flags ?? []), '--import', preload, ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
    env: {
      ...process.env,
      ...(contestant.shop ? shopFiles() : {}),
      ...contestant.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      MODEL_BASE_URL: upstream,
      MODEL_NAME: model,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await accepting(port, child);
  const ask = async <T>(question: object): Promise<T> => {
    child.send(question);
    const [answer] = await once(child, 'message');
    return answer as T;
  };
  return {
    port,
    report: () => ask({ report: true }),
    collected: () => ask({ collect: true }),
    snapshot: async (path) => void (await ask({ snapshot: path })),
    async stop() {
      if (!profile) return stop(child);
      child.send({ exit: true });
      await once(child, 'exit');
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function accepting(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error('the contestant ended before it listened');
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)));
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the contestant does not listen');
}
