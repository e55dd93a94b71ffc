import type { Canvas } from '../canvas.ts';
import { fade, mix, rampOf } from '../color.ts';
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
