import { expect, it } from 'vitest';
import { demoItems } from '../../demo/catalog/items.ts';
import { startTestBff } from '../../testing/bff.ts';

const QUESTIONS = 1000;
const words = {
  'zh-CN': {
    ask: ['想租', '想买', '有没有', '推荐'],
    how: ['', '轻便的', '便宜的', '安静的', '免押的', '500元以内的', '两千三以下的', '300元一天以内的', '最便宜的'],
    what: ['相机', '镜头', '无人机', '投影仪', '音箱', '帐篷', '笔记本', '手机', '平板', '婴儿推车', '电动车'],
    more: ['', ',租三天', ',租5天', ',预算两千', ',要包邮'],
    next: ['再便宜点', '换一批', '三天一共多少钱', '押金多少', '租7天呢', '对比前两个', '能免押吗', '运费多少', '可以退货吗', '买断多少钱'],
  },
  en: {
    ask: ['rent', 'buy', 'I need', 'show me'],
    how: [' a ', ' a light ', ' a cheap ', ' a quiet ', ' a deposit-free '],
    what: ['camera', 'lens', 'drone', 'projector', 'speaker', 'tent', 'laptop', 'phone', 'tablet', 'stroller', 'e-bike'],
    more: ['', ' for a week', ' under $500', ' for 3 days under 300', ' with no deposit', ' up to 2000 yuan'],
    next: [
      'cheaper',
      'others',
      'how much for 10 days',
      'what is the deposit',
      'compare the first two',
      'is shipping free?',
      'can I return it?',
    ],
  },
} as const;

it(`the planner is never rejected, over ${QUESTIONS} generated questions in conversations of three`, { timeout: 300_000 }, async () => {
  let state = 7;
  const pick = (choices: readonly string[]): string => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return choices[Math.floor((state / 2 ** 32) * choices.length)] ?? '';
  };
  const bff = await startTestBff({ items: demoItems() });
  let conversation: string | undefined;
  for (let n = 0; n < QUESTIONS; n++) {
    const locale = Math.floor(n / 3) % 2 ? 'en' : 'zh-CN';
    const { ask, how, what, more, next } = words[locale];
    const opens = n % 3 === 0;
    const text = opens ? [ask, how, what, more].map(pick).join('') : pick(next);
    const message = { id: crypto.randomUUID(), text };
    const response = await bff.post('/v1/chat', { message, locale, ...(opens ? {} : { conversation_id: conversation }) });
    if (opens) conversation = response.headers.get('aisle-conversation') ?? undefined;
    await response.text();
  }
  const verdicts = (await (await bff.get('/metrics')).text()).match(/^aisle_guard_verdicts_total\{.*$/gm) ?? [];
  await bff.close();
  expect(verdicts.length).toBeGreaterThan(0);
  expect(verdicts.filter((line) => !line.includes('outcome="passed"'))).toEqual([]);
});
