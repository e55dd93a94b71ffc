import type { Canvas } from '../canvas.ts';
import { fade, mix, type Ramp, rampOf } from '../color.ts';
import { contact, glass, pool } from '../light.ts';
import * as nursery from '../oddities/nursery.ts';
import { cloth, wood } from '../palette.ts';
import { circle, ellipse, enlarged, group, path, rect, ribs, ring, slots, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    head: dice.between(82, 92),
    ears: dice.chance(0.4),
    accent: dice.pick(['#e9a88a', '#8fb8a6', '#e8c27a', '#9cb6d6']),
    coating: dice.pick(['#6a7fc4', '#4f8fb0']),
    stars: dice.chance(0.5),
  };
}
type Traits = ReturnType<typeof traits>;

const star = (x: number, y: number, r: number, fill: string): string => {
  let data = '';
  for (let i = 0; i < 10; i += 1) {
    const a = (i / 10) * Math.PI * 2 - Math.PI / 2;
    const k = i % 2 === 0 ? r : r * 0.48;
    data += d`${i === 0 ? 'M' : 'L'}${x + k * Math.cos(a)} ${y + k * Math.sin(a)}`;
  }
  return path(`${data}z`, fill, { stroke: fill, 'stroke-width': r * 0.3, 'stroke-linejoin': 'round' });
};

/** The camera: a round head that turns on a soft foot. */
function camera(c: Canvas, m: Ramp, t: Traits, cx: number, floor: number): string {
  const r = t.head;
  const cy = floor - 62 - r;
  return (
    (t.ears
      ? [-1, 1]
          .map(
            (k) =>
              circle(cx + k * r * 0.66, cy - r * 0.72, r * 0.3, c.slant(m.lit, m.shade)) +
              circle(cx + k * r * 0.66, cy - r * 0.7, r * 0.16, t.accent),
          )
          .join('')
      : rect(cx - 4, cy - r - 40, 8, 50, 4, c.barrel(m)) + circle(cx, cy - r - 40, 8, t.accent)) +
    path(
      d`M${cx - 76} ${floor}Q${cx - 76} ${floor - 62} ${cx} ${floor - 64}T${cx + 76} ${floor}Q${cx} ${floor + 16} ${cx - 76} ${floor}z`,
      c.across(m.lit, [0.3, m.hi], m.base, m.deep),
    ) +
    ellipse(cx, floor - 52, 44, 12, fade('#000000', 0.16)) +
    circle(cx, cy, r, c.glow([m.hi, [0.5, m.base], m.deep], 0.36, 0.3, 0.76)) +
    ellipse(cx, cy + r * 0.02, r * 0.68, r * 0.66, c.slant('#34373e', '#121317')) +
    ring(cx, cy + r * 0.02, r * 0.67, fade('#ffffff', 0.18), 2) +
    [-1, 1]
      .map((k) => circle(cx + k * r * 0.5, cy + r * 0.02, 3.4, '#7d3a3a') + circle(cx + k * r * 0.4, cy - r * 0.34, 3, '#5d3030'))
      .join('') +
    glass(c, cx, cy, r * 0.34, t.coating) +
    circle(cx, cy + r * 0.48, 4, '#74e0a0') +
    slots(cx - 18, floor - 22, 36, 8, 2, fade(m.line, 0.4), 3)
  );
}

/** The parents' unit, showing the cot at night. */
function unit(c: Canvas, m: Ramp, t: Traits, x: number, y: number): string {
  const [w, h] = [270, 200];
  const night = c.down('#20304a', '#3a5068');
  return (
    rect(x + w - 42, y - 46, 17, 60, 8, c.barrel(m)) +
    rect(x, y, w, h, 38, c.slant(m.hi, [0.4, m.base], m.deep)) +
    rect(x + 3, y + 3, w - 6, h - 6, 35, 'none', { stroke: fade('#ffffff', 0.4), 'stroke-width': 2 }) +
    rect(x + 20, y + 22, 190, 150, 12, '#101319') +
    group(
      '',
      { 'clip-path': c.clip(rect(x + 27, y + 29, 176, 136, 7, '#000')) },
      rect(x + 27, y + 29, 176, 136, 0, night),
      path(d`M${x + 20} ${y + 130}Q${x + 110} ${y + 100} ${x + 210} ${y + 126}V${y + 170}H${x + 20}z`, '#8fa6b8'),
      ellipse(x + 86, y + 106, 30, 26, '#d9c8bc'),
      path(
        d`M${x + 58} ${y + 100}Q${x + 64} ${y + 72} ${x + 92} ${y + 79}Q${x + 116} ${y + 84} ${x + 112} ${y + 100}Q${x + 88} ${y + 86} ${x + 58} ${y + 100}z`,
        '#6b5a52',
      ),
      stroke(d`M${x + 74} ${y + 108}q6 5 12 0M${x + 96} ${y + 108}q5 4 10 0`, '#5a4842', 2.6),
      path(d`M${x + 30} ${y + 165}Q${x + 60} ${y + 116} ${x + 130} ${y + 122}T${x + 206} ${y + 160}z`, mix(t.accent, '#5b7188', 0.45)),
      circle(x + 176, y + 56, 13, '#f3ecd0'),
      circle(x + 170, y + 52, 11.5, '#263850'),
      ribs(x + 27, y + 29, 176, 30, 6, fade('#aebfd0', 0.2), 4),
    ) +
    circle(x + w - 30, y + 72, 17, c.slant(m.lit, m.shade)) +
    circle(x + w - 30, y + 72, 6, t.accent) +
    circle(x + w - 30, y + 116, 9, c.slant(m.lit, m.deep)) +
    circle(x + w - 30, y + 146, 9, c.slant(m.lit, m.deep)) +
    [0, 1, 2, 3].map((i) => circle(x + 88 + i * 18, y + h - 13, 3, i < 3 ? '#74d79a' : fade(m.line, 0.4))).join('')
  );
}

