import { describe, expect, it } from 'vitest';
import { anItem } from '../../../testing/items.ts';
import { runGuard, type TestEvidence } from '../testing.ts';
import { honest, invented } from './product-names.ts';

const lines = (text: string) => text.trim().split('\n');

/** What the conversation of the labelled sentences knows. */
const known: TestEvidence = {
  items: [
    anItem({ id: 'cam-x3', title: 'Lumisol X3 camera 朗明 X3 相机', brand: '朗明（Lumisol）', model: 'X3' }),
    anItem({ id: 'cam-x5', title: 'Lumisol X5 camera 朗明 X5 相机', brand: '朗明（Lumisol）', model: 'X5' }),
    anItem({ id: 'tent-1', title: 'Norra Ridge tent for three', brand: '北岭（Norra）' }),
  ],
  brands: ['朗明（Lumisol）', 'Lumisol', '朗明', '北岭（Norra）', 'Norra', '北岭'],
  passages: ['Cameras of this class, such as the Olympus E20 (奥林巴斯 E20), are light.'],
  shopper: ['I used to own a Fujifilm XT30. 我以前用富士 XT30。'],
  named: ['{"orders":[{"id":"A123","lines":[{"title":"Vexo K9 tripod 三脚架"}]}]}'],
};

describe.each(['zh-CN', 'en'] as const)('labelled product names, %s', (locale) => {
  const marked = (sentence: string) =>
    runGuard([sentence], { ...known, locale }).verdicts.some(({ rule, outcome }) => rule === 'product-name' && outcome === 'marked');

  it('at least 90 % of the invented products are marked, and none of the words is touched', async ({ annotate }) => {
    const sentences = lines(invented[locale]);
    const missed = sentences.filter((sentence) => !marked(sentence));
    await annotate(`product names, ${locale}: recall ${sentences.length - missed.length} of ${sentences.length}`);
    expect(sentences.length).toBeGreaterThanOrEqual(40);
    expect(missed.length / sentences.length, missed.join('\n')).toBeLessThanOrEqual(0.1);
    for (const sentence of sentences) expect(runGuard([sentence], { ...known, locale }).text).toBe(sentence);
  });

  it('at most 1 % of the honest sentences are marked', async ({ annotate }) => {
    const sentences = lines(honest[locale]);
    const alarms = sentences.filter((sentence) => marked(sentence));
    await annotate(`product names, ${locale}: false alarms ${alarms.length} of ${sentences.length}`);
    expect(sentences.length).toBeGreaterThanOrEqual(40);
    expect(alarms.length / sentences.length, alarms.join('\n')).toBeLessThanOrEqual(0.01);
  });
});
