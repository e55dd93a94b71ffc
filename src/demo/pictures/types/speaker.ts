import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import { contact } from '../light.ts';
import * as speakers from '../oddities/speakers.ts';
import { accents, rubber, steel } from '../palette.ts';
import { circle, closeUp, drum, ellipse, enlarged, path, rect, ring, roundRibs, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    w: dice.between(0.94, 1.06),
    tall: dice.between(0.94, 1.08),
    accent: dice.pick(accents),
    strap: dice.chance(0.6),
    glowing: dice.chance(0.4),
  };
}

const mesh = (c: Canvas): string =>
  c.pattern(
    8,
    8,
    circle(2, 2, 1.2, fade('#ffffff', 0.18)),
    circle(2.4, 2.8, 1.2, fade('#000000', 0.22)),
    circle(6, 6, 1.2, fade('#ffffff', 0.18)),
    circle(6.4, 6.8, 1.2, fade('#000000', 0.22)),
  );

/** A cone behind its surround. */
function driver(c: Canvas, cx: number, cy: number, r: number, m: Ramp): string {
  return (
    circle(cx, cy, r, c.slant(m.deep, m.line)) +
    ring(cx, cy, r * 0.97, fade('#ffffff', 0.16), 2) +
    circle(cx, cy, r * 0.88, c.slant('#17181b', '#3c3e44')) +
    circle(cx, cy, r * 0.74, c.glow(['#2a2c31', [0.7, '#3b3e44'], '#1b1c1f'], 0.42, 0.4, 0.6)) +
    circle(cx, cy, r * 0.3, c.glow(['#85898f', '#3a3c42', '#202226'], 0.38, 0.34, 0.7))
  );
}

function tube(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  const [w, h] = [440 * t.w, 190 * t.tall];
  const [x, y] = [400 - w / 2, 466 - h];
  const end = (ex: number, turn: number) =>
    ellipse(ex, y + h / 2, 34, h / 2, c.across(rubber.hi, rubber.base, rubber.deep)) +
    ellipse(ex + turn * 3, y + h / 2, 25, h * 0.38, c.slant(m.lit, m.deep)) +
    ellipse(ex + turn * 4, y + h / 2, 12, h * 0.2, c.slant(m.hi, m.base));
  return (
    contact(c, 400, 470, w * 0.96) +
    (t.strap
      ? stroke(d`M${x + w - 46} ${y + 12}C${x + w + 20} ${y - 40} ${x + w + 56} ${y + 60} ${x + w + 22} ${y + h * 0.6}`, m.deep, 12) +
        stroke(d`M${x + w - 46} ${y + 10}C${x + w + 18} ${y - 42} ${x + w + 53} ${y + 58} ${x + w + 20} ${y + h * 0.6}`, m.lit, 3)
      : '') +
    rect(x + 8, y, w - 16, h, 36, c.roller(m)) +
    rect(x + 8, y, w - 16, h, 36, mesh(c)) +
    rect(x + 8, y + h * 0.06, w - 16, h * 0.16, 14, fade('#ffffff', 0.16), { filter: c.blur(5) }) +
    end(x + 22, 1) +
    end(x + w - 22, -1) +
    rect(330, y + 4, 140, 20, 10, m.deep) +
    [350, 383, 417, 450].map((bx) => circle(bx, y + 14, 4, fade('#ffffff', 0.65))).join('') +
    rect(362, y + h * 0.56, 76, 30, 15, c.down(m.lit, m.deep)) +
    rect(366, y + h * 0.56 + 3, 68, 24, 12, m.shade) +
    stroke(d`M384 ${y + h * 0.56 + 15}h32`, t.accent, 4)
  );
}

function can(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  const [r, h] = [122 * t.w, 290 * t.tall];
  const top = 462 - h;
  return (
    contact(c, 400, 486, r * 2) +
    path(drum(400, top, 462, r, r, 0.22), c.barrel(m)) +
    path(drum(400, top, 462, r, r, 0.22), mesh(c)) +
    path(drum(400, 438, 464, r + 1, r - 2, 0.22), c.barrel(rubber)) +
    (t.glowing ? stroke(d`M${400 - r} 432A${r} ${r * 0.22} 0 0 0 ${400 + r} 432`, '#ffe0a0', 6) : '') +
    ellipse(400, top, r, r * 0.22, c.across(m.hi, m.base, m.deep)) +
    ellipse(400, top + 1, r * 0.9, r * 0.19, c.slant(rubber.hi, rubber.base)) +
    ellipse(400, top + 1, r * 0.6, r * 0.12, 'none', { stroke: t.accent, 'stroke-width': 3 }) +
    stroke(
      d`M392 ${top + 1}h16M400 ${top - 3}v8M${400 - r * 0.72} ${top + 1}h12M${400 + r * 0.66} ${top + 1}h12`,
      fade('#ffffff', 0.75),
      2.5,
    ) +
    (t.strap
      ? stroke(d`M${400 + r - 4} ${top + 40}c46 10 46 90 2 108`, m.deep, 11) +
        stroke(d`M${400 + r - 4} ${top + 38}c42 10 42 88 2 106`, m.lit, 3)
      : '') +
    rect(386, top + h * 0.62, 28, 28, 8, c.slant(t.accent, m.deep))
  );
}

