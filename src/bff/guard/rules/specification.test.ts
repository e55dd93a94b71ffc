import { describe, expect, it } from 'vitest';
import type { Item } from '../../../protocol/item.ts';
import { runGuard } from '../testing.ts';

const camera: Item = {
  id: 'cam',
  title: 'Alder 30',
  offers: [],
  locale: 'en',
  updated_at: '2026-01-01T00:00:00Z',
  attributes: {
    weight: { label: 'Weight', value: 480, unit: 'g' },
    runtime: { label: 'Battery life', value: 8, unit: 'h' },
    focal: { label: 'Focal lengths', values: [24, 70], unit: 'mm' },
    width: { label: 'Width', value: 120, unit: 'mm' },
    pixels: { label: '有效像素', value: 2400, unit: '万像素' },
  },
};
const lens: Item = { ...camera, id: 'lens', title: 'Birch 50', attributes: { weight: { label: '重量', value: 1.2, unit: 'kg' } } };
const run = (text: string) => runGuard([text], { items: [camera, lens] });

describe('a quantity that contradicts the named item is replaced by the catalogue’s', () => {
  it.each([
    ['The Alder 30 weighs 300 g.', 'The Alder 30 weighs 480 g.'],
    ['The Alder 30 weighs 0.3 kg.', 'The Alder 30 weighs 480 g.'],
    ['Birch 50 重 500 克。', 'Birch 50 重 1.2 kg。'],
    ['The Alder 30: its battery lasts 12 hours.', 'The Alder 30: its battery lasts 8 h.'],
    ['Alder 30 像素 4500 万像素。', 'Alder 30 像素 2400 万像素。'],
    ['<itemCard id="cam"/>It weighs 900 g.', 'It weighs 480 g.'],
  ])('%s', (written, shown) => {
    expect(run(written).text).toBe(shown);
    expect(runGuard(written.split(''), { items: [camera, lens] }).text).toBe(shown);
  });
});

describe('everything else stands', () => {
  it.each([
    'The Alder 30 weighs 480 g.',
    'The Alder 30 weighs about 0.48 kg.',
    'The Alder 30 is 229 g lighter.',
    'The Alder 30 weighs less than 500 g.',
    'The Alder 30 covers 24 mm and 70 mm.',
    'Something else weighs 300 g.',
    'The Alder 30 fits a 300 g bag.',
    'The Birch 50 has a battery for 5 hours.',
  ])('%s', (text) => {
    expect(run(text).text).toBe(text);
  });

  it('a doubtful one is marked in the run log only', () => {
    const { text, verdicts } = run('The Alder 30 goes with a 35 mm tube.');
    expect(text).toBe('The Alder 30 goes with a 35 mm tube.');
    expect(verdicts).toMatchObject([{ rule: 'specification', outcome: 'marked' }]);
  });
});
