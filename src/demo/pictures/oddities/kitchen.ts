import type { Canvas } from '../canvas.ts';
import { fade } from '../color.ts';
import { contact, pool } from '../light.ts';
import { brass, rubber, steel, wood } from '../palette.ts';
import { circle, drum, ellipse, path, poly, rect, ribs, slots, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { d } from '../svg.ts';

function fire(c: Canvas, cx: number, y: number, k: number): string {
  const tongue = (x: number, w: number, h: number, fill: string) =>
    path(
      d`M${x - w * k} ${y}Q${x - w * 1.1 * k} ${y - h * 0.5 * k} ${x} ${y - h * k}Q${x + w * 1.2 * k} ${y - h * 0.45 * k} ${x + w * k} ${y}z`,
      fill,
    );
  return (
    pool(c, cx, y - 40 * k, 220 * k, 170 * k, '#ffb45e', 0.55) +
    tongue(cx - 40 * k, 34, 120, '#e9762f') +
    tongue(cx + 44 * k, 32, 108, '#e9762f') +
    tongue(cx, 46, 170, '#f0913a') +
    tongue(cx - 4 * k, 28, 116, '#f8c25a') +
    tongue(cx, 15, 64, '#fff0bd')
  );
}

/** A flat case with one burner, its cartridge at the side. */
export const cassette: Oddity = {
  focus: [330, 330],
  draw({ c, m }) {
    const flames = Array.from({ length: 11 }, (_, i) =>
      path(d`M${236 + i * 17} 304q-7-12 7-26q14 14 7 26z`, c.down(fade('#a9d2ff', 0.3), '#4f87e6')),
    ).join('');
    return (
      contact(c, 400, 476, 560) +
      path('M148 330H652L680 392H120z', c.down(m.hi, m.base)) +
      ellipse(326, 350, 150, 30, '#3a3c42') +
      flames +
      ellipse(326, 314, 96, 20, c.across(brass.hi, brass.base, brass.deep)) +
      ellipse(326, 310, 66, 12, '#2b2d31') +
      stroke('M190 352L250 296M462 352L402 296M206 300H446', '#26282c', 12) +
      stroke('M188 349L248 293M204 296H444', '#55585e', 3) +
      path('M500 330H640L664 388H520z', c.down(m.lit, m.shade)) +
      path('M120 390H680V444Q680 466 658 466H142Q120 466 120 444z', c.down([0, m.hi], [0.1, m.lit], [0.4, m.base], [1, m.deep])) +
      circle(580, 430, 26, c.slant(rubber.hi, rubber.deep)) +
      stroke('M580 430V408', '#e9e6df', 5) +
      rect(180, 416, 120, 24, 8, m.deep) +
      slots(330, 418, 120, 10, 3, fade(m.line, 0.5), 4) +
      rect(160, 464, 50, 14, 5, rubber.base) +
      rect(590, 464, 50, 14, 5, rubber.base)
    );
  },
};

/** A double-walled bowl with a clean fire. */
export const fireBowl: Oddity = {
  focus: [400, 260],
  draw: ({ c, m }) =>
    contact(c, 400, 500, 330) +
    ellipse(400, 270, 176, 34, '#26221f') +
    fire(c, 400, 280, 1.1) +
    path('M224 270A176 34 0 0 0 576 270L566 470Q560 492 400 496T234 470z', c.barrel(m)) +
    stroke('M224 270A176 34 0 0 0 576 270', m.hi, 9) +
    [0, 1, 2, 3, 4, 5, 6, 7, 8]
      .map((i) => ellipse(250 + i * 37.5, 318 + 12 * Math.sin((i / 8) * Math.PI), 7, 7, fade('#1b1714', 0.8)))
      .join('') +
    stroke('M236 452Q400 486 564 452', fade('#000000', 0.25), 5),
};

/** A box of coals on crossed legs. */
export const grill: Oddity = {
  focus: [400, 270],
  draw: ({ c, m }) =>
    contact(c, 400, 520, 420) +
    stroke('M230 330L560 516M570 330L240 516', steel.deep, 13) +
    stroke('M228 328L558 513M568 328L238 513', steel.hi, 4) +
    path(poly([170, 250], [630, 250], [606, 356], [194, 356]), c.down(m.hi, [0.3, m.base], m.deep)) +
    path(poly([170, 250], [630, 250], [590, 206], [210, 206]), '#2a2220') +
    pool(c, 400, 230, 190, 26, '#ff7a3a', 0.9) +
    [240, 290, 340, 390, 440, 490, 540].map((x) => ellipse(x, 232, 22, 11, '#4a3a34')).join('') +
    ribs(214, 208, 372, 42, 24, steel.base, 4) +
    stroke('M168 250H632M206 206H594', steel.lit, 8) +
    path('M270 226Q290 206 330 214Q346 226 322 236Q286 244 270 226zM420 218Q456 200 492 218Q498 236 456 238Q420 236 420 218z', '#9c4f36') +
    slots(240, 300, 100, 14, 3, fade('#000000', 0.4), 6) +
    slots(460, 300, 100, 14, 3, fade('#000000', 0.4), 6) +
    stroke('M140 262h30M630 262h30', wood.base, 12),
};

/** A kettle with a folding bail. */
export const kettle: Oddity = {
  focus: [400, 300],
  draw: ({ c, m }) =>
    contact(c, 400, 494, 330) +
    stroke('M282 240C270 70 530 70 518 240', steel.line, 11) +
    stroke('M340 124C372 104 428 104 460 124', rubber.base, 22) +
    path('M530 300Q600 290 628 220L660 214Q650 330 546 380z', c.slant(m.hi, m.deep)) +
    path('M270 268Q280 226 400 222T530 268Q566 330 560 470Q556 490 400 492T240 470Q234 330 270 268z', c.barrel(m)) +
    stroke('M244 452Q400 478 556 452', fade('#000000', 0.2), 4) +
    ellipse(400, 240, 96, 20, c.slant(m.hi, m.shade)) +
    path(drum(400, 216, 238, 70, 84, 0.18), c.barrel(m)) +
    ellipse(400, 216, 70, 13, m.lit) +
    rect(386, 184, 28, 28, 8, c.barrel(rubber)) +
    circle(282, 244, 9, steel.deep) +
    circle(518, 244, 9, steel.deep) +
    stroke('M292 300Q280 370 286 440', fade('#ffffff', 0.55), 9),
};
