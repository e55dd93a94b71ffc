import type { Canvas } from '../canvas.ts';
import { fade, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import { rubber, steel } from '../palette.ts';
import { circle, ellipse, group, path, rect, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { d } from '../svg.ts';

const dots = (c: Canvas): string => c.pattern(8, 8, circle(2, 2, 1.2, fade('#ffffff', 0.16)), circle(6, 6.4, 1.2, fade('#000000', 0.24)));

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
