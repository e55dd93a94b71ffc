import pino from 'pino';
import { runReader } from '../src/bff/compose/run-reader.ts';
import { readConfig } from '../src/bff/config.ts';
import { noItemQuota } from '../src/bff/http/limits/item-quota.ts';
import { createMetrics } from '../src/bff/observe/metrics.ts';
import type { RunEntry } from '../src/bff/runs/log.ts';
import { createToolRegistry } from '../src/bff/tools/registry.ts';

// Processor time that reading a run into spans, metrics and log lines adds to each token, no OpenTelemetry SDK installed.
//
//   node bench/telemetry.ts [tokens]
//
// Method: one run is read as it would be written, two entries a token (what the model said, what the shopper gets); the first tenth is
// not counted.

const TOKENS = Number(process.argv[2] ?? 1_000_000);

const read = runReader(readConfig({}), {
  log: pino({ level: 'silent' }),
  metrics: createMetrics(),
  tools: createToolRegistry([]),
  items: noItemQuota,
  clock: () => performance.now(),
  now: Date.now,
});
const run = read({ run_id: 'r', conversation_id: 'c', site: 's' });
const called: RunEntry = { seq: 1, at: 0, kind: 'model-called', model: 'm', request: { messages: [], tools: [], max_output_tokens: 1 } };
const said: RunEntry = { seq: 2, at: 0, kind: 'model-text', text: 'word' };
const shown: RunEntry = { seq: 3, at: 0, kind: 'part', n: 1, frame: { type: 'text-delta', id: 't', delta: 'word' } };
run.entry(called);
let before = process.cpuUsage();
for (let token = 0; token < TOKENS * 1.1; token += 1) {
  if (token === Math.round(TOKENS / 10)) before = process.cpuUsage();
  run.entry(said);
  run.entry(shown);
}
const { user, system } = process.cpuUsage(before);
console.log(`telemetry, added per token: ${(((user + system) * 1000) / TOKENS).toFixed(0)} ns`);