function party(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  const [w, h] = [236 * t.w, 380];
  const [x, y] = [400 - w / 2, 478 - h];
  return (
    contact(c, 400, 486, w) +
    stroke(d`M${x + 40} ${y + 8}V${y - 22}q0-20 20-20h${w - 120}q20 0 20 20V${y + 8}`, rubber.base, 15) +
    stroke(d`M${x + 56} ${y - 44}h${w - 112}`, rubber.hi, 3) +
    rect(x + 8, y + 4, w, h, 34, m.line) +
    rect(x, y, w, h, 34, c.slant(m.hi, [0.2, m.base], m.deep)) +
    rect(x + 14, y + 14, w - 28, h - 28, 24, rubber.deep) +
    rect(x + 14, y + 14, w - 28, h - 28, 24, mesh(c), { opacity: 0.5 }) +
    driver(c, 400, y + 122, w * 0.31, m) +
    driver(c, 400, y + 280, w * 0.31, m) +
    ring(400, y + 122, w * 0.325, t.glowing ? '#f2b25a' : t.accent, 4) +
    ring(400, y + 280, w * 0.325, t.glowing ? '#f2b25a' : t.accent, 4) +
    driver(c, 400, y + 201, 9, m) +
    rect(x + 36, 474, 34, 12, 5, rubber.base) +
    rect(x + w - 70, 474, 34, 12, 5, rubber.base)
  );
}

function whole(s: Sitting): string {
  const t = traits(s);
  return (
    s.studio + enlarged(s.look === 'party' ? 1.06 : 1.12, 480, s.look === 'tube' ? tube(s, t) : s.look === 'can' ? can(s, t) : party(s, t))
  );
}

/** The top plate, close by: dial, buttons and the ring of light. */
function second(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  if (s.look === 'tube') return s.studio + closeUp(520, 380, tube(s, t));
  if (s.look === 'party') return s.studio + closeUp(410, 240, party(s, t));
  const [cx, cy] = [400, 250];
  const icon = (x: number, y: number, data: string) =>
    circle(x, y, 25, c.slant('#43464c', '#212327')) +
    ring(x, y, 25, fade('#ffffff', 0.12), 1.5) +
    stroke(d`M${x} ${y}${data}`, '#e9ebee', 4);
  return (
    s.studio +
    path(drum(cx, cy, 700, 262, 262, 0.62), c.barrel(m)) +
    path(drum(cx, cy, 700, 262, 262, 0.62), mesh(c)) +
    ellipse(cx, cy, 262, 164, c.slant(m.hi, m.base, m.deep)) +
    ellipse(cx, cy + 2, 244, 151, c.slant(rubber.hi, [0.5, rubber.base], rubber.deep)) +
    ellipse(cx, cy + 2, 232, 143, 'none', { stroke: t.glowing ? '#ffdf9c' : t.accent, 'stroke-width': 5 }) +
    path(drum(cx, cy - 18, cy + 10, 92, 94, 0.6), c.barrel(steel)) +
    roundRibs(cx - 93, cy - 16, 186, 24, 46, fade('#000000', 0.3), 2, 0.6) +
    ellipse(cx, cy - 18, 92, 55, c.slant(steel.hi, steel.base, steel.shade)) +
    ellipse(cx, cy - 18, 78, 46, c.glow([steel.hi, steel.base, steel.shade], 0.3, 0.25, 0.9)) +
    ellipse(cx - 44, cy - 30, 8, 5, t.accent) +
    icon(240, cy + 4, 'm-9 0h18') +
    icon(560, cy + 4, 'm-9 0h18m-9-9v18') +
    icon(400, cy + 100, 'm-6-9v18l14-9z') +
    icon(400, cy - 108, 'm0-9v9m-8-5a10 10 0 1 0 16 0')
  );
}

/** `tube` lies, `can` stands, `party` is tall with two woofers. */
export const speaker: Study = {
  oddities: { pair: speakers.pair, array: speakers.array, bar: speakers.bar, headphones: speakers.headphones },
  looks: ['tube', 'can', 'party'],
  paints: ['black', 'teal', 'red', 'graphite', 'sand'],
  whole,
  second,
};
