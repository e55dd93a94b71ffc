import { fade, mix, rampOf } from '../color.ts';
import { contact, glass } from '../light.ts';
import { rubber, steel } from '../palette.ts';
import { landscape } from '../scenery.ts';
import { circle, ellipse, enlarged, path, rect, ring, slots, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';

/** Prints as it shoots: a tall soft body, the picture coming out at the top. */
export const instant: Oddity = {
  focus: [390, 290],
  draw({ c, m, dice }) {
    const trim = rampOf(mix(m.base, '#fbf8f0', 0.7));
    return enlarged(
      1.08,
      500,
      contact(c, 400, 490, 360),
      rect(306, 62, 188, 120, 5, '#fbf9f3'),
      landscape(c, dice, 'dusk', 320, 76, 160, 110, 2),
      rect(236, 150, 328, 336, 64, m.line, { transform: 'translate(8 4)' }),
      rect(236, 150, 328, 336, 64, c.slant(m.hi, [0.4, m.base], m.deep)),
      rect(290, 146, 220, 14, 7, '#26282c'),
      rect(240, 376, 320, 104, 46, c.down(trim.hi, trim.base, trim.shade)),
      rect(240, 376, 320, 50, 0, c.down(trim.hi, trim.lit)),
      circle(397, 324, 106, fade('#000000', 0.3), { filter: c.blur(8) }),
      circle(392, 316, 104, c.slant(trim.hi, trim.base, trim.deep)),
      circle(392, 316, 84, c.slant('#4b4e54', '#141518')),
      ring(392, 316, 74, m.base, 4),
      glass(c, 392, 316, 62, '#6a7fc4'),
      rect(264, 186, 74, 44, 14, c.slant('#fffdf4', '#d9dde3')),
      slots(276, 198, 50, 9, 3, fade('#9aa3b0', 0.6), 2),
      rect(462, 184, 62, 46, 14, '#1b1c20'),
      rect(472, 193, 42, 28, 8, c.slant('#7f92b8', '#1a2032')),
      circle(520, 400, 21, c.slant('#e4705f', '#a93227')),
      circle(520, 400, 15, c.slant('#c8473c', '#e4705f')),
      ring(230, 250, 10, steel.shade, 5),
    );
  },
};

/** Two fisheye lenses back to back on a slim stick. */
export const sphere: Oddity = {
  focus: [400, 190],
  draw: ({ c, m }) =>
    contact(c, 400, 506, 110) +
    rect(386, 396, 28, 110, 8, c.barrel(steel)) +
    rect(372, 494, 56, 12, 6, c.roller(rubber)) +
    ellipse(322, 176, 34, 52, c.glow(['#5d6c9c', [0.5, '#232a40'], '#08090c'], 0.34, 0.3, 0.8)) +
    ellipse(478, 176, 34, 52, c.glow(['#4a5884', [0.5, '#1a2034'], '#060709'], 0.4, 0.3, 0.8)) +
    rect(318, 72, 164, 330, 46, c.across(m.shade, [0.2, m.hi], [0.45, m.base], m.deep)) +
    rect(321, 75, 158, 324, 43, 'none', { stroke: fade('#ffffff', 0.2), 'stroke-width': 2 }) +
    circle(400, 176, 62, '#0d0e11') +
    glass(c, 400, 176, 56, '#4f8fb0') +
    rect(352, 268, 96, 62, 12, '#0e1014') +
    rect(364, 284, 44, 7, 3, fade('#ffffff', 0.8)) +
    rect(364, 300, 26, 6, 3, fade('#7be0a0', 0.9)) +
    circle(428, 299, 9, '#d9483a') +
    circle(400, 362, 17, c.slant(m.lit, m.deep)) +
    circle(400, 362, 7, '#d9483a') +
    stroke('M297 152q5-14 15-18', fade('#ffffff', 0.6), 5),
};

/** A camera on a three-axis head, in one hand. */
export const gimbalCamera: Oddity = {
  focus: [410, 150],
  draw: ({ c, m, dice }) =>
    contact(c, 402, 530, 110) +
    rect(352, 250, 96, 276, 36, c.across(m.shade, [0.2, m.hi], [0.5, m.base], m.deep)) +
    rect(366, 284, 68, 96, 10, '#0d0e11') +
    landscape(c, dice, 'dusk', 371, 289, 58, 86, 6) +
    circle(400, 412, 17, c.slant('#4b4e54', '#17181b')) +
    circle(400, 412, 8, '#2b2d31') +
    circle(400, 456, 15, c.slant('#e4705f', '#a93227')) +
    slots(376, 490, 48, 9, 3, fade('#000000', 0.4), 3) +
    rect(374, 232, 52, 26, 8, c.barrel(rubber)) +
    path('M386 236V180Q386 166 372 166H340Q322 166 322 148V126H348V140H380Q412 140 412 172V236z', c.across(m.hi, m.base, m.deep)) +
    circle(336, 118, 26, c.slant(m.hi, m.deep)) +
    rect(344, 66, 128, 104, 34, c.slant(m.hi, [0.4, m.base], m.deep)) +
    circle(424, 118, 42, '#0c0d10') +
    ring(424, 118, 41, fade('#ffffff', 0.2), 2) +
    glass(c, 424, 118, 34, '#6a7fc4') +
    ellipse(336, 118, 10, 14, m.deep),
};
