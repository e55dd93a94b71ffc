import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BFF, startFlags } from '../../scripts/start-command.ts';
import { importItems } from '../bff/catalog/sqlite/transaction.ts';
import type { Item } from '../protocol/item.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { freePort } from './redis.ts';

/** One BFF as a process of its own. */
export interface Replica {
  readonly url: string;
  readonly pid: number;
  /** `kill -9` (or another signal), resolved when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Stops it in its tracks, as a machine that swaps would, and lets it go on. */
  freeze(): void;
  thaw(): void;
  /** Whether it has ended, by whatever cause. */
  readonly ended: () => boolean;
  /** What it wrote to its log, one JSON text a line. */
  readonly log: () => string;
}

export interface ReplicasOptions {
  readonly count: number;
  readonly items: readonly Item[];
  /** Where the items are; default: a catalogue file of them. */
  readonly catalogUrl?: string | undefined;
  readonly redisUrl: string;
  readonly modelUrl: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Several BFF processes over one catalogue file and one Redis, behind a round-robin proxy. */
export interface Replicas extends Balancer {
  readonly replicas: readonly Replica[];
  /** Puts a new process in the place of one that was killed. */
  restart(at: number): Promise<void>;
  /** Resolves when every one of them would be given work: `/readyz`. */
  ready(): Promise<void>;
}

/** Starts one, and waits until it answers. @throws when it ends before */
export async function startReplica(env: Readonly<Record<string, string>>): Promise<Replica> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child: ChildProcess = spawn(process.execPath, [...startFlags(), BFF], {
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', RATE_LIMIT: 'off', ...env, PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  const gone = once(child, 'exit');
  // A test that breaks off leaves no process behind.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`a replica did not start: ${log}`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    pid: child.pid ?? 0,
    ended: () => child.exitCode !== null || child.signalCode !== null,
    log: () => log,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async kill(signal = 'SIGKILL') {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await gone;
    },
  };
}

export async function startReplicas({ count, items, catalogUrl, redisUrl, modelUrl, env = {} }: ReplicasOptions): Promise<Replicas> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-replicas-'));
  const path = join(folder, 'catalog.db');
  if (!catalogUrl) importItems(path, items);
  const all = {
    CATALOG_URL: catalogUrl ?? `sqlite:${path}`,
    RUNS_URL: redisUrl,
    MODEL_BASE_URL: modelUrl,
    MODEL_NAME: 'scripted',
    MODEL_FALLBACKS: '[]',
    SPECULATE: 'off',
    ...env,
  };
  const replicas = await Promise.all(Array.from({ length: count }, () => startReplica(all)));
  const balancer = await startBalancer(() => replicas.map(({ url }) => url));
  return {
    ...balancer,
    replicas,
    async restart(at) {
      await replicas[at]?.kill();
      replicas[at] = await startReplica(all);
    },
    async ready() {
      for (const { url } of replicas)
        while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    async close() {
      await balancer.close();
      await Promise.all(replicas.map((each) => each.kill()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
