import { type Attributes, d, el } from './svg.ts';

export const rect = (x: number, y: number, width: number, height: number, rx: number, fill: string, more: Attributes = {}): string =>
  el('rect', { x, y, width, height, ...(rx > 0 ? { rx } : {}), fill, ...more });

export const circle = (cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string =>
  el('circle', { cx, cy, r, fill, ...more });

export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): string =>
  el('ellipse', { cx, cy, rx, ry, fill, ...more });

export const path = (data: string, fill: string, more: Attributes = {}): string => el('path', { d: data, fill, ...more });

/** A line or tube along a path, with round ends. */
export const stroke = (data: string, color: string, width: number, more: Attributes = {}): string =>
  el('path', {
    d: data,
    fill: 'none',
    stroke: color,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });

export const ring = (cx: number, cy: number, r: number, color: string, width: number, more: Attributes = {}): string =>
  el('circle', { cx, cy, r, fill: 'none', stroke: color, 'stroke-width': width, ...more });

/** `transform` is an SVG transform list; other attributes go in `more`. */
export const group = (transform: string, more: Attributes, ...children: string[]): string =>
  el('g', { ...(transform ? { transform } : {}), ...more }, ...children);

/** Fine upright lines over a flat surface. */
export function ribs(x: number, y: number, width: number, height: number, count: number, color: string, thickness = 1.5): string {
  let data = '';
  for (let i = 0; i < count; i += 1) data += d`M${x + ((i + 0.5) * width) / count} ${y}v${height}`;
  return stroke(data, color, thickness, { 'stroke-linecap': 'butt' });
}

/** Ribs around an upright cylinder: closer together where it turns away, following its rim where `tilt` shows the rim curved. */
export function roundRibs(
  x: number,
  y: number,
  width: number,
  height: number,
  count: number,
  color: string,
  thickness = 2,
  tilt = 0,
): string {
  let data = '';
  for (let i = 0; i < count; i += 1) {
    const turn = (((i + 0.5) / count) * 2 - 1) * 1.45;
    data += d`M${x + (width / 2) * (1 + Math.sin(turn))} ${y + (width / 2) * tilt * Math.cos(turn)}v${height}`;
  }
  return stroke(data, color, thickness, { 'stroke-linecap': 'butt' });
}

/** Level slots, as vents and grilles have. */
export function slots(x: number, y: number, width: number, pitch: number, count: number, color: string, thickness = 3): string {
  let data = '';
  for (let i = 0; i < count; i += 1) data += d`M${x} ${y + i * pitch}h${width}`;
  return stroke(data, color, thickness);
}

/** The side of an upright cylinder with its lower rim curved towards us. */
export const drum = (cx: number, top: number, bottom: number, rTop: number, rBottom: number, tilt: number): string =>
  d`M${cx - rTop} ${top}L${cx - rBottom} ${bottom}A${rBottom} ${rBottom * tilt} 0 0 0 ${cx + rBottom} ${bottom}L${cx + rTop} ${top}A${rTop} ${rTop * tilt} 0 0 1 ${cx - rTop} ${top}z`;

/** A polygon through points, closed. */
export const poly = (...points: readonly (readonly [number, number])[]): string =>
  `${points.map(([x, y], i) => (i === 0 ? d`M${x} ${y}` : d`L${x} ${y}`)).join('')}z`;

/** A drawing seen from close by, the point (x, y) in the middle of the sheet. */
export const closeUp = (x: number, y: number, ...children: string[]): string =>
  group(d`translate(${400 - x * 1.9} ${300 - y * 1.9})scale(1.9)`, {}, ...children);

/** The same drawing `k` times as large, standing on `floor` and centred on the sheet. */
export const enlarged = (k: number, floor: number, ...children: string[]): string =>
  group(d`translate(${400 - 400 * k} ${floor - floor * k})scale(${String(k)})`, {}, ...children);
