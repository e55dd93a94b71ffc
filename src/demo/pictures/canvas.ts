import { fade, type Ramp } from './color.ts';
import { el } from './svg.ts';

type Stop = readonly [offset: number, color: string];
type Direction = 'down' | 'across' | 'slant';

const directions: Readonly<Record<Direction, Readonly<Record<string, number>>>> = {
  down: { x1: 0, y1: 0, x2: 0, y2: 1 },
  across: { x1: 0, y1: 0, x2: 1, y2: 0 },
  slant: { x1: 0, y1: 0, x2: 1, y2: 1 },
};

/** Holds what a document defines once and uses by name: gradients, blurs, clips. Equal definitions share a name. */
export class Canvas {
  readonly #made = new Map<string, string>();

  #define(markup: (id: string) => string): string {
    const key = markup('');
    let id = this.#made.get(key);
    if (id === undefined) {
      id = `d${this.#made.size}`;
      this.#made.set(key, id);
    }
    return `url(#${id})`;
  }

  /** A straight gradient over the shape it fills; stops are colours at even distances, or `[offset, colour]`. */
  linear(direction: Direction, ...stops: readonly (string | Stop)[]): string {
    return this.#define((id) => el('linearGradient', { id, ...directions[direction] }, ...stopsOf(stops)));
  }

  down(...stops: readonly (string | Stop)[]): string {
    return this.linear('down', ...stops);
  }

  across(...stops: readonly (string | Stop)[]): string {
    return this.linear('across', ...stops);
  }

  slant(...stops: readonly (string | Stop)[]): string {
    return this.linear('slant', ...stops);
  }

  /** A round gradient; centre and radius are shares of the shape's box. */
  glow(stops: readonly (string | Stop)[], cx = 0.5, cy = 0.5, r = 0.5): string {
    const share = (v: number) => `${Math.round(v * 100)}%`;
    return this.#define((id) => el('radialGradient', { id, cx: share(cx), cy: share(cy), r: share(r) }, ...stopsOf(stops)));
  }

  /** An upright cylinder of the material, lit from the left. */
  barrel(m: Ramp): string {
    return this.across([0, m.shade], [0.16, m.lit], [0.3, m.hi], [0.48, m.base], [0.82, m.shade], [1, m.deep]);
  }

  /** A lying cylinder, lit from above. */
  roller(m: Ramp): string {
    return this.down([0, m.base], [0.16, m.hi], [0.42, m.base], [0.8, m.shade], [1, m.deep]);
  }

  /** A flat or softly bulging front. */
  face(m: Ramp): string {
    return this.slant([0, m.lit], [0.5, m.base], [1, m.shade]);
  }

  blur(radius: number): string {
    return this.#define((id) =>
      el('filter', { id, x: '-50%', y: '-50%', width: '200%', height: '200%' }, el('feGaussianBlur', { stdDeviation: radius })),
    );
  }

  clip(...shapes: string[]): string {
    return this.#define((id) => el('clipPath', { id }, ...shapes));
  }

  /** A repeating texture in user units. */
  pattern(width: number, height: number, ...shapes: string[]): string {
    return this.#define((id) => el('pattern', { id, width, height, patternUnits: 'userSpaceOnUse' }, ...shapes));
  }

  /** The finished document, 800 × 600. */
  document(...body: string[]): string {
    const defs = [...this.#made].map(([markup, id]) => markup.replace(' id=""', ` id="${id}"`));
    return el(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 800 600', width: 800, height: 600 },
      el('defs', {}, ...defs),
      ...body,
    );
  }
}

function stopsOf(stops: readonly (string | Stop)[]): string[] {
  return stops.map((stop, i) => {
    const [offset, color] = typeof stop === 'string' ? [i / Math.max(1, stops.length - 1), stop] : stop;
    return el('stop', { offset: `${Math.round(offset * 100)}%`, 'stop-color': color });
  });
}

/** Nothing: the far end of a gradient that dies away. */
export const clear = (color: string): string => fade(color, 0);