/** A sleeping sack: shoulder straps, zip, rounded foot. */
function sack({ c, m }: Sitting, t: Traits): string {
  const outline =
    'M318 96Q306 92 304 108L300 168Q286 186 262 196Q250 330 232 446Q228 520 312 524Q400 532 488 524Q572 520 568 446Q550 330 538 196Q514 186 500 168L496 108Q494 92 482 96Q452 102 450 136Q438 172 400 172T350 136Q348 102 318 96z';
  const motif: string[] = [];
  for (let row = 0; row < 5; row += 1)
    for (let i = 0; i < 5; i += 1) {
      const [x, y] = [270 + i * 66 + (row % 2) * 33, 232 + row * 60];
      motif.push(
        t.stars ? star(x, y, 9, fade('#fffaf0', 0.85)) : circle(x, y, 10, fade('#fffaf0', 0.8)) + circle(x + 5, y - 3, 8.5, m.base),
      );
    }
  return (
    group('translate(14 22)', { opacity: 0.32, filter: c.blur(14) }, path(outline, '#2a2620')) +
    path(outline, c.slant(m.hi, [0.45, m.base], m.shade)) +
    group(
      '',
      { 'clip-path': c.clip(path(outline, '#000')) },
      ...motif,
      stroke('M300 480Q400 510 500 480M330 330Q400 350 470 330', fade(m.line, 0.2), 12, { filter: c.blur(4) }),
    ) +
    stroke('M350 136Q362 172 400 172T450 136', cloth.lit, 9) +
    stroke('M300 168Q286 186 262 196M500 168Q514 186 538 196', cloth.lit, 8) +
    stroke('M400 172V500', fade(m.line, 0.6), 5) +
    stroke('M400 176V498', '#f0f1f2', 2.4, { 'stroke-dasharray': '3 3' }) +
    rect(393, 186, 14, 28, 5, t.accent) +
    circle(316, 116, 9, cloth.base) +
    circle(484, 116, 9, cloth.base) +
    circle(316, 116, 4, t.accent) +
    circle(484, 116, 4, t.accent)
  );
}

function whole(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  if (look === 'sack') return s.studio + group('rotate(-4 400 300)', {}, sack(s, t));
  return (
    s.studio +
    enlarged(1.14, 488, contact(c, 270, 478, 170) + camera(c, m, t, 270, 470) + contact(c, 510, 478, 240) + unit(c, m, t, 376, 274))
  );
}

/** The camera on a shelf above the cot at night; of the sack, its soft shoulder. */
function second(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  if (look === 'sack') return s.studio + group('translate(-560 -60) scale(2.2)', {}, sack(s, t));
  const bars = Array.from({ length: 11 }, (_, i) => rect(40 + i * 68, 440, 15, 200, 7, c.barrel(wood))).join('');
  return (
    rect(0, 0, 800, 600, 0, c.down('#4d5876', [0.6, '#67708b'], '#7d8299')) +
    pool(c, 560, 190, 330, 260, '#ffdf9e', 0.65) +
    [
      [96, 90, 9],
      [190, 170, 6],
      [700, 80, 7],
      [650, 260, 6],
      [90, 290, 6],
    ]
      .map(([x, y, r]) => star(x ?? 0, y ?? 0, r ?? 5, fade('#fff2cc', 0.55)))
      .join('') +
    rect(120, 352, 560, 20, 5, c.down(wood.hi, wood.shade)) +
    rect(120, 371, 560, 14, 0, c.down(fade('#1d2438', 0.4), fade('#1d2438', 0))) +
    ellipse(300, 352, 92, 5, fade('#1d2438', 0.4)) +
    group('translate(-24 -62) scale(0.88)', {}, camera(c, m, t, 370, 470)) +
    path('M520 350L530 300H590L600 350z', c.across(cloth.base, cloth.line)) +
    path('M500 220Q500 160 560 158T620 220L608 304H512z', c.glow(['#fffdf2', [0.6, '#ffeec0'], '#f0cc88'], 0.5, 0.55, 0.6)) +
    path('M0 470Q200 440 400 462T800 452V600H0z', rampOf(mix(t.accent, '#6f7890', 0.5)).base) +
    rect(0, 424, 800, 22, 8, c.down(wood.hi, wood.shade)) +
    bars
  );
}

/** `monitor`: camera and parents' unit; `sack`: a sleeping sack. */
export const baby: Study = {
  oddities: { bouncer: nursery.bouncer, cot: nursery.cot, carrier: nursery.carrier, pump: nursery.pump, steriliser: nursery.steriliser },
  looks: ['monitor', 'monitor', 'monitor', 'sack'],
  paints: ['white', 'cream', 'mint', 'sky', 'pink'],
  whole,
  second,
};
