import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importItems } from '../bff/catalog/sqlite/transaction.ts';
import { ask, startPacedModel, wholeAnswer } from './chaos.ts';
import { type Replica, startReplica } from './replicas.ts';
import type { ScriptedModel } from './scripted-model/server.ts';
import { shop } from './small-shop.ts';

const STREAMS = 50;

let folder: string;
let model: ScriptedModel;
let bff: Replica;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-shutdown-'));
  const path = join(folder, 'catalog.db');
  importItems(path, shop);
  model = await startPacedModel();
  const env = { CATALOG_URL: `sqlite:${path}`, MODEL_BASE_URL: model.url, MODEL_NAME: 'scripted', MODEL_FALLBACKS: '[]', SPECULATE: 'off' };
  bff = await startReplica(env);
}, 60_000);
afterEach(async () => {
  await bff.kill();
  await model.close();
  rmSync(folder, { recursive: true });
});

it(`SIGTERM with ${STREAMS} live streams cuts none of them, takes nothing new, and then the process ends`, async () => {
  let begun = 0;
  const all = Promise.withResolvers<void>();
  const asked = Array.from({ length: STREAMS }, () => {
    let first = true;
    return ask(bff.url, 'a camera', (frame) => {
      if (frame.type !== 'text-delta' || !first) return;
      first = false;
      begun += 1;
      if (begun === STREAMS) all.resolve();
    });
  });
  await all.promise;
  const gone = bff.kill('SIGTERM');
  // Refused by nobody listening, once the signal has arrived.
  while (
    await fetch(`${bff.url}/healthz`).then(
      () => true,
      () => false,
    )
  )
    await new Promise((resolve) => setTimeout(resolve, 10));
  const seen = await Promise.all(asked);
  expect(seen.map(({ end }) => end)).toEqual(seen.map(() => 'ended'));
  for (const { text } of seen) expect(text).toBe(wholeAnswer);
  await gone;
  expect(bff.log()).not.toMatch(/rror/);
}, 90_000);
