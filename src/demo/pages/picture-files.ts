import type { Item } from '../../protocol/item.ts';
import { colors } from '../catalog/colors.ts';
import { pictureOf } from '../pictures/draw.ts';
import { contentResponse } from './files.ts';

/** Serves `/pictures/<id>.svg`, drawn when first asked for. */
export interface PictureFiles {
  /** @returns null when there is no such item or nothing to draw it from. */
  fetch(request: Request, name: string): Response | null;
}

/** Pictures of the items of a catalogue. */
export function pictureFiles(items: readonly Item[]): PictureFiles {
  const byId = new Map(items.map((item) => [item.id, item]));
  const drawn = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    fetch(request, name) {
      let bytes = drawn.get(name);
      if (!bytes) {
        const item = byId.get(name) ?? byId.get(name.replace(/-2$/, ''));
        const color = item && colorOf(item);
        const svg = item ? pictureOf(name, { view: byId.has(name) ? 1 : 2, ...(color ? { color } : {}) }) : null;
        if (svg === null) return null;
        bytes = new TextEncoder().encode(svg);
        drawn.set(name, bytes);
      }
      return contentResponse(request, bytes, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600' });
    },
  };
}

/** The colour an item is sold in, as its options name it. */
function colorOf({ options = [] }: Item): string | undefined {
  const said = new Set(options.map(({ value }) => value));
  return Object.entries(colors).find(([, { name }]) => name.some((word) => said.has(word)))?.[0];
}
