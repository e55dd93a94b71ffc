import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocuments } from '../src/bff/knowledge/local/files.ts';
import { writeKnowledge } from '../src/bff/knowledge/local/schema.ts';
import { openKnowledge } from '../src/bff/knowledge/open.ts';

// How long a knowledge search takes, as the tool sees it, thread hop included.
//
//   node bench/knowledge.ts [copies]
//
// Method: the demo shop's texts, each filed `copies` times under its own id (default 100: about 11 000 passages), one file.
// Ten questions in both languages, one at a time, 50 rounds after 5 that are not counted. Copies of one text are the worst
// case: every question matches a hundred times as many passages as it would in a real base of that size.

const COPIES = Number(process.argv[2] ?? 100);
const ROUNDS = 50;
const QUESTIONS = [
  '押金什么时候退',
  '可以免押吗',
  '摔坏了怎么办',
  '四个人用多大的帐篷',
  '六十人的年会要多亮的投影',
  'how do I return a rental',
  'what size tent for four people',
  'can I rent without a deposit',
  'how long does shipping take',
  'can I extend my rental by another week',
];

const quantile = (sorted: readonly number[], share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);

const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
try {
  const { documents } = readDocuments(new URL('../src/demo/knowledge/', import.meta.url).pathname);
  const path = join(folder, 'knowledge.db');
  const start = performance.now();
  const copies = Array.from({ length: COPIES }, (_, copy) => documents.map((each) => ({ ...each, id: `${each.id}-${copy}` }))).flat();
  const passages = writeKnowledge(path, copies);
  const built = performance.now() - start;
  const knowledge = await openKnowledge(`sqlite:${path}`);
  const times: number[] = [];
  for (let round = -5; round < ROUNDS; round++) {
    for (const query of QUESTIONS) {
      const from = performance.now();
      await knowledge.search({ query, domain: 'internal_kb', limit: 5, locale: /\p{Script=Han}/u.test(query) ? 'zh-CN' : 'en' });
      if (round >= 0) times.push(performance.now() - from);
    }
  }
  await knowledge.close();
  times.sort((a, b) => a - b);
  console.log(`${passages} passages: built in ${(built / 1000).toFixed(1)} s, ${(statSync(path).size / 1e6).toFixed(1)} MB`);
  console.log(`${times.length} searches: p50 ${quantile(times, 0.5)}  p95 ${quantile(times, 0.95)}  p99 ${quantile(times, 0.99)} ms`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
