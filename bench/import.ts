import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Item } from '../src/protocol/item.ts';
import { generate } from './search/generate.ts';

// What an import holds in memory, through the program that a shop runs (`npm run import`), for feeds that should not harm it.
//
//   node bench/import.ts [--records 1000000] [--gigabytes 2]
//
// Method: three feeds, each in a process of its own whose largest memory is told: --records generated items (`search/generate.ts`), the
// same number of records that all have one id, and one line of --gigabytes (a sparse file: it takes no room). Also told: time, the
// last line that the program printed, its exit code. On a quiet machine the three take 8 minutes at a million.
const { values } = parseArgs({ options: { records: { type: 'string', default: '1000000' }, gigabytes: { type: 'string', default: '2' } } });
const script = new URL('../scripts/import.ts', import.meta.url).pathname;
const MEMORY = 'data:text/javascript,process.on("exit",()=>console.error("memory",process.resourceUsage().maxRSS))';
const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-import-'));

async function written(name: string, items: Iterable<Item>): Promise<string> {
  const path = join(folder, name);
  const file = createWriteStream(path);
  for (const item of items) if (!file.write(`${JSON.stringify(item)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
  return path;
}

function* repeated(count: number): Generator<Item> {
  const [first] = generate(1);
  for (let n = 0; n < count && first; n++) yield { ...first, title: `${first.title} ${n}` };
}

function endless(bytes: number): string {
  const path = join(folder, 'endless.jsonl');
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

async function imported(what: string, path: string): Promise<void> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', MEMORY, script, '--to', `sqlite:${join(folder, 'shop.db')}`, path]);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  const memory = Number(/memory (\d+)/.exec(err)?.[1]) / 1000;
  console.log(
    `${what}, ${(statSync(path).size / 1e6).toFixed(0)} MB: ${((performance.now() - start) / 1000).toFixed(1)} s, at most ${memory.toFixed(0)} MB of memory, exit code ${code}: ${out.trim()}`,
  );
  rmSync(path);
}

const count = Number(values.records);
try {
  await imported('one id again and again', await written('repeated.jsonl', repeated(count)));
  await imported('one line without end', endless(Number(values.gigabytes) * 1e9));
  await imported('as many items', await written('items.jsonl', generate(count)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
