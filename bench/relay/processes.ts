import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './contestants.ts';

const preload = fileURLToPath(new URL('report-cpu.ts', import.meta.url));

/** A running server and its processor time. */
export interface Running {
  readonly port: number;
  /** Microseconds of processor time since the process began. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the prepared provider; resolves with its base URL. */
export async function startUpstream(): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = fork(fileURLToPath(new URL('upstream.ts', import.meta.url)));
  const [{ listening }] = (await once(child, 'message')) as [{ listening: number }];
  return { url: `http://127.0.0.1:${listening}/v1`, stop: () => stop(child) };
}

/** Starts a contestant and waits until it accepts connections. */
export async function start(contestant: Contestant, upstream: string, model: string): Promise<Running> {
  const port = await freePort();
  const child = fork(contestant.entry, [], {
    execArgv: ['--import', preload],
    env: { ...process.env, ...contestant.env, PORT: String(port), HOST: '127.0.0.1', MODEL_BASE_URL: upstream, MODEL_NAME: model },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await accepting(port, child);
  return {
    port,
    async cpu() {
      child.send('cpu');
      const [{ cpu }] = (await once(child, 'message')) as [{ cpu: NodeJS.CpuUsage }];
      return cpu.user + cpu.system;
    },
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function accepting(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended before it listened`);
    const socket = connect(port, '127.0.0.1');
    const open = await new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)));
    socket.destroy();
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the contestant does not listen');
}
