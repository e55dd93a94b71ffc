import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoShop, openDemoShop } from '../demo-shop.ts';
import { caseFiles } from './cases/index.ts';

let shop: DemoShop;
beforeAll(async () => {
  shop = await openDemoShop();
}, 60_000);
afterAll(() => shop.close());

/** Every n-th way to put parts together, so that all parts are used and the number stays bounded. */
function questions(): { locale: string; text: string }[] {
  const zh = {
    things: ['相机', '投影仪', '无人机', '帐篷', '手机', '电动自行车', '婴儿推车', '音箱', '镜头', '露营套装', '投影套装', '自拍杆'],
    asks: ['想租个', '有没有', '买', '推荐一款', '去西藏用的', '不要松褶的', '最便宜的', '免押的', '60人用的'],
    limits: ['', '，租三天', '，一天100以内', '，预算2000', '，押金500以下', '，三千以内', '，保证最低价吗', '，能便宜50块吗'],
  };
  const en = {
    things: [
      'camera',
      'projector',
      'drone',
      'tent',
      'phone',
      'e-bike',
      'stroller',
      'speaker',
      'lens',
      'camping kit',
      'projection kit',
      'toaster',
    ],
    asks: [
      'rent a ',
      'do you have a ',
      'buy a ',
      'the lightest ',
      'a deposit-free ',
      'not by Pinefold: a ',
      'cheapest ',
      'for 60 people a ',
    ],
    limits: [
      '',
      ' for three days',
      ' under 100 a day',
      ' with a budget of 2000',
      ' deposit below 500',
      ' under 3000',
      ', is it free?',
      ', 20% off please',
    ],
  };
  const all = ([zh, en] as const).flatMap((words, language) =>
    words.asks.flatMap((ask) =>
      words.things.flatMap((thing) =>
        words.limits.map((limit) => ({ locale: language === 0 ? 'zh-CN' : 'en', text: `${ask}${thing}${limit}` })),
      ),
    ),
  );
  const written = caseFiles.flatMap((file) =>
    [...file.tuned, ...file.held_out].map(([say]) => ({ locale: file.locale, text: say.split(' >> ').at(-1) ?? say })),
  );
  return [...all, ...written];
}

/** What may follow any answer. */
const FOLLOW_UPS: Readonly<Record<string, readonly string[]>> = {
  'zh-CN': ['再便宜点', '对比前两个', '换一批', '有免押的吗', '有视频吗', '押金什么时候退'],
  en: [
    'Cheaper ones',
    'compare the first two',
    'Show me others',
    'Any without a deposit?',
    'any videos?',
    'When do I get the deposit back?',
  ],
};

test('of what the planner says to 1 000 questions and more, the guard refuses and changes nothing', async () => {
  const asked = questions();
  expect(asked.length).toBeGreaterThan(1000);
  const refused: string[] = [];
  let messages = 0;
  for (const [at, { locale, text }] of asked.entries()) {
    const say = shop.adviser.conversation(locale);
    const then = FOLLOW_UPS[locale]?.[at % 6] ?? 'more';
    for (const message of at % 2 === 0 ? [text] : [text, then]) {
      const { verdicts, outcome, said, parts } = await say(message);
      messages += 1;
      refused.push(
        ...verdicts
          .filter((verdict) => verdict.outcome !== 'passed')
          .map((verdict) => `${text} → ${message}: ${verdict.rule} ${verdict.reason}`),
      );
      if (outcome !== 'finished' || (said.trim() === '' && parts.length === 0)) refused.push(`${text} → ${message}: ${outcome}`);
    }
  }
  expect(messages).toBeGreaterThan(1500);
  expect(refused).toEqual([]);
}, 300_000);
