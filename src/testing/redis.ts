import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine has a Redis to test with. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** Said by tests that need one. */
export const redisTests = hasRedis ? 'with a real Redis' : 'with a real Redis (skipped: no redis-server on this machine)';

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Resolves when somebody accepts connections there. */
export async function listening(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const there = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    });
    socket.destroy();
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Resolves when Redis has read what it kept: until then it accepts connections and answers `-LOADING`. */
async function answering(port: number): Promise<void> {
  for (;;) {
    await listening(port);
    const socket = connect(port, '127.0.0.1')
      .setEncoding('utf8')
      .on('error', () => undefined);
    socket.write('PING\r\n');
    const [answer] = await Promise.race([once(socket, 'data'), once(socket, 'close')]).catch(() => []);
    socket.destroy();
    if (answer === '+PONG\r\n') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A Redis of this test's own: free port, own folder, every write on disk, so that it can be stopped and started. */
export async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-redis-'));
  const port = await freePort();
  let child: ChildProcess | undefined;
  /** @param more settings as on its command line; it is there when what it kept is read back */
  const start = async (...more: readonly string[]): Promise<void> => {
    const settings = [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--save',
      '',
      ...more,
    ];
    child = spawn('redis-server', settings, { stdio: 'ignore' });
    await answering(port);
  };
  const stop = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  // A test that breaks off leaves no server behind.
  const end = (): void => void child?.kill('SIGKILL');
  process.once('exit', end);
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop,
    /** Freezes it: connections stay, nothing answers. */
    freeze: (): void => void child?.kill('SIGSTOP'),
    thaw: (): void => void child?.kill('SIGCONT'),
    async close(): Promise<void> {
      process.off('exit', end);
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type TestRedis = Awaited<ReturnType<typeof startRedis>>;
