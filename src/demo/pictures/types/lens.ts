import { fade, lightnessOf, type Ramp, rampOf } from '../color.ts';
import { contact, glass } from '../light.ts';
import { rubber, steel } from '../palette.ts';
import { circle, drum, ellipse, enlarged, path, ring, roundRibs, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

const tilt = 0.24;

function traits({ dice, look }: Sitting) {
  const long = look === 'tele';
  const r = dice.between(96, 116) * (long ? 0.9 : look === 'prime' ? 1.04 : 1);
  return {
    r,
    height: (long ? dice.between(330, 360) : look === 'prime' ? dice.between(190, 215) : dice.between(255, 290)) as number,
    waist: dice.between(0.8, 0.92),
    accent: dice.pick(['#c8473c', '#d2a24a', '#4a86b4', '#c9cdd1']),
    coating: dice.pick(['#6a7fc4', '#5a9a9a', '#8a6fb8']),
    scale: dice.chance(0.6),
  };
}

interface Segment {
  readonly share: number;
  readonly from: number;
  readonly to: number;
  readonly m: Ramp;
  readonly ribs?: number;
}

/** The barrel from the front rim downwards: what each ring is made of and how wide it is. */
function segments({ m, look }: Sitting, waist: number): Segment[] {
  const grip = rubber;
  if (look === 'prime')
    return [
      { share: 0.2, from: 1, to: 1, m },
      { share: 0.4, from: 1.02, to: 1.02, m: grip, ribs: 44 },
      { share: 0.28, from: 1, to: waist, m },
      { share: 0.12, from: waist * 0.94, to: waist * 0.94, m: steel },
    ];
  if (look === 'tele')
    return [
      { share: 0.16, from: 1.06, to: 1.06, m },
      { share: 0.2, from: 1.06, to: 0.9, m },
      { share: 0.22, from: 0.92, to: 0.92, m: grip, ribs: 40 },
      { share: 0.12, from: 0.9, to: 0.9, m },
      { share: 0.14, from: 0.92, to: 0.92, m: grip, ribs: 52 },
      { share: 0.11, from: 0.9, to: 0.76, m },
      { share: 0.05, from: 0.72, to: 0.72, m: steel },
    ];
  return [
    { share: 0.15, from: 1, to: 1, m },
    { share: 0.3, from: 1.02, to: 1.02, m: grip, ribs: 48 },
    { share: 0.1, from: 0.98, to: 0.96, m },
    { share: 0.18, from: 0.97, to: 0.97, m: grip, ribs: 60 },
    { share: 0.19, from: 0.94, to: waist, m },
    { share: 0.08, from: waist * 0.92, to: waist * 0.92, m: steel },
  ];
}

function standing(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  const cx = 400;
  const bottom = 470;
  const top = bottom - t.height;
  let y = bottom;
  const stacked: string[] = [];
  for (const part of segments(s, t.waist).reverse()) {
    const h = t.height * part.share;
    const [a, b] = [t.r * part.from, t.r * part.to];
    stacked.push(
      path(drum(cx, y - h, y, a, b, tilt), c.barrel(part.m)) +
        (part.ribs
          ? roundRibs(cx - a, y - h, a * 2, h, part.ribs, fade('#000000', 0.4), 2.2, tilt) + path(rim(cx, y - h, a), fade('#ffffff', 0.16))
          : '') +
        stroke(d`M${cx - a} ${y - h}A${a} ${a * tilt} 0 0 0 ${cx + a} ${y - h}`, fade('#000000', 0.45), 2),
    );
    y -= h;
  }
  const ringY = top + t.height * 0.13;
  const front = segments(s, t.waist)[0]?.from ?? 1;
  const r = t.r * front;
  return (
    contact(c, cx, bottom + 16, t.r * 2) +
    stacked.join('') +
    stroke(d`M${cx - r + 1} ${ringY}A${r} ${r * tilt} 0 0 0 ${cx + r - 1} ${ringY}`, t.accent, 4, { 'stroke-linecap': 'butt' }) +
    (t.scale ? marks(cx, top + t.height * 0.66, t.r * 0.9, m) : '') +
    ellipse(cx, top, r, r * tilt, c.across(m.hi, m.base, m.deep)) +
    ellipse(cx, top + 1, r * 0.93, r * tilt * 0.9, c.down('#0a0b0d', '#33363c')) +
    ellipse(cx, top + 4, r * 0.78, r * tilt * 0.72, c.glow(['#0b0d14', [0.5, rampOf(t.coating).line], t.coating], 0.6, 0.3, 0.75)) +
    ellipse(cx - r * 0.26, top - r * tilt * 0.08, r * 0.3, r * tilt * 0.2, c.slant(fade('#ffffff', 0.7), fade('#ffffff', 0.05))) +
    ellipse(cx + r * 0.3, top + r * tilt * 0.36, r * 0.2, r * tilt * 0.1, fade('#8fdcb8', 0.4))
  );
}

const rim = (cx: number, y: number, r: number): string =>
  d`M${cx - r} ${y}A${r} ${r * tilt} 0 0 0 ${cx + r} ${y}v4A${r} ${r * tilt} 0 0 1 ${cx - r} ${y + 4}z`;

/** A distance scale: short strokes and a dot around the barrel, without figures. */
function marks(cx: number, y: number, r: number, m: Ramp): string {
  let data = '';
  for (const turn of [-0.6, -0.42, -0.24, -0.06, 0.12, 0.3, 0.48])
    data += d`M${cx + r * Math.sin(turn)} ${y + r * tilt * Math.cos(turn)}v9`;
  return stroke(data, lightnessOf(m.base) < 0.6 ? '#dfe2e6' : '#2c2e33', 2) + circle(cx - 2, y + r * tilt + 18, 3, '#d9573f');
}

const whole = (s: Sitting): string => s.studio + enlarged(1.22, 505, standing(s));

/** Face on: what a subject sees. */
function second(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  const r = 178;
  const [cx, cy] = [400, 296];
  return (
    s.studio +
    ellipse(cx + 10, 492, 150, 16, fade('#2a2620', 0.28), { filter: c.blur(12) }) +
    circle(cx, cy, r + 14, c.slant(rubber.hi, rubber.base, '#0e0f11')) +
    ring(cx, cy, r + 7, fade('#000000', 0.5), 12, { 'stroke-dasharray': '5 4' }) +
    circle(cx, cy, r, c.slant(m.hi, m.base, m.deep)) +
    ring(cx, cy, r - 11, t.accent, 4) +
    circle(cx, cy, r - 18, c.slant('#0c0d0f', '#3a3d43')) +
    ring(cx, cy, r - 26, fade('#000000', 0.5), 2) +
    ring(cx, cy, r - 33, fade('#ffffff', 0.08), 2) +
    ring(cx, cy, r - 40, fade('#000000', 0.5), 2) +
    glass(c, cx, cy, r - 46, t.coating) +
    stroke(d`M${cx - 158} ${cy - 58}A168 168 0 0 1 ${cx - 58} ${cy - 158}`, fade('#ffffff', 0.55), 4)
  );
}

/** `zoom` has two rings, `prime` is short, `tele` long with a wide front. */
export const lens: Study = { looks: ['zoom', 'prime', 'tele'], paints: ['black', 'black', 'graphite', 'silver'], whole, second };
