import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import { contact, pool } from '../light.ts';
import { rubber, steel } from '../palette.ts';
import { landscape } from '../scenery.ts';
import { circle, path, rect, ring, slots, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { d } from '../svg.ts';

function pole(c: Canvas, m: Ramp, x: number): string {
  return (
    contact(c, x, 532, 170) +
    stroke(d`M${x} 440L${x - 84} 528M${x} 440L${x + 84} 528M${x} 440V532`, m.deep, 12) +
    stroke(d`M${x - 2} 438L${x - 86} 525`, m.hi, 3) +
    rect(x - 8, 100, 16, 240, 4, c.barrel(steel)) +
    rect(x - 12, 290, 24, 200, 5, c.barrel(m)) +
    rect(x - 18, 282, 36, 26, 7, c.barrel(rubber)) +
    rect(x - 18, 430, 36, 26, 7, c.barrel(rubber)) +
    rect(x + 14, 288, 30, 14, 6, c.roller(steel))
  );
}

/** Two columns for loudspeakers. */
export const poles: Oddity = { focus: [290, 300], draw: ({ c, m }) => pole(c, m, 270) + pole(c, m, 530) };

/** A column with a flat top for a projector. */
export const tray: Oddity = {
  focus: [400, 160],
  draw: ({ c, m }) =>
    pole(c, m, 400) +
    path('M250 96H550L580 128H220z', c.down(m.hi, m.base)) +
    rect(220, 126, 360, 16, 6, c.roller(m)) +
    rect(374, 140, 52, 30, 6, c.barrel(rubber)) +
    slots(300, 108, 200, 8, 2, fade(m.line, 0.5), 3),
};

/** A hoop of light around the lens. */
export const ringLight: Oddity = {
  focus: [400, 200],
  draw: ({ c, m }) =>
    pool(c, 400, 200, 360, 300, '#fff3d6', 0.9) +
    contact(c, 400, 534, 230) +
    stroke('M400 450L300 530M400 450L500 530M400 450V534', rubber.base, 12) +
    rect(391, 330, 18, 130, 5, c.barrel(steel)) +
    ring(400, 200, 128, m.base, 56) +
    ring(400, 200, 128, '#fffdf4', 38) +
    ring(400, 200, 128, fade('#ffe9b8', 0.6), 38, { 'stroke-dasharray': '7 9' }) +
    ring(397, 196, 154, fade('#ffffff', 0.7), 3) +
    rect(380, 326, 40, 30, 8, c.barrel(rubber)) +
    rect(366, 146, 68, 112, 12, '#26282c') +
    rect(372, 154, 56, 96, 7, c.slant('#8fa4c4', '#2f3c5c')) +
    stroke('M400 258V330', steel.deep, 7),
};

/** A stabiliser: grip, arms and motors holding a phone level. */
export const gimbal: Oddity = {
  focus: [400, 180],
  draw: ({ c, m, dice }) =>
    contact(c, 400, 536, 190) +
    stroke('M400 496L330 530M400 496L470 530M400 490V536', rubber.base, 13) +
    rect(368, 300, 64, 200, 28, c.across(m.shade, [0.2, m.hi], [0.5, m.base], m.deep)) +
    circle(400, 346, 18, c.slant('#4b4e54', '#17181b')) +
    circle(400, 394, 9, '#d9483a') +
    slots(384, 430, 32, 12, 4, fade('#000000', 0.35), 4) +
    rect(372, 268, 56, 36, 10, c.barrel(rubber)) +
    stroke('M400 270Q520 280 520 210V170', m.deep, 26) +
    stroke('M398 266Q514 276 514 206V172', m.hi, 6) +
    circle(518, 158, 32, c.slant(m.hi, m.deep)) +
    circle(518, 158, 17, c.slant(rubber.hi, rubber.deep)) +
    rect(250, 92, 260, 128, 18, '#15161a') +
    landscape(c, dice, 'dusk', 258, 100, 244, 112, 12) +
    rect(338, 82, 84, 16, 6, c.roller(rubber)) +
    rect(338, 214, 84, 16, 6, c.roller(rubber)),
};

/** Rails, a carriage and its motor. */
export const slider: Oddity = {
  focus: [400, 330],
  draw: ({ c, m }) =>
    contact(c, 400, 476, 620) +
    [150, 650].map((x) => stroke(d`M${x} 420L${x - 34} 470M${x} 420L${x + 34} 470`, rubber.base, 12)).join('') +
    rect(100, 366, 600, 14, 7, c.roller(steel)) +
    rect(100, 404, 600, 14, 7, c.roller(steel)) +
    rect(88, 352, 52, 80, 12, c.slant(m.hi, m.deep)) +
    rect(660, 352, 52, 80, 12, c.slant(m.hi, m.deep)) +
    rect(300, 340, 200, 56, 12, c.down(m.hi, m.deep)) +
    circle(334, 370, 13, steel.shade) +
    circle(466, 370, 13, steel.shade) +
    rect(352, 312, 96, 30, 8, c.barrel(rubber)) +
    circle(400, 290, 28, c.glow([steel.hi, steel.base, steel.line], 0.36, 0.3, 0.75)) +
    rect(376, 282, 48, 34, 8, c.barrel(m)) +
    rect(336, 252, 128, 20, 5, c.down('#4a4d53', '#1b1c1f')) +
    rect(394, 238, 12, 16, 3, c.barrel(steel)) +
    circle(686, 392, 12, '#7be0a0'),
};
