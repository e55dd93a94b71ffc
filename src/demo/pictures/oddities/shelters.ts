import { fade, mix, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import { rubber, steel, wood } from '../palette.ts';
import { circle, ellipse, path, rect, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';

/** A half shell that springs open, for shade. */
export const popUp: Oddity = {
  focus: [400, 360],
  draw({ c, m }) {
    const inner = rampOf(mix(m.base, '#3a3c42', 0.42));
    return (
      contact(c, 400, 496, 580) +
      path('M120 480Q130 170 430 150Q670 170 690 470Q560 500 400 490z', c.slant(m.hi, [0.5, m.base], m.deep)) +
      path('M170 484Q190 240 420 214Q590 236 600 476L400 500z', c.slant(inner.deep, inner.base)) +
      path('M160 486L600 476L660 512Q400 540 110 520z', c.down('#d9d2c1', '#bdb39c')) +
      path('M170 484Q190 240 420 214Q330 300 330 490z', fade(inner.line, 0.5)) +
      path('M300 330Q360 290 440 300L450 380Q370 376 300 396z', fade('#bfe0ef', 0.5)) +
      stroke('M170 484Q190 240 420 214Q590 236 600 476', m.line, 6) +
      stroke('M120 480Q130 170 430 150Q670 170 690 470', m.hi, 4) +
      stroke('M430 150Q600 240 640 474', fade(m.line, 0.5), 3) +
      stroke('M118 482L70 514M690 472L736 506', '#b9a98a', 3)
    );
  },
};

/** A sheet between two poles and its lines. */
export const tarp: Oddity = {
  focus: [400, 200],
  draw: ({ c, m }) =>
    ellipse(410, 496, 260, 20, fade('#2a2620', 0.22), { filter: c.blur(12) }) +
    stroke('M226 190L96 500M574 170L710 500M110 262L50 480M690 250L752 470', '#b9a98a', 2.5) +
    path('M226 176L574 158L690 250Q400 330 110 262z', c.slant(m.hi, m.base, m.deep)) +
    path('M226 176L574 158Q400 196 226 176z', fade('#ffffff', 0.3)) +
    path('M110 262Q400 330 690 250L688 262Q400 344 112 274z', m.line) +
    stroke('M226 176Q400 192 574 158', fade(m.line, 0.6), 3) +
    rect(221, 168, 10, 330, 3, c.barrel(steel)) +
    rect(569, 150, 10, 344, 3, c.barrel(steel)) +
    path('M330 430L470 424L500 452L306 460z', c.down(wood.hi, wood.shade)) +
    stroke('M330 460L322 500M480 452L492 496', wood.deep, 8) +
    rect(388, 404, 22, 24, 5, '#c46b4a'),
};

/** A tent that opens on the roof of a car. */
export const roofTent: Oddity = {
  focus: [400, 190],
  draw({ c, m }) {
    const fly = rampOf(mix(m.base, '#cdb98f', 0.62));
    const wheel = (x: number) =>
      circle(x, 476, 54, c.slant(rubber.hi, rubber.deep)) +
      circle(x, 476, 32, c.slant(steel.hi, steel.line)) +
      circle(x, 476, 9, rubber.base);
    return (
      contact(c, 400, 524, 560) +
      path(
        'M104 470Q96 400 130 384L220 366L282 276H560L630 366L684 384Q704 400 700 470Q690 486 400 486T104 470z',
        c.down('#9fb0ad', [0.5, '#7f928f'], '#56676a'),
      ) +
      path('M250 366L300 294H408V366z', c.slant('#c6d8de', '#64777f')) +
      path('M424 294H548L598 366H424z', c.slant('#b4c8cf', '#586b73')) +
      stroke('M416 290V474M220 384H640', fade('#2b3436', 0.35), 3) +
      ellipse(120, 410, 12, 10, '#fff4cf') +
      wheel(220) +
      wheel(588) +
      stroke('M300 270V252M540 270V252', rubber.base, 8) +
      rect(252, 240, 336, 20, 6, c.roller(m)) +
      path('M262 240L306 118H560L580 240z', c.across(fly.hi, fly.base, fly.deep)) +
      path('M360 240V166Q360 150 376 150H440Q456 150 456 166V240z', c.down('#4a443c', '#8b7d67')) +
      path('M484 160H540L546 210H484z', fade('#3a4148', 0.5)) +
      path('M296 112Q300 96 320 96H566Q580 96 580 112L572 128H300z', c.down(m.hi, m.deep)) +
      stroke('M262 244L196 510M284 250L226 510', steel.shade, 7) +
      stroke('M250 300h26M236 352h28M222 404h30M208 456h30', steel.lit, 6)
    );
  },
};
