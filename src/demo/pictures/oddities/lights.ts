import { fade } from '../color.ts';
import { contact, pool } from '../light.ts';
import { rubber, steel, wood } from '../palette.ts';
import { circle, path, rect, ribs, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { d } from '../svg.ts';

/** A band with a lamp, turned a little. */
export const headlamp: Oddity = {
  focus: [400, 350],
  draw: ({ c, m }) =>
    contact(c, 400, 494, 330) +
    stroke('M236 380C150 130 650 130 564 380', rubber.base, 42) +
    stroke('M236 370C160 130 640 130 564 370', m.base, 24, { 'stroke-dasharray': '22 8', 'stroke-linecap': 'butt' }) +
    stroke('M400 168V300', rubber.base, 34) +
    stroke('M236 380Q300 440 400 440T564 380', rubber.hi, 44) +
    stroke('M236 380Q300 436 400 436T564 380', m.deep, 26) +
    rect(296, 300, 208, 176, 44, c.slant(m.hi, [0.4, m.base], m.deep)) +
    rect(300, 304, 200, 168, 40, 'none', { stroke: fade('#ffffff', 0.25), 'stroke-width': 3 }) +
    circle(400, 382, 70, c.slant('#4a4d53', '#121317')) +
    circle(400, 382, 58, c.glow(['#ffffff', [0.35, '#fff4cf'], [0.7, '#c9ccd2'], '#70757d'], 0.5, 0.5, 0.5)) +
    pool(c, 400, 382, 230, 200, '#fff3c4', 0.6) +
    rect(340, 286, 40, 20, 8, '#d9573f') +
    circle(476, 446, 7, '#e4543f'),
};

/** A string of warm bulbs between two poles. */
export const stringLights: Oddity = {
  focus: [400, 290],
  draw({ c }) {
    const bulb = (x: number, y: number) =>
      pool(c, x, y + 30, 60, 60, '#ffd98a', 0.8) +
      stroke(d`M${x} ${y - 6}v12`, '#2b2d31', 4) +
      rect(x - 8, y + 2, 16, 18, 4, '#2b2d31') +
      path(d`M${x - 8} ${y + 19}q-12 18 0 32q8 8 16 0q12-14 0-32z`, c.glow(['#fffdf0', '#ffe2a0', '#f0bb5c'], 0.45, 0.5, 0.6));
    return (
      contact(c, 130, 520, 60) +
      contact(c, 670, 520, 60) +
      rect(124, 110, 12, 410, 5, c.barrel(wood)) +
      rect(664, 110, 12, 410, 5, c.barrel(wood)) +
      stroke('M130 124Q400 260 670 124M130 270Q400 420 670 270', '#2b2d31', 4) +
      [0.1, 0.26, 0.42, 0.58, 0.74, 0.9]
        .map((k) => bulb(130 + 540 * k, 124 + 272 * k * (1 - k)) + bulb(130 + 540 * k, 270 + 300 * k * (1 - k)))
        .join('')
    );
  },
};

/** A mast on a tripod with four lamp heads. */
export const lightTower: Oddity = {
  focus: [400, 130],
  draw: ({ c, m }) =>
    pool(c, 400, 140, 360, 240, '#fff3c9', 0.9) +
    contact(c, 400, 536, 300) +
    stroke('M400 420L270 532M400 420L530 532M400 420V536', m.deep, 13) +
    stroke('M398 418L268 529', m.hi, 3) +
    rect(390, 180, 20, 250, 5, c.barrel(steel)) +
    rect(384, 290, 32, 140, 6, c.barrel(m)) +
    rect(380, 280, 40, 26, 7, c.barrel(rubber)) +
    [-1, 1]
      .map(
        (k) =>
          rect(400 + (k < 0 ? -190 : 14), 84, 176, 92, 12, c.slant('#4a4d53', '#17181b')) +
          rect(400 + (k < 0 ? -178 : 26), 96, 152, 68, 6, c.glow(['#ffffff', [0.6, '#fff1c4'], '#e0cfa0'], 0.5, 0.5, 0.75)) +
          ribs(400 + (k < 0 ? -178 : 26), 96, 152, 68, 6, fade('#b39b62', 0.4), 2),
      )
      .join('') +
    rect(376, 110, 48, 86, 8, c.barrel(rubber)),
};
