import type { Canvas } from '../canvas.ts';
import { fade, rampOf } from '../color.ts';
import { contact, glass, pool } from '../light.ts';
import * as displays from '../oddities/displays.ts';
import { accents, rubber, steel } from '../palette.ts';
import { landscape } from '../scenery.ts';
import { circle, ellipse, enlarged, group, path, poly, rect, ring, slots, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice, look }: Sitting) {
  const tower = look === 'tower';
  return {
    w: tower ? dice.between(190, 216) : look === 'slim' ? dice.between(400, 430) : dice.between(340, 376),
    h: tower ? dice.between(250, 280) : look === 'slim' ? dice.between(112, 124) : dice.between(170, 194),
    lens: tower ? dice.between(58, 66) : look === 'slim' ? dice.between(38, 42) : dice.between(56, 66),
    left: dice.chance(0.5),
    cloth: dice.chance(0.45),
    accent: dice.pick(accents),
    coating: dice.pick(['#6a8fd4', '#8a7fd0', '#5aa0b0']),
  };
}

function standing(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const x = 420 - t.w / 2;
  const bottom = 466;
  const y = bottom - t.h;
  const depth = look === 'tower' ? 26 : 44;
  const lx = look === 'tower' ? x + t.w / 2 : t.left ? x + t.w * 0.3 : x + t.w * 0.7;
  const ly = look === 'tower' ? y + t.h * 0.34 : y + t.h / 2;
  return (
    contact(c, 420, bottom + 10, t.w) +
    rect(x + 34, bottom - 4, 34, 14, 4, c.barrel(rubber)) +
    rect(x + t.w - 68, bottom - 4, 34, 14, 4, c.barrel(rubber)) +
    path(
      d`M${x + 16} ${y + 20}L${x + 16 + depth * 0.5} ${y - depth + 8}Q${x + 22 + depth * 0.5} ${y - depth} ${x + 36 + depth * 0.5} ${y - depth}H${x + t.w - 36 - depth * 0.5}Q${x + t.w - 22 - depth * 0.5} ${y - depth} ${x + t.w - 16 - depth * 0.5} ${y - depth + 8}L${x + t.w - 16} ${y + 20}z`,
      c.down(m.lit, m.hi),
    ) +
    controls(c, look, x + t.w / 2, y - depth / 2, m.line) +
    rect(x, y, t.w, t.h, look === 'tower' ? 40 : 28, c.down([0, m.hi], [0.1, m.lit], [0.4, m.base], [0.85, m.shade], [1, m.deep])) +
    rect(x + 2, y + 2, t.w - 4, t.h - 4, look === 'tower' ? 38 : 26, 'none', { stroke: fade('#ffffff', 0.35), 'stroke-width': 2 }) +
    grille(s, t, x, y, lx) +
    circle(lx + 5, ly + 7, t.lens + 8, fade('#000000', 0.35), { filter: c.blur(6) }) +
    circle(lx, ly, t.lens + 9, c.slant(steel.hi, steel.base, steel.line)) +
    circle(lx, ly, t.lens + 4, c.slant('#0d0e11', '#3a3d44')) +
    glass(c, lx, ly, t.lens - 4, t.coating) +
    pool(c, lx, ly, t.lens * 3, t.lens * 3, '#fff3cf', 0.26) +
    circle(lx, ly, t.lens * 0.3, c.glow(['#ffffff', [0.5, fade('#fff2cf', 0.8)], fade('#fff2cf', 0)]))
  );
}

const controls = (c: Canvas, look: string, cx: number, y: number, line: string): string =>
  look === 'tower'
    ? stroke(d`M${cx - 66} ${y + 4}C${cx - 60} ${y - 62} ${cx + 60} ${y - 62} ${cx + 66} ${y + 4}`, rubber.base, 13) +
      stroke(d`M${cx - 66} ${y + 2}C${cx - 60} ${y - 65} ${cx + 60} ${y - 65} ${cx + 66} ${y + 2}`, rubber.hi, 3)
    : ellipse(cx, y, 30, 9, 'none', { stroke: fade(line, 0.6), 'stroke-width': 2 }) +
      ellipse(cx, y, 11, 3.6, c.across(steel.hi, steel.deep)) +
      ellipse(cx + 62, y, 7, 3, fade(line, 0.5)) +
      ellipse(cx + 84, y, 7, 3, fade(line, 0.5));

