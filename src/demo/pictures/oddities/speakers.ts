import type { Canvas } from '../canvas.ts';
import { fade, type Ramp, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import { accents, rubber, steel } from '../palette.ts';
import { circle, ellipse, group, path, rect, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { d } from '../svg.ts';

const dots = (c: Canvas): string => c.pattern(8, 8, circle(2, 2, 1.2, fade('#ffffff', 0.16)), circle(6, 6.4, 1.2, fade('#000000', 0.24)));

function cone(c: Canvas, cx: number, cy: number, r: number): string {
  return (
    circle(cx, cy, r, c.slant('#5c6067', '#1d1e21')) +
    circle(cx, cy, r * 0.9, c.slant('#17181b', '#3c3e44')) +
    circle(cx, cy, r * 0.74, c.glow(['#2a2c31', [0.7, '#43464c'], '#1b1c1f'], 0.42, 0.4, 0.6)) +
    circle(cx, cy, r * 0.3, c.glow(['#9da1a7', '#3a3c42', '#202226'], 0.38, 0.34, 0.7))
  );
}

function box(c: Canvas, m: Ramp, x: number, y: number, w: number, h: number): string {
  return (
    contact(c, x + w / 2, y + h + 4, w) +
    path(d`M${x + w} ${y + 8}l26 16v${h - 40}l-26 14z`, m.line) +
    rect(x, y, w, h, 14, c.slant(m.hi, [0.3, m.base], m.deep)) +
    rect(x + 10, y + 10, w - 20, h - 20, 8, '#1d1e22') +
    rect(x + 10, y + 10, w - 20, h - 20, 8, dots(c), { opacity: 0.5 }) +
    cone(c, x + w / 2, y + h * 0.62, w * 0.36) +
    cone(c, x + w / 2, y + h * 0.24, w * 0.17)
  );
}

/** Two alike, side by side. */
export const pair: Oddity = {
  focus: [270, 320],
  draw({ c, m, dice }) {
    const h = dice.between(330, 350);
    return box(c, m, 168, 492 - h, 196, h) + box(c, m, 432, 492 - h, 196, h);
  },
};

/** Eight slim boxes hung in a curve. */
export const array: Oddity = {
  focus: [400, 300],
  draw({ c, m }) {
    const cell = (i: number) => {
      const turn = -9 + i * 3.4;
      return group(
        d`translate(${400 - i * i * 1.1} ${96 + i * 54}) rotate(${turn})`,
        {},
        path('M-176-24H176L160 26H-160z', c.down(m.hi, [0.2, m.base], m.deep)),
        rect(-150, -17, 92, 34, 4, '#17181b'),
        rect(58, -17, 92, 34, 4, '#17181b'),
        rect(-150, -17, 300, 34, 4, dots(c)),
        path('M-46-19H46L30 19H-30z', c.down('#0e0f12', '#4a4d53')),
        stroke('M-14-16V16M14-16V16', '#5c6067', 3),
      );
    };
    return (
      stroke('M300 0V74M500 0V74', steel.deep, 6) + rect(250, 58, 300, 18, 5, c.roller(steel)) + [7, 6, 5, 4, 3, 2, 1, 0].map(cell).join('')
    );
  },
};

/** Long and low, with its woofer beside it. */
export const bar: Oddity = {
  focus: [300, 450],
  draw: ({ c, m, dice }) =>
    contact(c, 350, 486, 560) +
    contact(c, 652, 486, 130) +
    rect(578, 250, 150, 236, 16, c.slant(m.hi, m.base, m.deep)) +
    rect(590, 264, 126, 208, 10, rampOf(m.shade).base) +
    rect(590, 264, 126, 208, 10, dots(c)) +
    rect(60, 404, 486, 80, 26, c.roller(m)) +
    rect(66, 416, 474, 62, 20, rampOf(m.shade).base) +
    rect(66, 416, 474, 62, 20, dots(c)) +
    rect(60, 404, 486, 16, 8, c.down(m.hi, m.base)) +
    [282, 300, 318].map((x) => circle(x, 412, 3, fade('#ffffff', 0.7))).join('') +
    [252, 274, 296, 318, 340].map((x, i) => circle(x, 448, 4, i < 3 ? dice.pick(accents) : fade('#ffffff', 0.2))).join('') +
    rect(624, 448, 60, 5, 2.5, fade('#ffffff', 0.3)),
};

/** Over the ear, one cup towards us, a coloured ring of light. */
export const headphones: Oddity = {
  focus: [540, 350],
  draw({ c, m }) {
    const cup = (x: number, k: number) =>
      ellipse(x - k * 22, 368, 46, 92, c.across(rubber.hi, rubber.deep)) +
      ellipse(x, 366, 52, 96, c.across(m.lit, m.base, m.deep)) +
      ellipse(x + k * 8, 366, 38, 76, c.slant(m.hi, m.shade)) +
      ellipse(x + k * 8, 366, 27, 58, 'none', { stroke: '#5fc4e8', 'stroke-width': 6 }) +
      ellipse(x + k * 8, 366, 27, 58, 'none', { stroke: fade('#bdeeff', 0.8), 'stroke-width': 2 });
    return (
      contact(c, 400, 492, 380) +
      stroke('M244 310C220 90 580 90 556 310', m.deep, 34) +
      stroke('M244 304C222 86 578 86 556 304', m.base, 24) +
      stroke('M250 262C250 100 440 74 520 164', m.hi, 6) +
      stroke('M282 220C300 130 500 130 518 220', rubber.base, 15) +
      rect(228, 268, 26, 64, 8, c.barrel(steel)) +
      rect(546, 268, 26, 64, 8, c.barrel(steel)) +
      cup(244, -1) +
      cup(556, 1)
    );
  },
};
