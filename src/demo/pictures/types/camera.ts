import { fade, rampOf } from '../color.ts';
import { contact, glass } from '../light.ts';
import * as cameras from '../oddities/cameras.ts';
import { accents, rubber, steel } from '../palette.ts';
import { landscape } from '../scenery.ts';
import { circle, ellipse, enlarged, path, rect, ribs, ring, roundRibs, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice, look }: Sitting) {
  const w = dice.between(400, 440) * (look === 'compact' ? 0.9 : 1);
  return {
    w,
    h: dice.between(226, 246) * (look === 'compact' ? 0.92 : 1),
    lens: dice.between(96, 112) * (look === 'compact' ? 0.86 : 1),
    grip: dice.between(66, 84),
    hump: dice.between(92, 116),
    dials: dice.chance(0.6),
    accent: dice.pick(accents),
    coating: dice.pick(['#6a7fc4', '#7a6fc0', '#4f8fb0', '#8a6fa8']),
  };
}

/** A knurled dial standing on the top plate. */
function dial({ c }: Sitting, cx: number, base: number, w: number, h: number): string {
  return (
    rect(cx - w / 2, base - h, w, h + 3, 4, c.barrel(steel)) +
    roundRibs(cx - w / 2, base - h + 4, w, h - 5, 15, fade('#1b1d20', 0.5), 1.6) +
    rect(cx - w / 2 + 1, base - h, w - 2, 3, 1.5, fade('#ffffff', 0.5))
  );
}

function top(s: Sitting, t: ReturnType<typeof traits>, x: number, y: number, mirrored: boolean): string {
  const { c, m, look } = s;
  const at = (share: number) => (mirrored ? x + t.w * (1 - share) : x + t.w * share);
  const cx = at(0.54);
  const shutter = dial(s, at(0.13), y - 4, 46, 12) + rect(at(0.13) - 14, y - 24, 28, 10, 5, c.barrel(steel));
  const hump =
    look === 'slr'
      ? path(
          d`M${cx - t.hump} ${y + 6}C${cx - t.hump * 0.72} ${y - 2} ${cx - t.hump * 0.74} ${y - 52} ${cx - t.hump * 0.5} ${y - 56}H${cx + t.hump * 0.5}C${cx + t.hump * 0.74} ${y - 52} ${cx + t.hump * 0.72} ${y - 2} ${cx + t.hump} ${y + 6}z`,
          c.down(m.hi, [0.3, m.lit], m.base),
        ) + rect(cx - 30, y - 65, 60, 10, 3, c.down(steel.lit, steel.deep))
      : rect(cx - 32, y - 8, 64, 10, 3, c.down(steel.lit, steel.deep));
  return shutter + (t.dials || look === 'flat' ? dial(s, at(0.8), y, 62, 24) : '') + dial(s, at(0.93), y, 34, 15) + hump;
}

function front(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const x = 400 - t.w / 2;
  const y = 468 - t.h;
  const skin = s.paint === 'black' ? rubber : s.paint === 'white' || s.paint === 'silver' ? rampOf('#3a3c41') : rampOf(m.deep);
  const cx = x + t.w * 0.54;
  const cy = y + t.h * 0.55;
  const weave = c.pattern(6, 6, circle(1.5, 1.5, 0.9, fade('#ffffff', 0.13)), circle(4.5, 4.5, 0.9, fade('#000000', 0.22)));
  const band = d`M${x + 3} ${y + 58}H${x + t.w - 3}V${y + t.h - 34}H${x + 3}z`;
  return (
    contact(c, 400, 470, t.w) +
    top(s, t, x, y, false) +
    ring(x - 4, y + 40, 9, steel.shade, 4) +
    ring(x + t.w + 4, y + 40, 9, steel.deep, 4) +
    rect(x, y, t.w, t.h, 30, c.down([0, m.hi], [0.08, m.lit], [0.24, m.base], [0.8, m.shade], [1, m.deep])) +
    path(band, c.across(skin.lit, [0.3, skin.base], skin.shade)) +
    path(band, weave) +
    stroke(d`M${x + 3} ${y + 58}h${t.w - 6}M${x + 3} ${y + t.h - 34}h${t.w - 6}`, fade('#000000', 0.35), 1.6) +
    stroke(d`M${x + 26} ${y + 2.5}H${x + t.w - 26}`, fade('#ffffff', 0.5), 2) +
    grip(s, t, x, y, skin.base) +
    (look === 'flat'
      ? rect(x + t.w * 0.8, y + 14, 50, 32, 6, '#15171b') +
        rect(x + t.w * 0.8 + 4, y + 18, 42, 24, 4, c.slant('#8fa4c4', '#27304a', '#0d0f15')) +
        rect(cx - 6, y + 18, 30, 20, 4, c.slant('#4a4d55', '#121317'))
      : '') +
    circle(x + t.w * 0.25, y + 34, 8, '#121418') +
    circle(x + t.w * 0.25, y + 34, 5, c.glow(['#ffd9a0', '#c9722f', '#5b2b12'], 0.4, 0.4)) +
    barrel(s, t, cx, cy) +
    ellipse(x + t.w * 0.89, y + t.h * 0.68, 9, 15, c.across(m.lit, m.deep)) +
    rect(x + t.w * 0.84, y + t.h - 24, 32, 5, 2.5, t.accent)
  );
}

