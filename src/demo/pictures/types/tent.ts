import type { Canvas } from '../canvas.ts';
import { fade, mix, type Ramp, rampOf, shift } from '../color.ts';
import { contact, pool } from '../light.ts';
import * as shelters from '../oddities/shelters.ts';
import { accents, cloth, steel } from '../palette.ts';
import { circle, ellipse, enlarged, path, poly, rect, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    w: dice.between(0.95, 1.06),
    h: dice.between(0.94, 1.08),
    two: dice.chance(0.5),
    window: dice.chance(0.6),
    accent: dice.pick(accents),
  };
}
type Traits = ReturnType<typeof traits>;

const floor = 470;

/** A guy line from the fly to its peg. */
const guy = (x1: number, y1: number, x2: number, y2: number): string =>
  stroke(d`M${x1} ${y1}L${x2} ${y2}`, '#b9a98a', 2) +
  stroke(d`M${x2 + (x2 > x1 ? 3 : -3)} ${y2 - 8}l${x2 > x1 ? -5 : 5} 14`, steel.line, 4);

/** What is seen through an open door; at night a lamp burns inside. */
const inside = (c: Canvas, lit: boolean): string => (lit ? c.down('#fff3c9', '#f2bd6a') : c.down('#4a443c', [0.7, '#6d6353'], '#8b7d67'));

function ridge({ c }: Sitting, t: Traits, m: Ramp, fly: Ramp, lit: boolean): string {
  const [w, h] = [230 * t.w, 262 * t.h];
  const [lx, rx, top] = [300 - w / 2, 300 + w / 2, floor - h];
  const back = 300 + 240 * t.w;
  return (
    guy(300, top - 6, 120, floor + 14) +
    guy(back, top + 30, back + 128, floor - 8) +
    guy((rx + back) / 2, floor - 120, back + 60, floor + 14) +
    path(poly([300, top], [back, top + 34], [back + w * 0.44, floor - 22], [rx, floor]), c.across(m.base, [0.5, m.shade], m.deep)) +
    path(poly([300, top], [back, top + 34], [back + 4, top + 46], [304, top + 14]), fade('#ffffff', 0.3)) +
    stroke(d`M${(300 + back) / 2} ${top + 17}L${(rx + back + w * 0.44) / 2 + 6} ${floor - 12}`, fade(m.line, 0.55), 2) +
    (t.window
      ? path(
          poly([392, floor - 130], [446, floor - 126], [468, floor - 76], [410, floor - 78]),
          lit ? fade('#ffe2a0', 0.8) : fade('#2d3138', 0.45),
        )
      : '') +
    path(poly([rx, floor], [back + w * 0.44, floor - 22], [back + w * 0.46, floor - 10], [rx + 3, floor + 10]), fly.deep) +
    path(poly([300, top], [rx, floor], [lx, floor]), c.slant(m.hi, m.base)) +
    path(poly([300, top + 44], [300 + w * 0.29, floor], [300 - w * 0.29, floor]), inside(c, lit)) +
    (lit
      ? ''
      : path(
          poly([300 - w * 0.24, floor - 14], [300 + w * 0.24, floor - 14], [300 + w * 0.29, floor], [300 - w * 0.29, floor]),
          cloth.base,
        )) +
    path(
      d`M300 ${top + 40}Q${300 - w * 0.12} ${floor - h * 0.4} ${300 - w * 0.34} ${floor - 4}L${300 - w * 0.3} ${floor}Q${300 - w * 0.06} ${floor - h * 0.3} 300 ${top + 40}z`,
      c.across(m.hi, m.lit, m.shade),
    ) +
    path(
      d`M300 ${top + 40}Q${300 + w * 0.16} ${floor - h * 0.34} ${300 + w * 0.3} ${floor - 30}Q${300 + w * 0.4} ${floor - 8} ${300 + w * 0.3} ${floor}Q${300 + w * 0.06} ${floor - h * 0.3} 300 ${top + 40}z`,
      c.across(fly.lit, fly.deep),
    ) +
    rect(300 + w * 0.2, floor - 66, 26, 7, 3, t.accent) +
    rect(297, top - 12, 6, h + 10, 2, c.barrel(steel)) +
    stroke(d`M300 ${top}L${lx} ${floor}M300 ${top}L${rx} ${floor}`, fade(m.line, 0.5), 2)
  );
}

