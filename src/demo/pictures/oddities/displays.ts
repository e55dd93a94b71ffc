import { fade } from '../color.ts';
import { contact, glass, pool } from '../light.ts';
import { rubber, steel } from '../palette.ts';
import { landscape } from '../scenery.ts';
import { circle, drum, ellipse, group, path, poly, rect, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';

function lines(x: number, y: number, w: number, count: number, fill: string): string {
  return Array.from({ length: count }, (_, i) => rect(x, y + i * 20, i === count - 1 ? w * 0.55 : w - (i % 3) * 14, 6, 3, fill)).join('');
}

/** Opened to a small tablet, the crease just seen. */
export const unfolded: Oddity = {
  focus: [480, 380],
  draw: ({ c, m, dice }) =>
    rect(190, 120, 450, 392, 34, fade('#2a2620', 0.36), { filter: c.blur(16) }) +
    rect(172, 90, 456, 400, 34, c.across(m.hi, [0.05, m.deep], [0.5, m.base], [0.95, m.deep], m.lit)) +
    rect(178, 96, 444, 388, 29, '#08090b') +
    landscape(c, dice, 'dusk', 187, 105, 426, 370, 22) +
    rect(380, 105, 40, 370, 0, c.across(fade('#000000', 0), fade('#000000', 0.2), fade('#ffffff', 0.16), fade('#000000', 0))) +
    circle(520, 126, 7, '#08090b') +
    [0, 1, 2, 3, 4]
      .map((i) => rect(262 + i * 58, 412, 40, 40, 11, ['#f4f1ea', '#e9735f', '#62b58a', '#5b97d6', '#a285d0'][i] ?? ''))
      .join('') +
    rect(220, 150, 130, 70, 14, fade('#ffffff', 0.8)) +
    rect(238, 168, 70, 9, 4, '#4a5160') +
    rect(238, 188, 44, 8, 4, fade('#4a5160', 0.5)),
};

/** Folded once across, standing ajar. */
export const flip: Oddity = {
  focus: [400, 200],
  draw: ({ c, m, dice }) =>
    contact(c, 400, 506, 260) +
    path('M284 300H516L534 484Q534 504 514 504H286Q266 504 266 484z', c.down('#141519', '#0a0b0d')) +
    group('', { 'clip-path': c.clip(path('M292 304H508L522 492H278z', '#000')) }, landscape(c, dice, 'dusk', 270, 300, 260, 200)) +
    rect(276, 84, 248, 214, 30, c.slant(m.hi, [0.45, m.base], m.deep)) +
    rect(292, 100, 216, 178, 20, '#0b0c0f') +
    landscape(c, dice, 'sea', 298, 106, 204, 166, 15) +
    rect(292, 206, 132, 72, 20, '#0b0c0f') +
    glass(c, 326, 242, 24, '#6a7fc4') +
    glass(c, 386, 242, 24, '#6a7fc4') +
    rect(320, 128, 80, 14, 7, fade('#ffffff', 0.85)) +
    rect(320, 152, 48, 8, 4, fade('#ffffff', 0.6)) +
    rect(262, 290, 276, 22, 11, c.roller(m)),
};

/** A round lamp that paints stars on the ceiling. */
export const starDome: Oddity = {
  focus: [400, 330],
  draw({ c, m, dice }) {
    let sky = '';
    for (let i = 0; i < 34; i += 1) sky += circle(dice.between(20, 780), dice.between(10, 210), dice.between(1, 3), fade('#ffffff', 0.9));
    return (
      rect(0, 0, 800, 600, 0, c.down('#1c2148', [0.5, '#39406c'], [0.72, '#4a4f74'], '#3b3f60')) +
      pool(c, 280, 110, 280, 120, '#5b8fd8', 0.55) +
      pool(c, 540, 90, 280, 120, '#b06fd0', 0.5) +
      sky +
      path(poly([360, 290], [440, 290], [800, 0], [0, 0]), c.down(fade('#cfd8ff', 0.05), fade('#cfd8ff', 0.3))) +
      ellipse(408, 506, 150, 14, fade('#0a0c1c', 0.5), { filter: c.blur(6) }) +
      path(drum(400, 440, 490, 96, 120, 0.2), c.barrel(m)) +
      circle(400, 356, 112, c.glow([m.hi, [0.5, m.base], m.deep], 0.36, 0.3, 0.76)) +
      ellipse(400, 302, 70, 42, '#15161c') +
      ellipse(400, 300, 54, 31, c.glow(['#f4f0ff', [0.4, '#8f9be8'], '#2a2f5c'], 0.45, 0.4, 0.6)) +
      circle(400, 398, 12, fade('#ffffff', 0.35)) +
      stroke('M316 330q8-44 48-66', fade('#ffffff', 0.5), 6)
    );
  },
};

/** Blown up for the lawn. */
export const inflatable: Oddity = {
  focus: [560, 400],
  draw: ({ c, m, dice }) =>
    contact(c, 400, 522, 560) +
    stroke('M130 200L60 516M670 200L740 516', '#b9a98a', 3) +
    rect(112, 60, 576, 420, 52, c.slant(m.hi, [0.3, m.base], m.deep)) +
    stroke('M134 470V110Q134 84 160 84H640', m.hi, 6) +
    landscape(c, dice, 'day', 176, 124, 448, 280, 4) +
    rect(176, 124, 448, 280, 4, c.slant(fade('#ffffff', 0.3), [0.5, fade('#ffffff', 0)])) +
    rect(112, 430, 576, 84, 40, c.roller(m)) +
    stroke('M130 472H670', fade(m.line, 0.5), 3) +
    circle(620, 472, 19, c.slant(rubber.hi, rubber.deep)),
};

/** Paper-like, one wide edge to hold. */
export const reader: Oddity = {
  focus: [400, 260],
  draw: ({ c, m }) =>
    group(
      'rotate(-5 400 300)',
      {},
      rect(256, 84, 330, 456, 26, fade('#2a2620', 0.36), { filter: c.blur(16) }),
      rect(240, 60, 330, 456, 26, c.slant(m.hi, m.base, m.shade)),
      rect(268, 90, 240, 396, 4, '#e9e6dc'),
      rect(296, 124, 130, 12, 4, '#4a4a48'),
      lines(296, 162, 184, 8, fade('#4a4a48', 0.65)),
      lines(296, 348, 184, 5, fade('#4a4a48', 0.65)),
      rect(528, 230, 20, 44, 8, m.deep),
      rect(528, 286, 20, 44, 8, m.deep),
      path('M268 90H420L268 300z', fade('#ffffff', 0.25)),
    ),
};

/** Upright on a heavy foot, asking for a name. */
export const sign: Oddity = {
  focus: [400, 220],
  draw: ({ c, m, dice }) =>
    contact(c, 400, 524, 270) +
    ellipse(400, 512, 132, 20, c.across(m.hi, m.base, m.line)) +
    rect(388, 400, 24, 108, 6, c.barrel(steel)) +
    rect(266, 60, 268, 362, 24, c.slant(m.hi, m.base, m.deep)) +
    rect(274, 68, 252, 346, 18, '#0c0d10') +
    landscape(c, dice, 'dusk', 288, 84, 224, 120, 8) +
    rect(288, 204, 224, 196, 8, '#f6f4ee') +
    rect(312, 228, 100, 11, 5, '#3a4150') +
    rect(312, 254, 176, 30, 8, '#e3e0d8') +
    rect(312, 294, 176, 30, 8, '#e3e0d8') +
    rect(312, 342, 176, 36, 18, '#3f8fb0') +
    rect(364, 356, 72, 8, 4, '#ffffff'),
};
