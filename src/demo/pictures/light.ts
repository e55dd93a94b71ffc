import type { Canvas } from './canvas.ts';
import { clear } from './canvas.ts';
import { fade, shift } from './color.ts';
import { circle, ellipse, path, rect, ring, stroke } from './shapes.ts';
import { d } from './svg.ts';

/** A seamless studio sweep: wall, bend and floor in one tint, lit from the upper left. */
export function sweep(c: Canvas, tint: string): string {
  const wall = c.down(
    [0, shift(tint, 0.012)],
    [0.6, tint],
    [0.74, shift(tint, -0.028)],
    [0.86, shift(tint, -0.012)],
    [1, shift(tint, 0.008)],
  );
  return rect(0, 0, 800, 600, 0, wall) + rect(0, 0, 800, 600, 0, c.glow([fade('#ffffff', 0.6), clear('#ffffff')], 0.3, 0.22, 0.62));
}

/** Where a thing `width` wide touches the floor: a wide soft shadow, drawn out to the right, and a tight dark one. */
export function contact(c: Canvas, x: number, y: number, width: number, weight = 1): string {
  return (
    ellipse(x + width * 0.05, y + 5, width * 0.56, 10 + width * 0.03, fade('#2a2620', 0.2 * weight), { filter: c.blur(12) }) +
    ellipse(x + 2, y, width * 0.47, 5, fade('#1d1a16', 0.42 * weight), { filter: c.blur(4) })
  );
}

/** The shadow of something in the air. */
export const hovering = (c: Canvas, x: number, y: number, width: number): string =>
  ellipse(x, y, width / 2, 16, fade('#2a2620', 0.22), { filter: c.blur(14) });

/** A coated front lens: rim, glass, inner elements and what they reflect of the window. */
export function glass(c: Canvas, cx: number, cy: number, r: number, coating = '#6a7fc4'): string {
  const arc = (k: number, from: number, to: number) =>
    d`M${cx + r * k * Math.cos(from)} ${cy + r * k * Math.sin(from)}A${r * k} ${r * k} 0 0 1 ${cx + r * k * Math.cos(to)} ${cy + r * k * Math.sin(to)}`;
  const body = c.glow(
    [
      [0, shift(coating, -0.08)],
      [0.38, shift(coating, -0.32)],
      [0.72, '#10131c'],
      [1, '#07080b'],
    ],
    0.36,
    0.32,
    0.72,
  );
  const inner = c.glow(
    [
      [0, '#0a0c12'],
      [0.6, shift(coating, -0.36)],
      [1, '#0c0e14'],
    ],
    0.62,
    0.66,
    0.6,
  );
  const window = d`M${cx - r * 0.62} ${cy - r * 0.2}Q${cx - r * 0.52} ${cy - r * 0.62} ${cx - r * 0.06} ${cy - r * 0.72}Q${cx - r * 0.22} ${cy - r * 0.42} ${cx - r * 0.62} ${cy - r * 0.2}z`;
  return (
    circle(cx, cy, r, body) +
    ring(cx, cy, r * 0.98, fade('#ffffff', 0.14), Math.max(1, r * 0.025)) +
    ring(cx, cy, r * 0.72, fade(shift(coating, 0.06), 0.3), r * 0.03) +
    circle(cx, cy, r * 0.46, inner) +
    ring(cx, cy, r * 0.46, fade('#ffffff', 0.1), r * 0.02) +
    circle(cx + r * 0.02, cy + r * 0.02, r * 0.22, '#050609') +
    stroke(arc(0.84, 0.35, 1.25), fade('#7fd6b0', 0.4), r * 0.05) +
    stroke(arc(0.6, 0.5, 1.1), fade('#d58fd0', 0.4), r * 0.05) +
    path(window, c.slant(fade('#ffffff', 0.75), fade('#dbe6ff', 0.12))) +
    circle(cx + r * 0.34, cy + r * 0.36, r * 0.06, fade('#ffffff', 0.5))
  );
}

/** A soft pool of coloured light. */
export const pool = (c: Canvas, cx: number, cy: number, rx: number, ry: number, color: string, strength: number): string =>
  ellipse(cx, cy, rx, ry, c.glow([fade(color, strength), [0.45, fade(color, strength * 0.45)], clear(color)]));
