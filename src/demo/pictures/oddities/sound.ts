import type { Canvas } from '../canvas.ts';
import { fade, type Ramp, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import { accents, rubber, steel } from '../palette.ts';
import { circle, ellipse, group, path, rect, ring, stroke } from '../shapes.ts';
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
      cup(556, 1) +
      ring(400, 100, 0.1, m.base, 0.1)
    );
  },
};

const grille = (c: Canvas): string => c.pattern(7, 7, stroke('M0 0L7 7M7 0L0 7', fade('#000000', 0.42), 1.3));

/** Two to hold, with a receiver behind. */
export const handheld: Oddity = {
  focus: [300, 190],
  draw({ c, m }) {
    const one = (x: number, turn: number, accent: string) =>
      group(
        d`translate(${x} 300) rotate(${turn})`,
        {},
        ellipse(26, 6, 50, 210, fade('#2a2620', 0.22), { filter: c.blur(12) }),
        path('M-26-70H26L18 190Q18 204 0 204T-18 190z', c.barrel(m)),
        rect(-20, 170, 40, 12, 3, accent),
        rect(-34, -92, 68, 24, 8, c.barrel(steel)),
        circle(0, -134, 50, c.glow([steel.hi, steel.base, steel.line], 0.36, 0.3, 0.75)),
        circle(0, -134, 50, grille(c)),
        rect(-51, -140, 102, 12, 4, c.barrel(steel)),
        rect(-8, -20, 16, 40, 8, '#17181b'),
        circle(0, -8, 4, '#7be0a0'),
      );
    return (
      contact(c, 430, 500, 480) +
      rect(210, 420, 420, 82, 12, c.down('#4a4d53', '#1a1b1e')) +
      rect(232, 438, 130, 46, 6, '#0d1014') +
      rect(478, 438, 130, 46, 6, '#0d1014') +
      [0, 1, 2, 3, 4]
        .map(
          (i) =>
            rect(246 + i * 20, 466 - i * 4, 12, 8 + i * 4, 2, '#7be0a0') + rect(492 + i * 20, 466 - i * 4, 12, 8 + i * 4, 2, '#7be0a0'),
        )
        .join('') +
      circle(420, 461, 14, c.slant(steel.hi, steel.deep)) +
      one(300, -12, '#d9573f') +
      one(500, 10, '#3f8fb0')
    );
  },
};

/** An ear hook and a thin boom, with its body pack. */
export const headset: Oddity = {
  focus: [330, 240],
  draw: ({ c, m }) =>
    contact(c, 540, 496, 150) +
    stroke('M250 130C170 130 160 270 246 262M440 118C520 110 540 230 470 262', m.deep, 13) +
    stroke('M250 132C350 60 400 60 440 120', m.base, 10) +
    stroke('M250 129C350 57 400 57 440 117', m.hi, 3) +
    stroke('M246 262C280 350 330 372 386 366', m.base, 8) +
    stroke('M246 260C280 346 330 368 386 363', m.hi, 2) +
    ellipse(400, 366, 26, 16, c.glow(['#5a5d63', '#26282c'], 0.4, 0.3, 0.7), { transform: 'rotate(-6 400 366)' }) +
    stroke('M470 262C520 330 430 420 500 420', rubber.base, 5) +
    rect(470, 330, 140, 162, 18, c.slant(rampOf('#4a4d53').hi, '#3a3c42', '#17181b')) +
    rect(488, 350, 104, 50, 8, '#0d1014') +
    rect(498, 362, 44, 8, 4, '#7be0a0') +
    rect(498, 378, 26, 6, 3, fade('#ffffff', 0.5)) +
    rect(584, 262, 8, 72, 4, rubber.base) +
    circle(510, 440, 10, m.base) +
    circle(568, 440, 10, '#d9573f'),
};

/** A round puck for the middle of a table. */
export const conference: Oddity = {
  focus: [400, 370],
  draw: ({ c, m }) =>
    contact(c, 400, 476, 430) +
    path('M180 380Q180 470 400 474T620 380z', c.across(m.lit, m.base, m.line)) +
    ellipse(400, 372, 222, 92, c.slant(m.hi, m.base, m.deep)) +
    ellipse(400, 368, 206, 82, c.slant(rubber.hi, rubber.deep)) +
    ellipse(400, 368, 206, 82, dots(c)) +
    ellipse(400, 364, 112, 42, 'none', { stroke: '#5fc4e8', 'stroke-width': 6 }) +
    ellipse(400, 362, 100, 36, c.slant('#4a4d53', '#1a1b1e')) +
    stroke('M384 362h32M400 354v16', fade('#ffffff', 0.8), 4) +
    stroke('M330 362h24M446 362h24', fade('#ffffff', 0.6), 4) +
    stroke('M612 410C680 430 700 470 820 470', rubber.base, 9),
};
