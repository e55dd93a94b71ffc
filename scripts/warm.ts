// `node scripts/warm.ts`: starts the BFF once and ends it, so that its code lies compiled in `.aisle/compiled` (decision 055). The image
// does this while it is built, and every container then starts in two thirds of the time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BFF, startFlags } from './start-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-warm-'));
const bff = spawn(process.execPath, [...startFlags(), BFF], {
  env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', ARCHIVE_URL: `sqlite:${folder}/runs.db` },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(bff, 'exit') as Promise<[number | null]>;
for await (const line of createInterface(bff.stdout)) if (line.includes(' at http://')) bff.kill('SIGTERM');
const [code] = await ended;
rmSync(folder, { recursive: true, force: true });
process.exit(code ?? 1);