function grille({ c, m, look }: Sitting, t: ReturnType<typeof traits>, x: number, y: number, lx: number): string {
  if (look === 'tower') {
    const top = y + t.h * 0.66;
    const mesh = c.pattern(7, 7, circle(2, 2, 1.3, fade('#000000', 0.32)), circle(5.5, 5.5, 1.3, fade('#000000', 0.32)));
    return (
      path(
        d`M${x + 4} ${top}H${x + t.w - 4}V${y + t.h - 40}Q${x + t.w - 4} ${y + t.h - 4} ${x + t.w - 40} ${y + t.h - 4}H${x + 40}Q${x + 4} ${y + t.h - 4} ${x + 4} ${y + t.h - 40}z`,
        m.shade,
      ) +
      rect(x + 14, top + 8, t.w - 28, t.h * 0.26, 20, mesh) +
      rect(x + t.w / 2 - 18, y + t.h - 30, 36, 5, 2.5, t.accent)
    );
  }
  const gx = lx > x + t.w / 2 ? x + 30 : lx + t.lens + 34;
  const gw = lx > x + t.w / 2 ? lx - t.lens - 34 - gx : x + t.w - 30 - gx;
  if (t.cloth) {
    const weave = c.pattern(5, 5, circle(1.4, 1.4, 1, fade('#ffffff', 0.16)), circle(3.9, 3.9, 1, fade('#000000', 0.2)));
    const cloth = rampOf(m.deep);
    return (
      rect(gx, y + 26, gw, t.h - 52, 16, c.slant(cloth.lit, cloth.shade)) +
      rect(gx, y + 26, gw, t.h - 52, 16, weave) +
      rect(gx + gw - 34, y + t.h - 42, 20, 4, 2, t.accent)
    );
  }
  const count = Math.floor((t.h - 60) / 12);
  return (
    slots(gx + 6, y + 34, gw - 12, 12, count, fade('#000000', 0.34), 5) +
    slots(gx + 6, y + 36.5, gw - 12, 12, count, fade('#ffffff', 0.25), 1.5) +
    ring(gx + gw - 10, y + t.h - 20, 4, t.accent, 3)
  );
}

const whole = (s: Sitting): string =>
  s.studio + enlarged(s.look === 'tower' ? 1.18 : 1.26, 500, group('translate(-20 0)', {}, standing(s)));

/** In use: a dim room, the picture on the wall, the projector in front of us seen from behind. */
function second(s: Sitting): string {
  const { c, m, dice, look } = s;
  const t = traits(s);
  const k = 0.56;
  const [w, h] = [t.w * k, t.h * k];
  const x = 400 - w / 2;
  const y = 506 - h;
  const [sx, sy, sw, sh] = [168, 62, 464, 261];
  return (
    rect(0, 0, 800, 600, 0, c.down('#3a3b4c', [0.66, '#2b2c3a'], [0.67, '#1f1f2a'], '#292a36')) +
    pool(c, 400, 190, 430, 320, '#b9b5d8', 0.5) +
    rect(sx - 3, sy - 3, sw + 6, sh + 6, 2, fade('#ffffff', 0.5), { filter: c.blur(9) }) +
    landscape(c, dice, dice.pick(['dusk', 'sea', 'day']), sx, sy, sw, sh) +
    path(poly([sx, sy + sh], [sx + sw, sy + sh], [408, y + 14], [392, y + 14]), c.down(fade('#fff2d6', 0.02), fade('#fff2d6', 0.5))) +
    path(d`M0 508H800V600H0z`, c.down('#6b5340', '#3c2f28')) +
    rect(0, 505, 800, 5, 0, '#84694f') +
    ellipse(410, 512, w * 0.62, 10, fade('#000000', 0.45), { filter: c.blur(6) }) +
    rect(x, y, w, h, look === 'tower' ? 24 : 16, c.down([0, m.hi], [0.12, m.base], [0.8, m.deep], [1, m.line])) +
    rect(x, y, w, h, look === 'tower' ? 24 : 16, fade('#1c1b2a', 0.35)) +
    slots(x + w * 0.16, y + h * 0.34, w * 0.3, 9, 4, fade('#000000', 0.4), 4) +
    [0.58, 0.68, 0.78].map((k2) => rect(x + w * k2, y + h * 0.6, w * 0.06, 7, 2, '#0b0b10')).join('') +
    circle(x + w * 0.86, y + h * 0.3, 3, '#7fe0a8') +
    stroke(d`M${x + 14} ${y + 2}H${x + w - 14}`, fade('#fff4dc', 0.75), 2.5) +
    cup(570)
  );
}

/** A cup on the table, so that the room is lived in. */
const cup = (x: number): string =>
  path(d`M${x} 466h46l-4 44a4 4 0 0 1-4 4h-30a4 4 0 0 1-4-4z`, '#8c8496') +
  ellipse(x + 23, 466, 23, 5, '#a8a0b2') +
  ellipse(x + 23, 467, 18, 3.4, '#3a2c28') +
  stroke(d`M${x + 45} 474q18 2 14 16t-18 10`, '#8c8496', 5);

/** `box` is for the living room, `slim` for below the wall, `tower` to carry. */
export const projector: Study = {
  oddities: { dome: displays.starDome },
  looks: ['box', 'tower', 'slim'],
  paints: ['white', 'graphite', 'silver', 'black'],
  whole,
  second,
};
