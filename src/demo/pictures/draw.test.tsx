import { expect, it } from 'vitest';
import { drawPicture } from './draw.ts';
import { type PictureType, studies } from './studies.ts';

const types = Object.keys(studies) as PictureType[];

it.each(types)('a picture of type %s is well-formed, names nothing twice and uses only what it names', (type) => {
  const parser = new DOMParser();
  const looks = Object.keys((studies[type] as { oddities?: object }).oddities ?? {});
  const orders = [...Array.from({ length: 20 }, (_, i) => ({ seed: `line-${i}` })), ...looks.map((look) => ({ seed: look, look }))];
  for (const order of orders) {
    for (const view of [1, 2] as const) {
      const svg = drawPicture({ type, view, ...order });
      const doc = parser.parseFromString(svg, 'image/svg+xml');
      expect(doc.querySelector('parsererror')?.textContent).toBeUndefined();
      expect(doc.documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
      const ids = [...doc.querySelectorAll('[id]')].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const used = [...svg.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
      expect(used.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
    }
  }
});
