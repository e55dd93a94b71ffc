import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import { glass } from '../light.ts';
import * as displays from '../oddities/displays.ts';
import { landscape, type Mood } from '../scenery.ts';
import { circle, group, path, rect, ring, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    w: dice.between(196, 208),
    h: dice.between(412, 430),
    r: dice.between(26, 40),
    mood: dice.pick<Mood>(['dusk', 'sea', 'night', 'day']),
    coating: dice.pick(['#6a7fc4', '#4f8fb0', '#7a6fc0']),
    hole: dice.chance(0.6),
  };
}
type Traits = ReturnType<typeof traits>;

const shadow = (c: Canvas, t: Traits, x: number, y: number): string =>
  rect(x + 16, y + 26, t.w, t.h, t.r, fade('#2a2620', 0.34), { filter: c.blur(16) });

function frame(c: Canvas, m: Ramp, t: Traits, x: number, y: number): string {
  return (
    rect(x - 3, y - 3, t.w + 6, t.h + 6, t.r + 3, c.across(m.hi, [0.08, m.deep], [0.5, m.base], [0.92, m.deep], m.lit)) +
    rect(x + t.w + 2, y + 110, 4, 64, 2, m.deep)
  );
}

function back(s: Sitting, t: Traits, x: number, y: number): string {
  const { c, m } = s;
  return (
    frame(c, m, t, x, y) +
    rect(x, y, t.w, t.h, t.r, c.slant(m.hi, [0.3, m.lit], [0.55, m.base], [1, m.shade])) +
    path(
      d`M${x + t.w * 0.1} ${y + t.h}L${x + t.w * 0.72} ${y}H${x + t.w - t.r}Q${x + t.w} ${y} ${x + t.w} ${y + t.r}V${y + t.h * 0.2}L${x + t.w * 0.42} ${y + t.h}z`,
      fade('#ffffff', 0.12),
    ) +
    cameras(s, t, x, y, 1) +
    ring(x + t.w / 2, y + t.h * 0.56, 13, fade(m.line, 0.35), 4)
  );
}

/** The cluster on the back, in the shape of the model line. */
function cameras({ c, m, look }: Sitting, t: Traits, x: number, y: number, k: number): string {
  const eye = (ex: number, ey: number, r: number) =>
    circle(ex + 1.5 * k, ey + 2.5 * k, r * 1.16, fade('#000000', 0.3)) +
    circle(ex, ey, r * 1.16, c.slant(m.hi, m.line)) +
    circle(ex, ey, r, '#0b0c0f') +
    glass(c, ex, ey, r * 0.8, t.coating);
  const lamp = (ex: number, ey: number) => circle(ex, ey, 8 * k, c.glow(['#fffbe9', '#f0dca8', '#b9a06c']));
  if (look === 'round') {
    const [cx, cy] = [x + (t.w * k) / 2, y + 92 * k];
    return (
      circle(cx + 3 * k, cy + 5 * k, 72 * k, fade('#000000', 0.25)) +
      circle(cx, cy, 72 * k, c.slant('#4b4e54', '#1a1b1e', '#0e0f11')) +
      ring(cx, cy, 71 * k, m.hi, 3 * k) +
      eye(cx - 28 * k, cy - 24 * k, 22 * k) +
      eye(cx + 28 * k, cy - 24 * k, 22 * k) +
      eye(cx - 28 * k, cy + 30 * k, 22 * k) +
      lamp(cx + 28 * k, cy + 30 * k)
    );
  }
  if (look === 'bar') {
    return (
      rect(x - 2 * k, y + 66 * k, (t.w + 4) * k, 66 * k, 12 * k, c.down(m.lit, m.deep)) +
      rect(x + 16 * k, y + 76 * k, 134 * k, 46 * k, 23 * k, '#111216') +
      eye(x + 41 * k, y + 99 * k, 18 * k) +
      eye(x + 83 * k, y + 99 * k, 18 * k) +
      eye(x + 125 * k, y + 99 * k, 16 * k) +
      lamp(x + 172 * k, y + 99 * k)
    );
  }
  return (
    rect(x + 17 * k, y + 20 * k, 106 * k, 112 * k, 30 * k, fade('#000000', 0.22)) +
    rect(x + 14 * k, y + 16 * k, 106 * k, 112 * k, 30 * k, c.slant(m.hi, m.base, m.shade)) +
    rect(x + 14 * k, y + 16 * k, 106 * k, 112 * k, 30 * k, 'none', { stroke: fade('#ffffff', 0.35), 'stroke-width': 1.6 * k }) +
    eye(x + 44 * k, y + 47 * k, 21 * k) +
    eye(x + 44 * k, y + 98 * k, 21 * k) +
    eye(x + 91 * k, y + 72 * k, 21 * k) +
    lamp(x + 92 * k, y + 34 * k) +
    circle(x + 92 * k, y + 110 * k, 5 * k, '#17181b')
  );
}

