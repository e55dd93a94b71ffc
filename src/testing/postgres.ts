import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of this test run alone. */
export interface PostgresServer {
  /** Address of a new, empty database. */
  database(): Promise<string>;
  /** Runs a statement at an address. */
  query(url: string, sql: string): Promise<void>;
  /** Stops the server at once, as a power cut would. */
  stop(): void;
  /** Starts it again at the same address. */
  start(): void;
  /** Stops it and removes its files. */
  remove(): void;
}

/** Debian keeps the server's programs out of PATH, a folder for each version. */
function programFolder(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const debian = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, 'bin')) : [];
  const folders = [...debian.sort().reverse(), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** Whether tests can start a server here; where not, they are skipped and say so. */
export const hasPostgres = programFolder() !== undefined;

/** Said by the tests that are skipped. */
export const NO_POSTGRES = 'no PostgreSQL server is installed (Debian: apt-get install postgresql)';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The server refuses to run as root; then it runs as the user that its package made. */
const isRoot = process.getuid?.() === 0;
function run(program: string, args: readonly string[]): void {
  const folder = programFolder();
  if (folder === undefined) throw new Error(NO_POSTGRES);
  const command = [join(folder, program), ...args];
  const [first = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  execFileSync(first, rest, { stdio: 'ignore', cwd: tmpdir() });
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Starts a server on a free port of loopback, its files in a temporary folder. Slow to write it is not: nothing is synced. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-postgres-'));
  if (isRoot) {
    const uid = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, uid, uid);
  }
  const port = await freePort();
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'aisle', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C']);
  const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories= -c fsync=off -c shared_buffers=256MB -c max_wal_size=4GB`;
  const start = (): void => run('pg_ctl', ['-D', data, '-w', '-t', '60', '-o', options, '-l', join(folder, 'log'), 'start']);
  const stop = (): void => run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
  start();
  let databases = 0;
  return {
    async database() {
      const name = `shop_${databases++}`;
      await query(`postgres://aisle@127.0.0.1:${port}/postgres`, `CREATE DATABASE ${name}`);
      return `postgres://aisle@127.0.0.1:${port}/${name}`;
    },
    query,
    stop,
    start,
    remove() {
      try {
        stop();
      } catch {
        // It was stopped by the test.
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
