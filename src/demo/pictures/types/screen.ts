import { fade } from '../color.ts';
import { contact, pool } from '../light.ts';
import * as displays from '../oddities/displays.ts';
import { rubber, steel } from '../palette.ts';
import { landscape, type Mood } from '../scenery.ts';
import { circle, closeUp, ellipse, path, poly, rect, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice, look }: Sitting) {
  const w = dice.between(540, 580);
  return {
    w,
    h: w * (look === 'tripod' && dice.chance(0.4) ? 0.66 : 0.5625),
    mood: dice.pick<Mood>(['dusk', 'sea', 'day']),
    border: dice.between(9, 15),
  };
}

function cloth(s: Sitting, t: ReturnType<typeof traits>, x: number, y: number): string {
  const { c, dice } = s;
  const b = t.border;
  return (
    rect(x, y, t.w, t.h, 3, '#1d1e22') +
    landscape(c, dice, t.mood, x + b, y + b, t.w - 2 * b, t.h - 2 * b) +
    rect(x + b, y + b, t.w - 2 * b, t.h - 2 * b, 0, c.slant(fade('#ffffff', 0.5), [0.45, fade('#ffffff', 0.12)], fade('#ffffff', 0.24)))
  );
}

function standing(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const x = 400 - t.w / 2;
  if (look === 'fixed') {
    const y = 96;
    return (
      rect(x + 14, y + 20, t.w, t.h, 4, fade('#1d1a16', 0.36), { filter: c.blur(14) }) +
      rect(x - 8, y - 8, t.w + 16, t.h + 16, 5, c.slant(m.hi, m.base, m.deep)) +
      cloth(s, t, x, y) +
      rect(150, 470, 500, 14, 4, c.down('#d3b48c', '#b08d62')) +
      rect(150, 484, 500, 46, 3, c.down('#a8855c', '#8f6f4c')) +
      stroke('M316 484v46M484 484v46', '#7d5f40', 2) +
      ellipse(400, 536, 280, 8, fade('#1d1a16', 0.3), { filter: c.blur(6) }) +
      rect(352, 446, 96, 24, 9, c.down('#f4f2ec', '#c9c4b9')) +
      circle(424, 458, 8, '#20242c') +
      circle(422, 456, 3, '#9db4e0')
    );
  }
  if (look === 'floor') {
    const y = 488 - t.h;
    return (
      contact(c, 400, 528, t.w + 30) +
      stroke(d`M${400 - t.w * 0.2} 500L400 ${y}L${400 + t.w * 0.2} 500`, steel.line, 6) +
      cloth(s, t, x, y) +
      rect(x - 5, y - 9, t.w + 10, 13, 5, c.roller(m)) +
      rect(x - 16, 486, t.w + 32, 36, 9, c.roller(m)) +
      rect(x + 20, 520, 60, 9, 4, rubber.base) +
      rect(x + t.w - 80, 520, 60, 9, 4, rubber.base) +
      rect(372, 502, 56, 5, 2.5, fade('#000000', 0.3))
    );
  }
  const y = 54;
  const foot = 528;
  return (
    contact(c, 400, foot + 2, 250, 0.8) +
    stroke(d`M400 420L286 ${foot}M400 420L514 ${foot}`, m.deep, 9) +
    stroke(d`M398 420L284 ${foot - 2}M398 420L512 ${foot - 2}`, m.lit, 3) +
    rect(393, 44, 14, foot - 44, 5, c.barrel(steel)) +
    stroke(d`M400 420V${foot}`, m.deep, 9) +
    circle(286, foot, 7, rubber.base) +
    circle(514, foot, 7, rubber.base) +
    circle(400, foot, 7, rubber.base) +
    cloth(s, t, x, y) +
    rect(x - 10, y - 10, t.w + 20, 13, 6, c.roller(m)) +
    rect(x - 16, y + t.h - 2, t.w + 32, 28, 12, c.roller(m)) +
    rect(384, y + t.h + 20, 32, 36, 8, c.barrel(rubber)) +
    circle(424, y + t.h + 40, 8, c.slant(steel.hi, steel.deep))
  );
}

const whole = (s: Sitting): string => s.studio + standing(s);

/** In use: a summer evening outdoors, lights strung above, two cushions in front. */
function second(s: Sitting): string {
  const { c, m } = s;
  if (s.look !== 'tripod') return s.studio + closeUp(500, 390, standing(s));
  const t = traits(s);
  const k = 0.78;
  const [w, h] = [t.w * k, t.h * k];
  const [x, y] = [400 - w / 2, 128];
  const bulb = (bx: number, by: number) => circle(bx, by, 14, fade('#ffdf9a', 0.25)) + circle(bx, by, 5, '#ffe9b8');
  const cushion = (cx: number, fill: string, dark: string) =>
    path(
      d`M${cx - 62} 560Q${cx - 70} 500 ${cx - 20} 494Q${cx + 40} 488 ${cx + 60} 520Q${cx + 74} 552 ${cx + 60} 566Q${cx} 580 ${cx - 62} 560z`,
      c.down(fill, dark),
    );
  return (
    rect(0, 0, 800, 600, 0, c.down('#26304f', [0.5, '#55608a'], [0.76, '#8f8aa5'])) +
    path('M0 420Q120 372 260 402T520 396T800 386V600H0z', '#3c4a5a') +
    path('M0 462Q200 440 420 452T800 444V600H0z', c.down('#41594c', '#2a3b33')) +
    pool(c, 400, 280, 420, 270, '#dcd6f0', 0.35) +
    stroke('M-10 60Q200 128 400 76T810 50', '#20263c', 2.5) +
    [
      [70, 82],
      [170, 102],
      [270, 104],
      [360, 88],
      [450, 66],
      [550, 50],
      [650, 46],
      [740, 50],
    ]
      .map(([bx, by]) => bulb(bx ?? 0, by ?? 0))
      .join('') +
    stroke(d`M${x + 30} ${y + h}L${x + 8} 490M${x + w - 30} ${y + h}L${x + w - 8} 490`, m.deep, 7) +
    rect(x - 6, y - 6, w + 12, h + 12, 4, m.deep) +
    landscape(c, s.dice, t.mood, x + 4, y + 4, w - 8, h - 8) +
    rect(x - 6, y - 10, w + 12, 9, 4, c.roller(m)) +
    path(poly([x + 4, y + h - 4], [x + w - 4, y + h - 4], [424, 560], [376, 560]), c.down(fade('#fff2d6', 0), fade('#fff2d6', 0.35))) +
    ellipse(280, 566, 90, 9, fade('#10151c', 0.4)) +
    ellipse(540, 566, 90, 9, fade('#10151c', 0.4)) +
    cushion(270, '#c98a6a', '#7a4c3c') +
    cushion(530, '#cdbb92', '#7c6d50') +
    rect(366, 536, 68, 32, 9, c.down('#5a6070', '#262b38')) +
    rect(384, 538, 32, 4, 2, '#fff4d8')
  );
}

/** `tripod` folds away, `floor` rises from its case, `fixed` hangs on the wall. */
export const screen: Study = {
  oddities: { inflatable: displays.inflatable },
  looks: ['tripod', 'floor', 'fixed'],
  paints: ['black', 'graphite', 'white'],
  whole,
  second,
};
