import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import { contact, pool } from '../light.ts';
import * as lights from '../oddities/lights.ts';
import { accents, brass, rubber, steel } from '../palette.ts';
import { circle, drum, ellipse, enlarged, group, path, rect, roundRibs, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return { w: dice.between(0.94, 1.08), gold: dice.chance(0.4), accent: dice.pick(accents), cage: dice.chance(0.5) };
}
type Traits = ReturnType<typeof traits>;

/** An oil lamp's shape: tank, glass, chimney, bail; a warm filament inside. */
function classic(c: Canvas, m: Ramp, t: Traits): string {
  const trim = t.gold ? brass : steel;
  return (
    stroke('M284 190C270 60 530 60 516 190', steel.line, 7) +
    stroke('M283 188C269 58 529 58 515 188', steel.hi, 2) +
    rect(382, 66, 36, 16, 8, rubber.base) +
    stroke('M296 400V184Q296 150 336 150M504 400V184Q504 150 464 150', m.line, 17) +
    stroke('M292 400V184Q292 148 332 148M501 400V184Q501 148 464 148', m.lit, 5) +
    path(drum(400, 116, 158, 40, 64, 0.2), c.barrel(m)) +
    ellipse(400, 116, 40, 8, m.hi) +
    rect(376, 98, 48, 16, 6, c.barrel(m)) +
    path(
      'M340 168Q316 250 338 334Q342 348 400 348T462 334Q484 250 460 168Q400 178 340 168z',
      c.across(
        fade('#ffffff', 0.75),
        [0.2, fade('#ffeec2', 0.5)],
        [0.5, fade('#ffe6ae', 0.75)],
        [0.85, fade('#ffeec2', 0.45)],
        fade('#cfc7b4', 0.7),
      ),
    ) +
    path('M400 216Q424 262 416 290Q410 308 400 308T384 290Q376 262 400 216z', c.down('#fff9e2', [0.6, '#ffd479'], '#f0a243')) +
    rect(388, 304, 24, 34, 4, c.barrel(trim)) +
    path('M352 190Q338 250 350 318', 'none', { stroke: fade('#ffffff', 0.9), 'stroke-width': 7, 'stroke-linecap': 'round' }) +
    (t.cage ? stroke('M330 226Q400 244 470 226M330 286Q400 304 470 286', steel.deep, 4) : '') +
    path(drum(400, 340, 366, 70, 82, 0.16), c.barrel(trim)) +
    path('M306 372Q306 358 400 358T494 372L512 452Q512 474 400 476T288 452z', c.barrel(m)) +
    stroke('M300 398Q400 418 500 398', fade('#ffffff', 0.22), 4) +
    stroke('M288 452Q400 490 512 452', m.line, 8) +
    circle(512, 356, 13, c.slant(trim.hi, trim.deep)) +
    stroke('M470 356h36', trim.deep, 6) +
    ellipse(352, 386, 15, 6, c.slant(trim.hi, trim.deep))
  );
}

/** A camping light: milky shade, ribbed base, hook. */
function led(c: Canvas, m: Ramp, t: Traits): string {
  const r = 96 * t.w;
  return (
    stroke('M340 150C330 44 470 44 460 150', m.deep, 11) +
    stroke('M339 148C329 42 469 42 459 148', m.hi, 3) +
    path(drum(400, 134, 176, r * 0.72, r, 0.2), c.barrel(m)) +
    ellipse(400, 134, r * 0.72, r * 0.15, c.slant(m.hi, m.base)) +
    ellipse(400, 132, r * 0.34, r * 0.07, m.deep) +
    path(
      drum(400, 180, 344, r * 0.94, r * 0.94, 0.2),
      c.across('#e9d3a0', [0.2, '#fff3d0'], [0.45, '#fffdf3'], [0.8, '#ffecbd'], '#d9bd84'),
    ) +
    ellipse(400, 266, r * 0.6, 74, c.glow(['#ffffff', fade('#fff4cf', 0)])) +
    (t.cage
      ? stroke(d`M${400 - r * 0.98} 186V350M${400 - r * 0.4} 198V364M${400 + r * 0.4} 198V364M${400 + r * 0.98} 186V350`, m.deep, 6) +
        stroke(d`M${400 - r} 262A${r} ${r * 0.2} 0 0 0 ${400 + r} 262`, m.deep, 5)
      : '') +
    path(drum(400, 344, 372, r, r * 1.04, 0.2), c.barrel(steel)) +
    path(drum(400, 370, 458, r * 1.04, r * 0.98, 0.2), c.barrel(m)) +
    roundRibs(400 - r, 382, r * 2, 58, 26, fade('#000000', 0.18), 3, 0.2) +
    path(d`M374 398q26 8 52 0v40q-26 8-52 0z`, c.down(m.lit, m.deep)) +
    circle(400, 420, 13, c.slant(rubber.hi, rubber.deep)) +
    stroke('M400 412v7', t.accent, 3.5)
  );
}

