import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Adviser } from '../adviser.ts';
import { demoEn } from '../planner/cases/demo-en.ts';
import { demoZh } from '../planner/cases/demo-zh.ts';
import { openCatalogue } from '../planner/catalogues.ts';
import { demoAdviser } from './shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-suggestions-'));
let adviser: Adviser;
beforeAll(async () => {
  const catalogue = await openCatalogue('demo', folder);
  if (!catalogue) throw new Error('the demo catalogue is part of the project');
  adviser = await demoAdviser(catalogue.engine);
}, 60_000);
afterAll(async () => {
  await adviser.close();
  rmSync(folder, { recursive: true, force: true });
});

const CARD = /^data-(?:itemCard|compareTable|bundleCard|videoCard|askCard)$/;

it('every suggestion over a hundred turns, when asked, brings a card or a cited answer', { timeout: 120_000 }, async () => {
  const failed: string[] = [];
  let turns = 0;
  for (const { locale, tuned, held_out } of [demoEn, demoZh])
    for (const [say] of [...tuned, ...held_out].slice(0, 50)) {
      turns += 1;
      const messages = say.split(' >> ');
      const replay = async () => {
        const ask = adviser.conversation(locale);
        let answer = await ask(messages[0] ?? '');
        for (const message of messages.slice(1)) answer = await ask(message);
        return { ask, answer };
      };
      const { answer } = await replay();
      const prompts = answer.parts.flatMap(({ type, data }) =>
        type === 'data-suggestions' ? (data as { prompts: string[] }).prompts : [],
      );
      for (const prompt of prompts) {
        const { ask } = await replay();
        const next = await ask(prompt);
        if (!next.parts.some(({ type }) => CARD.test(type)) && next.sources.length === 0)
          failed.push(`${say} → ${prompt}: ${next.said.slice(0, 60)}`);
      }
    }
  expect(turns).toBe(100);
  expect(failed).toEqual([]);
});
