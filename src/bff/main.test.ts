import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startReplica } from '../testing/replicas.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-compiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Node says of every file whether it was found compiled. */
const env = { NODE_DEBUG_NATIVE: 'COMPILE_CACHE', ARCHIVE_URL: 'off' };
const STRIPPED = /no transpile cache for StrippedTypeScript \S*\/(src\/\S+)/g;
const stripped = (log: string): string[] => [...log.matchAll(STRIPPED)].map(([, file = '']) => file);

it('what one start compiled the next one reads, in every thread: no file is stripped of its types twice', async () => {
  const start = async (): Promise<string> => {
    const bff = await startReplica(env);
    await bff.kill('SIGTERM');
    return bff.log();
  };
  await start();
  const second = await start();
  expect(second).toContain('src/bff/catalog/sqlite/worker.ts');
  // What turns the cache on is read before it is on.
  expect(stripped(second).filter((file) => file !== 'src/bff/main.ts')).toEqual([]);
});

it('what was compiled lies there also where the process is killed', async () => {
  const bff = await startReplica({ ...env, NODE_COMPILE_CACHE: folder });
  const files = () => readdirSync(folder, { recursive: true }).length;
  await expect.poll(files, { timeout: 5000 }).toBeGreaterThan(500);
  await bff.kill('SIGKILL');
});