function front({ c, m, dice }: Sitting, t: Traits, x: number, y: number): string {
  const b = 7;
  const row = y + t.h - 58;
  return (
    frame(c, m, t, x, y) +
    rect(x, y, t.w, t.h, t.r, '#08090b') +
    landscape(c, dice, t.mood, x + b, y + b, t.w - 2 * b, t.h - 2 * b, t.r - b) +
    (t.hole ? circle(x + t.w / 2, y + 22, 7, '#08090b') : rect(x + t.w / 2 - 30, y + 14, 60, 17, 8.5, '#08090b')) +
    ['#f4f1ea', '#e9735f', '#62b58a', '#5b97d6']
      .map((fill, i) => rect(x + 22 + i * ((t.w - 44 - 32) / 3), row, 32, 32, 9, fade(fill, 0.92)))
      .join('') +
    rect(x + t.w / 2 - 34, y + t.h - 17, 68, 4, 2, fade('#ffffff', 0.8)) +
    rect(x + 26, y + 74, 92, 9, 4, fade('#ffffff', 0.85)) +
    rect(x + 26, y + 92, 58, 6, 3, fade('#ffffff', 0.55)) +
    path(d`M${x + b} ${y + t.h * 0.62}L${x + t.w * 0.66} ${y + b}H${x + t.r}Q${x + b} ${y + b} ${x + b} ${y + t.r}z`, fade('#ffffff', 0.13))
  );
}

/** Back and front, one before the other. */
function whole(s: Sitting): string {
  const t = traits(s);
  const y = 300 - t.h / 2;
  return (
    s.studio +
    group('rotate(-5 300 300)', {}, shadow(s.c, t, 178, y), back(s, t, 178, y)) +
    group('rotate(4 520 300)', {}, shadow(s.c, t, 412, y + 8), front(s, t, 412, y + 8))
  );
}

/** The cameras close by. */
function second(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  const [x, y, k] = [210, 84, 2.1];
  return (
    s.studio +
    group(
      'rotate(-9 420 320)',
      {},
      rect(x + 36, y + 40, t.w * k, 900, t.r * k, fade('#2a2620', 0.36), { filter: c.blur(24) }),
      rect(x - 6, y - 6, t.w * k + 12, 900, t.r * k + 6, c.across(m.hi, [0.04, m.deep], [0.5, m.base], [0.96, m.deep], m.lit)),
      rect(x, y, t.w * k, 900, t.r * k, c.slant(m.hi, [0.25, m.lit], [0.6, m.base], m.shade)),
      stroke(d`M${x + 2} ${y + 200}V${y + t.r * k}Q${x + 2} ${y + 2} ${x + t.r * k} ${y + 2}H${x + 320}`, fade('#ffffff', 0.5), 3),
      cameras(s, t, x, y, k),
    )
  );
}

/** Named by the camera cluster: `square`, `round` or a `bar` across. */
export const phone: Study = {
  oddities: { unfolded: displays.unfolded, flip: displays.flip },
  looks: ['square', 'round', 'bar'],
  paints: ['black', 'white', 'blue', 'mint', 'purple', 'silver'],
  whole,
  second,
};