/** A flat round globe on a disc, to stand or hang. */
function globe(c: Canvas, m: Ramp, t: Traits): string {
  return (
    stroke('M400 156V96M372 96a28 28 0 1 1 56 0', rubber.base, 8) +
    path('M262 296Q262 156 400 150T538 296Q538 372 400 378T262 296z', c.glow(['#fffdf4', [0.55, '#fff0c8'], '#e8c98c'], 0.44, 0.4, 0.66)) +
    stroke('M300 222Q318 178 366 168', fade('#ffffff', 0.9), 9) +
    (t.cage ? stroke('M400 152Q304 250 330 372M400 152Q496 250 470 372', fade('#b48a4c', 0.3), 3) : '') +
    path('M268 330Q400 396 532 330L520 428Q500 470 400 472T280 428z', c.barrel(m)) +
    stroke('M268 332Q400 398 532 332', fade('#ffffff', 0.45), 3) +
    ellipse(400, 424, 24, 17, c.slant(m.hi, m.deep)) +
    ellipse(400, 423, 16, 11, rubber.base) +
    stroke('M400 416v6', t.accent, 3) +
    [-78, -58, 58, 78].map((x) => ellipse(400 + x, 410, 4, 5, fade('#fff6d8', 0.8))).join('')
  );
}

const draw = ({ c, m, look }: Sitting, t: Traits): string =>
  look === 'classic' ? classic(c, m, t) : look === 'led' ? led(c, m, t) : globe(c, m, t);

function whole(s: Sitting): string {
  const t = traits(s);
  return (
    s.studio +
    pool(s.c, 400, 260, 400, 300, '#ffe9b0', 0.85) +
    enlarged(1.1, 486, contact(s.c, 400, 474, 210), draw(s, t)) +
    pool(s.c, 400, 250, 220, 190, '#fff2cc', 0.35)
  );
}

/** Hung from a branch at dusk. */
function second(s: Sitting): string {
  const { c } = s;
  const t = traits(s);
  const leaf = (x: number, y: number, turn: number) =>
    group(d`translate(${x} ${y}) rotate(${turn})`, {}, path('M0 0Q22-16 48 0Q22 16 0 0z', '#2c4038'));
  return (
    rect(0, 0, 800, 600, 0, c.down('#232c4a', [0.55, '#4c5478'], '#8a7f96')) +
    path('M0 470Q140 410 300 452T600 440T800 452V600H0z', '#2d3a4c') +
    path('M0 520Q220 486 420 512T800 500V600H0z', '#1f2b35') +
    pool(c, 420, 320, 440, 330, '#ffd48a', 0.75) +
    stroke('M-20 62C180 110 360 40 820 92', '#1d1a1e', 26) +
    stroke('M-20 54C180 102 360 32 820 84', '#4b3c38', 6) +
    [
      [90, 96, 40],
      [180, 80, -30],
      [250, 92, 70],
      [560, 84, 50],
      [640, 66, -40],
      [720, 96, 60],
      [330, 52, -50],
    ]
      .map(([x, y, a]) => leaf(x ?? 0, y ?? 0, a ?? 0))
      .join('') +
    stroke('M420 66V120', '#d8c8a0', 5) +
    group('translate(88 58) scale(0.83)', {}, draw(s, t)) +
    pool(c, 420, 280, 210, 190, '#fff1c6', 0.5)
  );
}

export const lantern: Study = {
  oddities: { headlamp: lights.headlamp, string: lights.stringLights, tower: lights.lightTower },
  looks: ['led', 'classic', 'globe'],
  paints: ['green', 'sand', 'graphite', 'orange', 'olive'],
  whole,
  second,
};