function dome({ c }: Sitting, t: Traits, m: Ramp, fly: Ramp, lit: boolean): string {
  const [w, h] = [500 * t.w, 268 * t.h];
  const [lx, rx, top] = [400 - w / 2, 400 + w / 2, floor - h];
  const shell = d`M${lx} ${floor}Q${lx + w * 0.1} ${top + 18} 400 ${top}Q${rx - w * 0.1} ${top + 18} ${rx} ${floor}Q400 ${floor + 26} ${lx} ${floor}z`;
  const pole = (x: number, bend: number) =>
    stroke(d`M${x} ${floor + 4}Q${bend} ${top + 20} 400 ${top}`, m.line, 7) +
    stroke(d`M${x - 1} ${floor + 3}Q${bend - 1} ${top + 19} 399 ${top}`, steel.base, 3);
  return (
    guy(lx + w * 0.14, floor - h * 0.56, lx - 92, floor + 18) +
    guy(rx - w * 0.14, floor - h * 0.56, rx + 92, floor + 18) +
    path(shell, c.slant(m.hi, [0.4, m.base], [0.75, m.shade], m.deep)) +
    path(
      d`M${lx} ${floor}Q${lx + w * 0.1} ${top + 18} 400 ${top}Q${lx + w * 0.3} ${floor - h * 0.5} ${lx + w * 0.24} ${floor + 12}z`,
      fade(m.hi, 0.4),
    ) +
    path(
      d`M${rx} ${floor}Q${rx - w * 0.1} ${top + 18} 400 ${top}Q${rx - w * 0.3} ${floor - h * 0.5} ${rx - w * 0.24} ${floor + 12}z`,
      fade(m.deep, 0.5),
    ) +
    pole(lx + w * 0.24, lx + w * 0.3) +
    pole(rx - w * 0.24, rx - w * 0.3) +
    path(
      d`M${400 - w * 0.16} ${floor + 16}Q${400 - w * 0.17} ${floor - h * 0.66} 400 ${floor - h * 0.7}Q${400 + w * 0.17} ${floor - h * 0.66} ${400 + w * 0.16} ${floor + 16}z`,
      inside(c, lit),
    ) +
    (lit
      ? ''
      : path(d`M${400 - w * 0.155} ${floor - 8}H${400 + w * 0.155}L${400 + w * 0.16} ${floor + 16}H${400 - w * 0.16}z`, cloth.base)) +
    path(
      d`M400 ${floor - h * 0.7}Q${400 + w * 0.17} ${floor - h * 0.66} ${400 + w * 0.16} ${floor + 16}Q${400 + w * 0.04} ${floor - 30} ${400 + w * 0.1} ${floor - h * 0.3}Q${400 + w * 0.08} ${floor - h * 0.56} 400 ${floor - h * 0.7}z`,
      c.across(fly.lit, fly.shade),
    ) +
    stroke(
      d`M${400 - w * 0.16} ${floor + 16}Q${400 - w * 0.17} ${floor - h * 0.66} 400 ${floor - h * 0.7}Q${400 + w * 0.17} ${floor - h * 0.66} ${400 + w * 0.16} ${floor + 16}`,
      fade(m.line, 0.7),
      2.5,
    ) +
    path(
      d`M${400 - w * 0.2} ${top + 40}Q400 ${top - 42} ${400 + w * 0.2} ${top + 40}Q400 ${top + 4} ${400 - w * 0.2} ${top + 40}z`,
      c.down(fly.hi, fly.base),
    ) +
    (t.window
      ? [-1, 1]
          .map((k) =>
            path(
              d`M${400 + k * w * 0.36} ${floor - 40}q${k * -20}-70 ${k * -44}-78q${k * -6} 40 ${k * -4} 84z`,
              lit ? fade('#ffe2a0', 0.75) : fade('#2d3138', 0.32),
            ),
          )
          .join('')
      : '') +
    circle(400, top - 4, 6, t.accent)
  );
}

