/**
 * How many rollouts the rules of form mark in a second on one core. Method: one process; the rollouts are real turns of the built-in
 * planner over the demo shop, as chat messages with its real search results (recommendations, a comparison, an empty search, rules,
 * orders, a kit), and each of them once more with a forged card and a bad call; the tools' real schemas. (1) `scoreRollout` alone.
 * (2) The same with reading and checking the request's JSON, in batches of 64. Both by CPU time of this process on its one thread,
 * median of the rounds. Run: node bench/reward.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ToolDefinition } from '../src/bff/model/port.ts';
import type { RunEntry } from '../src/bff/runs/log.ts';
import { scoreRollout } from '../src/bff/scoring/score-rollout.ts';
import { demoAdviser } from '../src/evals/demo-shop.ts';
import { openCatalogue } from '../src/evals/planner/catalogues.ts';
import { type RewardRollout, rewardRequestSchema, rolloutSchema } from '../src/protocol/reward.ts';

const ROUNDS = 9;
const BATCH = 64;
const MUST = 2000;
const said: readonly [locale: string, text: string][] = [
  ['en', 'a light camera for shooting stars'],
  ['zh-CN', '租一台投影仪，三天，预算三百'],
  ['en', 'compare the Aurel X3 and the Noxvane N4'],
  ['zh-CN', '押金什么时候退'],
  ['en', 'a laptop with 400 GB of memory'],
  ['zh-CN', '公司年会要一套投影设备'],
  ['en', 'where is my parcel?'],
  ['zh-CN', '想给宝宝买个睡袋'],
];

interface Chat {
  readonly messages: object[];
  readonly tools: readonly ToolDefinition[];
}

/** A run's log as chat messages in OpenAI's shape. */
function chatOf(entries: readonly RunEntry[]): Chat {
  const messages: object[] = [];
  let tools: readonly ToolDefinition[] = [];
  let step: { role: 'assistant'; content: string; tool_calls: object[] } | undefined;
  for (const entry of entries) {
    if (entry.kind === 'run-started') messages.push({ role: 'user', content: entry.message.text });
    else if (entry.kind === 'model-called') {
      tools = (entry.request as { tools: ToolDefinition[] }).tools;
      step = { role: 'assistant', content: '', tool_calls: [] };
      messages.push(step);
    } else if (entry.kind === 'model-text' && step) step.content += entry.text;
    else if (entry.kind === 'tool-called')
      step?.tool_calls.push({ id: entry.call_id, type: 'function', function: { name: entry.name, arguments: entry.arguments } });
    else if (entry.kind === 'tool-returned') messages.push({ role: 'tool', tool_call_id: entry.call_id, content: entry.text });
  }
  return { messages, tools };
}

async function makeRollouts(): Promise<{ rollouts: RewardRollout[]; tools: readonly ToolDefinition[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bench-'));
  const catalogue = await openCatalogue('demo', folder);
  if (!catalogue) throw new Error('the demo catalogue is part of the project');
  const adviser = await demoAdviser(catalogue.engine);
  const chats: Chat[] = [];
  for (const [locale, text] of said) chats.push(chatOf((await adviser.conversation(locale)(text)).entries));
  await adviser.close();
  rmSync(folder, { recursive: true, force: true });
  const forged = {
    role: 'assistant',
    content: '<itemCard id="forged"/>',
    tool_calls: [{ function: { name: 'search_db', arguments: '{"colour":"red"}' } }],
  };
  const rollouts = chats.flatMap(({ messages }) => [{ messages }, { messages: [...messages, forged] }]);
  return { rollouts: rollouts.map((rollout) => v.parse(rolloutSchema, rollout)), tools: chats[0]?.tools ?? [] };
}

/** Rollouts a second by CPU time, median of the rounds; the first round warms up. */
function rate(count: number, work: () => unknown): number {
  const rates: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    if (round > 0) rates.push(count / ((user + system) / 1e6));
  }
  return Math.round(rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0);
}

const { rollouts, tools } = await makeRollouts();
const batch = Array.from({ length: BATCH }, (_, index) => rollouts[index % rollouts.length]);
const json = JSON.stringify({ rollouts: batch });
const TIMES = 40;
const rules = rate(BATCH * TIMES, () => {
  for (let n = 0; n < TIMES; n += 1) for (const rollout of batch) if (rollout) scoreRollout(rollout, tools);
});
const whole = rate(BATCH * TIMES, () => {
  for (let n = 0; n < TIMES; n += 1)
    for (const rollout of v.parse(rewardRequestSchema, JSON.parse(json)).rollouts) scoreRollout(rollout, tools);
});
console.log(`${rollouts.length} kinds of rollout, ${Math.round(json.length / BATCH)} bytes each on average`);
console.log(`rules alone: ${rules} rollouts/s of CPU (must: ${MUST})`);
console.log(`with reading and checking the request: ${whole} rollouts/s`);
if (rules < MUST) process.exitCode = 1;
