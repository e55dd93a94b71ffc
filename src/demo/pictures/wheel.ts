import type { Canvas } from './canvas.ts';
import { fade } from './color.ts';
import { rubber, steel } from './palette.ts';
import { circle, ring, stroke } from './shapes.ts';
import { d } from './svg.ts';

/** A spoked wheel: tyre, rim and crossed spokes from a hub `hub` wide. */
export function spokedWheel(c: Canvas, cx: number, cy: number, r: number, hub: number, tyre: number, turn = 0): string {
  let spokes = '';
  const count = 28;
  for (let i = 0; i < count; i += 1) {
    const a = turn + (i / count) * Math.PI * 2;
    const b = a + (i % 2 === 0 ? 0.42 : -0.42);
    spokes += d`M${cx + hub * Math.cos(b)} ${cy + hub * Math.sin(b)}L${cx + (r - tyre) * Math.cos(a)} ${cy + (r - tyre) * Math.sin(a)}`;
  }
  return (
    ring(cx, cy, r - tyre / 2, rubber.base, tyre) +
    ring(cx, cy, r - 1.5, fade('#ffffff', 0.12), 2) +
    ring(cx, cy, r - 1, '#17181b', 3, { 'stroke-dasharray': '5 3' }) +
    ring(cx, cy, r - tyre - 2.5, c.slant(steel.lit, steel.line), 5) +
    stroke(spokes, fade('#6d7278', 0.85), 1.1) +
    circle(cx, cy, hub + 3, c.slant(steel.hi, steel.deep)) +
    circle(cx, cy, hub * 0.72, c.slant(rubber.hi, rubber.deep)) +
    circle(cx, cy, Math.max(3, hub * 0.24), steel.lit)
  );
}

/** A small moulded wheel with few spokes, as on prams. */
export function mouldedWheel(c: Canvas, cx: number, cy: number, r: number, accent: string): string {
  let spokes = '';
  for (let i = 0; i < 5; i += 1) {
    const a = (i / 5) * Math.PI * 2 - Math.PI / 2;
    spokes += d`M${cx} ${cy}L${cx + r * 0.62 * Math.cos(a)} ${cy + r * 0.62 * Math.sin(a)}`;
  }
  return (
    circle(cx, cy, r, c.slant(rubber.lit, rubber.deep)) +
    ring(cx, cy, r * 0.94, fade('#ffffff', 0.14), 2) +
    circle(cx, cy, r * 0.72, fade('#e9e6df', 0.92)) +
    ring(cx, cy, r * 0.68, steel.base, r * 0.09) +
    stroke(spokes, steel.line, r * 0.15) +
    circle(cx, cy, r * 0.22, c.slant(steel.hi, steel.deep)) +
    circle(cx, cy, r * 0.1, accent)
  );
}
