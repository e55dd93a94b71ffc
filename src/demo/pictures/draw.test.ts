import { describe, expect, it } from 'vitest';
import { drawPicture, pictureOf } from './draw.ts';
import { knownLooks } from './lines.ts';
import { isPictureType, type PictureType, studies } from './studies.ts';
import type { Study } from './study.ts';

const types = Object.keys(studies) as PictureType[];
const seeds = Array.from({ length: 20 }, (_, i) => `line-${i}`);
const looksOf = (study: Study) => [...new Set(study.looks), ...Object.keys(study.oddities ?? {})];

describe.each(types)('a picture of type %s', (type) => {
  const all = seeds.flatMap((seed) =>
    ([1, 2] as const).map((view) => ({ order: { type, seed, view }, svg: drawPicture({ type, seed, view }) })),
  );
  const odd = looksOf(studies[type]).flatMap((look) =>
    ([1, 2] as const).map((view) => drawPicture({ type, seed: look, look, view, color: 'white' })),
  );

  it('is the same whenever it is drawn', () => {
    for (const { order, svg } of all) expect(drawPicture(order)).toBe(svg);
  });
  it('differs from line to line, and its second view from its first', () => {
    const first = all.filter(({ order }) => order.view === 1);
    expect(new Set(first.map(({ svg }) => svg)).size).toBe(first.length);
    for (const [i, { svg }] of all.entries()) if (i % 2 === 1) expect(svg).not.toBe(all[i - 1]?.svg);
  });
  it('is at most 12 kB', () => {
    for (const svg of [...all.map((a) => a.svg), ...odd]) expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(12_000);
  });
  it('holds no script, no text and no reference outside itself', () => {
    for (const svg of [...all.map((a) => a.svg), ...odd]) {
      expect(svg).not.toMatch(/<script|<text|<image|<use|<foreignObject|href|\son\w+=/);
      expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|data:/);
    }
  });
});

describe('a picture named by an item id', () => {
  it('draws the variants of a product as one line in other paint', () => {
    expect(pictureOf('cam-aurel-x1-silver')).toBe(pictureOf('cam-aurel-x1', { color: 'silver' }));
    expect(pictureOf('cam-aurel-x1-silver')).not.toBe(pictureOf('cam-aurel-x1-black'));
  });
  it('draws another size of a product as the same line', () => {
    expect(pictureOf('cable-linkmoor-hdmi-10m', { color: 'black' })).toBe(pictureOf('cable-linkmoor-hdmi', { color: 'black' }));
  });
  it('gives the second view for the id followed by -2', () => {
    expect(pictureOf('tent-example-2')).toBe(drawPicture({ type: 'tent', seed: 'tent-example', view: 2 }));
  });
  it('takes a model that is itself called 2 for the thing as a whole', () => {
    const [whole, second] = [pictureOf('tent-farlea-2'), pictureOf('tent-farlea-2-2')];
    expect(whole).toBe(drawPicture({ type: 'tent', seed: 'tent-farlea-2', look: 'ridge', view: 1 }));
    expect(second).toBe(drawPicture({ type: 'tent', seed: 'tent-farlea-2', look: 'ridge', view: 2 }));
    expect(pictureOf('cam-new-2', { view: 1 })).toBe(drawPicture({ type: 'cam', seed: 'cam-new-2', view: 1 }));
  });
  it.each(['', 'cam', 'spoon-x', 'constructor-x', '../cam-x'])('is null for %j', (name) => {
    expect(pictureOf(name)).toBeNull();
  });
  it('has a shape for every look that the lines of the shop ask for', () => {
    const missing = [...knownLooks].filter(([id, look]) => {
      const type = id.split('-')[0] ?? '';
      return !isPictureType(type) || !looksOf(studies[type]).includes(look);
    });
    expect(missing).toEqual([]);
  });
});
