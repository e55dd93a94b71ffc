import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoShop, openDemoShop } from '../demo-shop.ts';
import { demoEn } from '../planner/cases/demo-en.ts';
import { demoZh } from '../planner/cases/demo-zh.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
}, 60_000);
afterAll(() => shop.close());

const CARD = /^data-(?:itemCard|compareTable|bundleCard|videoCard|askCard)$/;

it('every suggestion over a hundred turns, when asked, brings a card or a cited answer', { timeout: 120_000 }, async () => {
  const failed: string[] = [];
  let turns = 0;
  for (const { locale, tuned, held_out } of [demoEn, demoZh])
    for (const [say] of [...tuned, ...held_out].slice(0, 50)) {
      turns += 1;
      const messages = say.split(' >> ');
      const replay = async () => {
        const ask = shop.adviser.conversation(locale);
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
