/**
 * From a fresh clone to the first card: the two commands of the README, then a question.
 *
 * Method: clones the committed HEAD into a temporary folder, runs `npm ci` and `npm start` there (npm's cache as it is: "registry
 * at hand"), asks the demo shop a question over HTTP as soon as it answers, and stops the clock at the first item card. The
 * seconds of each stage are printed. Nothing is left behind.
 *
 * Run: node bench/first-card.ts
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const GIVE_UP_S = 180;
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'aisle-first-card-'));
const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function firstCard(url: string): Promise<void> {
  for (;;) {
    if (performance.now() - began > GIVE_UP_S * 1000) throw new Error(`no card within ${GIVE_UP_S} s`);
    try {
      const response = await fetch(`${url}/v1/chat`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message: { id: crypto.randomUUID(), text: '想租一台轻便的相机' }, locale: 'zh-CN' }),
      });
      for await (const chunk of response.body ?? []) if (Buffer.from(chunk).includes('data-itemCard')) return;
    } catch {
      // Not listening yet.
    }
    await sleep(100);
  }
}

try {
  run('git', ['clone', '--quiet', root, folder], root);
  console.log(`cloned            ${seconds()}`);
  run('npm', ['ci', '--no-audit', '--no-fund'], folder);
  console.log(`npm ci            ${seconds()}`);
  const port = await freePort();
  const shop = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'error' },
    detached: true,
    stdio: 'ignore',
  });
  try {
    await firstCard(`http://127.0.0.1:${port}`);
    console.log(`first card        ${seconds()}   (must 60 s, aim 40 s)`);
  } finally {
    if (shop.pid) process.kill(-shop.pid, 'SIGTERM');
  }
} finally {
  await sleep(500);
  rmSync(folder, { recursive: true, force: true });
}