function tipi({ c }: Sitting, t: Traits, m: Ramp, fly: Ramp, lit: boolean): string {
  const [w, h] = [440 * t.w, 372 * t.h];
  const [lx, rx, top] = [400 - w / 2, 400 + w / 2, floor - h];
  return (
    stroke(d`M400 ${top + 30}L372 ${top - 34}M400 ${top + 30}L430 ${top - 30}M400 ${top + 30}L404 ${top - 42}`, '#a37c50', 8) +
    guy(400 - w * 0.22, floor - h * 0.52, lx - 90, floor + 14) +
    guy(400 + w * 0.22, floor - h * 0.52, rx + 90, floor + 14) +
    path(d`M400 ${top}L${rx} ${floor - 6}Q400 ${floor + 34} ${lx} ${floor - 6}z`, c.slant(m.hi, [0.45, m.base], m.deep)) +
    path(d`M400 ${top}L${rx} ${floor - 6}Q${400 + w * 0.36} ${floor + 10} ${400 + w * 0.24} ${floor + 10}z`, fade(m.deep, 0.6)) +
    path(d`M400 ${top}L${lx} ${floor - 6}Q${400 - w * 0.36} ${floor + 10} ${400 - w * 0.25} ${floor + 10}z`, fade(m.hi, 0.5)) +
    path(d`M400 ${floor - h * 0.62}L${400 + w * 0.15} ${floor + 13}H${400 - w * 0.15}z`, inside(c, lit)) +
    path(
      d`M400 ${floor - h * 0.64}L${400 - w * 0.15} ${floor + 13}L${400 - w * 0.23} ${floor + 8}Q${400 - w * 0.15} ${floor - h * 0.2} 400 ${floor - h * 0.64}z`,
      c.across(fly.hi, fly.shade),
    ) +
    path(
      d`M400 ${floor - h * 0.64}L${400 + w * 0.15} ${floor + 13}L${400 + w * 0.23} ${floor + 8}Q${400 + w * 0.15} ${floor - h * 0.2} 400 ${floor - h * 0.64}z`,
      c.across(fly.base, fly.deep),
    ) +
    rect(400 - w * 0.155, floor - 78, 20, 6, 3, t.accent) +
    rect(400 + w * 0.11, floor - 78, 20, 6, 3, t.accent) +
    path(
      d`M${400 - w * 0.09} ${top + h * 0.19}L400 ${top}L${400 + w * 0.09} ${top + h * 0.19}Q400 ${top + h * 0.23} ${400 - w * 0.09} ${top + h * 0.19}z`,
      c.slant(fly.hi, fly.shade),
    )
  );
}

