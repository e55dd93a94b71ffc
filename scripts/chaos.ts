/**
 * `npm run chaos -- --minutes 30 [--sessions 100 --seed 7 --idle 60]`: everything at once. Three BFF processes over one Redis behind a
 * round-robin proxy, a shop's own search endpoint, a scripted model. Shoppers ask, and at random the model fails in one of its thirty
 * ways, connections are cut, readers are slow, leave, stop, or send twice; meanwhile replicas are killed, stopped and frozen, Redis is
 * killed and falls silent, the search is down, slow or lying. Every turn is held against I1–I3, the end against I4 and I5
 * (`src/testing/storm`). Prints what it saw; the exit code is 1 if anything was wrong.
 *
 * `npm run chaos [-- --kills 100 --shoppers 3 --seed 7]`: three BFF processes over one Redis behind a round-robin proxy, a scripted
 * model. Again and again some shoppers ask, and the replica that answers them all is killed (`kill -9`) at a random moment of the
 * turn. Demands of every shopper's screen and of every kept conversation one whole answer, each word once; of every killed replica
 * that its calls of the model end within 2 s. Prints what it saw; the exit code is 1 if anything was wrong.
 * `--outages 20` stops Redis itself (`kill -9`) at random moments instead, for up to two seconds.
 */
import { parseArgs } from 'node:util';
import { killOnce, outageOnce, type Seen, setStage } from '../src/testing/chaos.ts';
import { runStorm } from '../src/testing/storm/storm.ts';
import { tellStorm } from './chaos/tell-storm.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    sessions: { type: 'string', default: '100' },
    idle: { type: 'string', default: '60' },
    kills: { type: 'string', default: '20' },
    outages: { type: 'string', default: '0' },
    shoppers: { type: 'string', default: '3' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
  },
});
if (values.minutes !== undefined) {
  const storm = await runStorm({
    minutes: Number(values.minutes),
    sessions: Number(values.sessions),
    seed: Number(values.seed),
    idle_s: Number(values.idle),
    onProgress: (turns) => console.log(`${turns.length} turns, wrong: ${turns.reduce((sum, { faults }) => sum + faults.length, 0)}`),
  });
  console.log(tellStorm(storm).join('\n'));
  console.log(`seed ${values.seed}, ${values.sessions} sessions, ${values.minutes} minutes; wrong: ${storm.faults.length}`);
  process.exit(storm.faults.length === 0 ? 0 : 1);
}

/** A turn with searches takes about this long; kills fall anywhere in it and a little beyond. */
const TURN_MS = 1600;

let state = Number(values.seed) >>> 0;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const seen: Seen[] = [];
const faults: string[] = [];
let orphans_ms = 0;
const began = performance.now();
const stage = await setStage();
const restarted: Promise<void>[] = [];
for (let n = 1; n <= Number(values.kills); n += 1) {
  // One dies while the one before it is still starting: there is always one left, and now and then only one.
  await restarted[n - 3];
  const killed = await killOnce(stage, n % 3, Number(values.shoppers), random() * TURN_MS);
  restarted.push(killed.restarted);
  seen.push(...killed.seen);
  orphans_ms = Math.max(orphans_ms, killed.orphans_ms);
  for (const fault of killed.faults) faults.push(`kill ${n}: ${fault}`);
  if (n % 10 === 0) console.log(`${n} kills, wrong: ${faults.length}`);
}
await Promise.all(restarted);
for (let n = 1; n <= Number(values.outages); n += 1) {
  const outage = await outageOnce(stage, Number(values.shoppers), random() * TURN_MS, 200 + random() * 1800);
  seen.push(...outage.seen);
  for (const fault of outage.faults) faults.push(`outage ${n}: ${fault}`);
}
await stage.close();

const gaps = seen.map(({ gap_ms }) => Math.round(gap_ms)).sort((a, b) => a - b);
const at = (share: number): number => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))] ?? 0;
console.log(
  [
    `kills ${values.kills}, outages of Redis ${values.outages}, turns ${seen.length}, seed ${values.seed}, ${Math.round((performance.now() - began) / 1000)} s`,
    `steps begun anew (reset-step): ${seen.reduce((sum, { resets }) => sum + resets, 0)} in ${seen.filter(({ resets }) => resets > 0).length} turns`,
    `longest silence a shopper saw, ms: p50 ${at(0.5)}, p95 ${at(0.95)}, max ${gaps.at(-1) ?? 0}`,
    `upstream calls of a killed replica were closed within ${Math.round(orphans_ms)} ms`,
    `wrong: ${faults.length}`,
    ...faults,
  ].join('\n'),
);
process.exit(faults.length === 0 ? 0 : 1);
