import type { FinishedRun } from '../../src/bff/archive/archive.ts';
import type { Item } from '../../src/protocol/item.ts';
import { aFinishedRun } from '../../src/testing/finished-runs.ts';
import { anItem } from '../../src/testing/items.ts';
import { random } from '../search/random.ts';

const THINGS = ['camera', 'tent', 'lamp', 'drone', 'projector', 'bicycle', 'stroller', 'guitar', 'heater', 'laptop'];
const KINDS = ['light', 'cheap', 'sturdy', 'quiet', 'waterproof', 'small', 'fast', 'warm'];
const THINGS_ZH = ['相机', '帐篷', '台灯', '无人机', '投影仪', '自行车', '婴儿车', '吉他', '暖风机', '笔记本电脑'];
const KINDS_ZH = ['轻便的', '便宜的', '结实的', '安静的', '防水的', '小巧的', '快速的', '保暖的'];
const RULES = ['ledger', 'amount', 'link', 'commitment', 'product-name'];
const DAY = 86_400_000;

/** The last instant of the generated month. */
export const END = Date.UTC(2026, 0, 31);

const catalogue: readonly Item[] = Array.from({ length: 500 }, (_, at) =>
  anItem({ id: `item-${at}`, title: `${KINDS[at % KINDS.length]} ${THINGS[at % THINGS.length]} ${at}` }),
);

/**
 * Runs of one month, the same for the same seed: four in ten Chinese, conversations of one to five runs, one search and up to four cards
 * each; one in thirty fails, one in eight has something rejected, one in ten is rated, one in twenty finds nothing.
 */
export function* generateRuns(count: number, seed = 7): Generator<FinishedRun> {
  const next = random(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  let talk = 0;
  let left = 0;
  for (let run = 0; run < count; run += 1) {
    if (left === 0) [talk, left] = [talk + 1, 1 + Math.floor(next() * 5)];
    left -= 1;
    const isChinese = next() < 0.4;
    const asked = isChinese
      ? `想租${pick(KINDS_ZH)}${pick(THINGS_ZH)},预算${Math.floor(next() * 900)}元`
      : `a ${pick(KINDS)} ${pick(THINGS)} under ${Math.floor(next() * 900)}`;
    const isNothing = next() < 0.05;
    const at = END - 30 * DAY + Math.floor((run / count) * 30 * DAY);
    const id = `run-${run}`;
    yield aFinishedRun({
      id,
      conversation_id: `talk-${talk}`,
      at,
      message: asked,
      locale: isChinese ? 'zh-CN' : 'en',
      answer: isChinese
        ? '这几款都符合你的要求,第一款最轻,第二款更便宜。'
        : 'These fit what you asked for; the first is the lightest, the second costs less.',
      model: next() < 0.9 ? 'hosted-large' : 'planner',
      items: isNothing ? [] : Array.from({ length: 1 + Math.floor(next() * 4) }, () => pick(catalogue)),
      query: asked,
      ms: 400 + Math.floor(next() ** 4 * 20_000),
      ...(next() < 0.125 ? { verdict: { rule: pick(RULES), outcome: next() < 0.5 ? 'dropped' : 'replaced' } } : {}),
      ...(next() < 0.033 ? { error: pick(['busy', 'timeout', 'unavailable'] as const) } : {}),
      remarks:
        next() < 0.1
          ? [{ kind: 'feedback', run_id: id, at: new Date(at + 60_000).toISOString(), verdict: next() < 0.8 ? 'up' : 'down' }]
          : [],
    });
  }
}