function grip({ c }: Sitting, t: ReturnType<typeof traits>, x: number, y: number, skin: string): string {
  const g = rampOf(skin);
  const outline = d`M${x - 8} ${y + 46}Q${x - 12} ${y + 8} ${x + 22} ${y + 4}H${x + t.grip * 0.74}Q${x + t.grip} ${y + 10} ${x + t.grip} ${y + 60}V${y + t.h - 50}Q${x + t.grip} ${y + t.h - 6} ${x + t.grip - 26} ${y + t.h - 6}H${x + 18}Q${x - 8} ${y + t.h - 6} ${x - 8} ${y + t.h - 44}z`;
  return (
    path(outline, c.across([0, g.shade], [0.22, g.hi], [0.5, g.base], [0.86, g.deep], [1, g.line])) +
    path(outline, c.pattern(7, 7, circle(2, 2, 1, fade('#000000', 0.2)), circle(5.5, 5.5, 1, fade('#ffffff', 0.1))))
  );
}

function barrel({ c }: Sitting, t: ReturnType<typeof traits>, cx: number, cy: number): string {
  const r = t.lens;
  return (
    circle(cx + 7, cy + 9, r * 1.12, fade('#0a0a0c', 0.4), { filter: c.blur(7) }) +
    circle(cx, cy, r * 1.1, c.slant(steel.hi, steel.base, steel.line)) +
    circle(cx, cy, r * 1.04, c.slant('#4b4e55', '#1d1f23', '#101114')) +
    ring(cx, cy, r * 0.97, fade('#000000', 0.65), r * 0.1, { 'stroke-dasharray': '4 3' }) +
    circle(cx, cy, r * 0.9, c.slant('#53565d', '#202227', '#17181b')) +
    ring(cx, cy, r * 0.87, t.accent, 2.4) +
    circle(cx, cy, r * 0.82, c.slant('#0d0e11', '#2b2d32')) +
    ring(cx, cy, r * 0.76, fade('#ffffff', 0.1), 1.4) +
    glass(c, cx, cy, r * 0.7, t.coating)
  );
}

/** From behind, with the picture just taken on the display. */
function back(s: Sitting): string {
  const { c, m, dice, look } = s;
  const t = traits(s);
  const x = 400 - t.w / 2;
  const y = 468 - t.h;
  const button = (bx: number, by: number, r = 10) =>
    circle(bx, by + 1.5, r, fade('#000000', 0.4)) + circle(bx, by, r, c.slant('#5a5d63', '#26282c'));
  const right = x + t.w - 62;
  const sw = t.w * 0.64;
  return (
    contact(c, 400, 470, t.w) +
    top(s, t, x, y, true) +
    rect(x, y, t.w, t.h, 30, c.down([0, m.hi], [0.08, m.lit], [0.24, m.base], [0.8, m.shade], [1, m.deep])) +
    rect(x + 6, y + 46, t.w - 12, t.h - 58, 22, c.slant('#3a3c41', '#232529', '#1b1d20')) +
    (look === 'slr'
      ? rect(x + t.w * 0.46 - 46, y - 36, 92, 58, 14, '#17181b') +
        rect(x + t.w * 0.46 - 30, y - 24, 60, 34, 8, c.slant('#56648a', '#131722'))
      : rect(x + 20, y + 12, 58, 30, 8, '#17181b') + rect(x + 28, y + 17, 42, 20, 5, c.slant('#56648a', '#131722'))) +
    rect(x + 20, y + 54, sw, t.h - 74, 9, '#0c0d10') +
    landscape(c, dice, dice.pick(['dusk', 'night', 'sea']), x + 27, y + 61, sw - 14, t.h - 88, 4) +
    rect(x + 27, y + 61, sw - 14, t.h - 88, 4, c.slant(fade('#ffffff', 0.2), [0.42, fade('#ffffff', 0)])) +
    rect(x + t.w - 40, y + 40, 46, 76, 20, c.across('#4a4c52', '#1b1c1f')) +
    ribs(x + t.w - 34, y + 52, 30, 52, 7, fade('#000000', 0.3), 2) +
    button(right - 16, y + 72, 9) +
    circle(right + 12, y + 150, 31, '#17181a') +
    ring(right + 12, y + 150, 26, '#3d4046', 9, { 'stroke-dasharray': '2.6 2.4' }) +
    circle(right + 12, y + 150, 15, c.slant('#595c62', '#2b2d31')) +
    button(right - 14, y + t.h - 28, 8) +
    button(right + 22, y + t.h - 28, 8) +
    circle(right + 16, y + 66, 4, t.accent)
  );
}

/** `slr` has a hump, `flat` a window at the corner, `compact` is small and flat. */
export const camera: Study = {
  oddities: { instant: cameras.instant },
  looks: ['slr', 'flat', 'compact'],
  paints: ['black', 'silver', 'black', 'graphite'],
  whole: (s) => s.studio + enlarged(1.3, 520, front(s)),
  second: (s) => s.studio + enlarged(1.3, 520, back(s)),
};