function tunnel({ c }: Sitting, t: Traits, m: Ramp, fly: Ramp, lit: boolean): string {
  const [w, h] = [560 * t.w, 240 * t.h];
  const [lx, rx, top] = [400 - w / 2, 400 + w / 2, floor - h];
  const hoop = (x: number, lift: number) =>
    stroke(d`M${x} ${floor + 6}Q${x - 30} ${top + 10} ${x + 44} ${top + lift}`, m.line, 7) +
    stroke(d`M${x - 1} ${floor + 5}Q${x - 31} ${top + 9} ${x + 43} ${top + lift}`, fly.hi, 3);
  return (
    guy(lx + 44, top + 80, lx - 56, floor + 14) +
    guy(rx - 30, top + 120, rx + 60, floor + 10) +
    path(
      d`M${lx} ${floor}Q${lx + 10} ${top + 16} ${lx + w * 0.22} ${top}Q400 ${top - 14} ${rx - w * 0.2} ${top + 26}Q${rx - 10} ${top + 80} ${rx} ${floor}Q400 ${floor + 24} ${lx} ${floor}z`,
      c.down(m.hi, [0.3, m.lit], [0.6, m.base], m.deep),
    ) +
    path(
      d`M${rx - w * 0.2} ${top + 26}Q${rx - 10} ${top + 80} ${rx} ${floor}L${rx - w * 0.2} ${floor + 10}Q${rx - w * 0.26} ${top + 80} ${rx - w * 0.2} ${top + 26}z`,
      fade(m.deep, 0.55),
    ) +
    hoop(lx + w * 0.42, 1) +
    hoop(lx + w * 0.68, 23) +
    path(
      d`M${lx + 4} ${floor + 2}Q${lx + 14} ${top + 20} ${lx + w * 0.22} ${top}Q${lx + w * 0.36} ${top + 40} ${lx + w * 0.36} ${floor + 12}z`,
      c.across(fly.hi, fly.base),
    ) +
    path(
      d`M${lx + w * 0.08} ${floor + 6}Q${lx + w * 0.08} ${top + 66} ${lx + w * 0.2} ${top + 48}Q${lx + w * 0.3} ${top + 80} ${lx + w * 0.29} ${floor + 11}z`,
      inside(c, lit),
    ) +
    path(
      d`M${lx + w * 0.2} ${top + 48}Q${lx + w * 0.3} ${top + 80} ${lx + w * 0.29} ${floor + 11}Q${lx + w * 0.24} ${floor - 40} ${lx + w * 0.26} ${floor - 100}z`,
      fly.deep,
    ) +
    (t.window
      ? path(d`M${lx + w * 0.5} ${floor - 66}q-2-54 20-66h70q18 16 16 66z`, lit ? fade('#ffe2a0', 0.75) : fade('#2d3138', 0.4))
      : '') +
    rect(lx + w * 0.42, floor - 24, w * 0.24, 6, 3, t.accent)
  );
}

const shapes = { ridge, dome, tipi, tunnel };

function pitched(s: Sitting, t: Traits, m: Ramp, lit: boolean): string {
  const fly = t.two ? rampOf(mix(m.base, '#f1e6d0', 0.62)) : rampOf(m.shade);
  return (shapes[s.look as keyof typeof shapes] ?? dome)(s, t, m, fly, lit);
}

function whole(s: Sitting): string {
  const t = traits(s);
  return s.studio + enlarged(1.1, 500, contact(s.c, 400, floor + 10, 520) + pitched(s, t, s.m, false));
}

/** At night in the hills, a lamp inside. */
function second(s: Sitting): string {
  const { c, m, dice } = s;
  const t = traits(s);
  let stars = '';
  for (let i = 0; i < 26; i += 1)
    stars += circle(dice.between(10, 790), dice.between(8, 270), dice.between(0.8, 2.1), fade('#ffffff', 0.85));
  const glow = rampOf(mix(shift(m.base, -0.06), '#ffb45e', 0.24));
  return (
    rect(0, 0, 800, 600, 0, c.down('#0f1734', [0.45, '#27345f'], [0.72, '#5a6188'], '#5a6188')) +
    stars +
    circle(650, 96, 30, '#f6efd6') +
    circle(638, 88, 27, '#18224a') +
    path('M0 372L110 262L190 330L300 222L420 342L520 268L640 356L720 300L800 352V600H0z', '#2b3762') +
    path('M0 430Q180 372 360 412T800 396V600H0z', '#1f2b48') +
    path('M0 476Q220 440 430 462T800 452V600H0z', c.down('#1d2f33', '#101a20')) +
    pool(c, 400, 470, 400, 150, '#ffc873', 0.5) +
    enlarged(0.84, 540, ellipse(400, floor + 14, 290, 14, fade('#05080d', 0.5), { filter: c.blur(6) }), pitched(s, t, glow, true)) +
    path('M60 470l30-120 30 120zM30 476l22-88 22 88zM716 470l26-104 26 104z', '#131d2c')
  );
}

export const tent: Study = {
  oddities: { popup: shelters.popUp, tarp: shelters.tarp, roof: shelters.roofTent },
  looks: ['dome', 'ridge', 'tunnel', 'tipi'],
  paints: ['green', 'orange', 'sand', 'teal', 'olive'],
  whole,
  second,
};
