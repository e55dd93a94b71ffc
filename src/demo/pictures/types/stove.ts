import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import { contact, pool } from '../light.ts';
import * as kitchen from '../oddities/kitchen.ts';
import { accents, brass, rubber, steel } from '../palette.ts';
import { circle, closeUp, drum, ellipse, enlarged, path, rect, ribs, roundRibs, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return { r: dice.between(0.94, 1.06), arms: dice.chance(0.5), accent: dice.pick(accents), tall: dice.between(0.94, 1.08) };
}

/** A ring of small blue flames around (cx, y). */
function flames(c: Canvas, cx: number, y: number, r: number, k = 1): string {
  let out = ellipse(cx, y - 8 * k, r * 1.5, 44 * k, c.glow([fade('#7fb4ff', 0.4), fade('#7fb4ff', 0)]));
  const flame = c.down(fade('#a9d2ff', 0.15), [0.5, fade('#5b93ef', 0.8)], '#d5ecff');
  for (let i = 0; i < 9; i += 1) {
    const x = cx + (i - 4) * (r / 4.2);
    const h = (34 - Math.abs(i - 4) * 2.4) * k;
    out += path(
      d`M${x - 7 * k} ${y}Q${x - 6 * k} ${y - h * 0.5} ${x} ${y - h}Q${x + 6 * k} ${y - h * 0.5} ${x + 7 * k} ${y}Q${x} ${y + 5 * k} ${x - 7 * k} ${y}z`,
      flame,
    );
  }
  return out;
}

function burner(c: Canvas, cx: number, y: number, r: number): string {
  return (
    path(drum(cx, y, y + 18, r, r * 0.72, 0.24), c.barrel(brass)) +
    ellipse(cx, y, r, r * 0.24, c.across(steel.hi, steel.base, steel.line)) +
    ellipse(cx, y, r * 0.8, r * 0.17, '#33363b') +
    ellipse(cx, y, r * 0.42, r * 0.09, steel.shade)
  );
}

/** A burner screwed onto its gas canister. */
function canister(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  const r = 118 * t.r;
  const top = 344;
  const arm = (k: number) =>
    stroke(d`M400 228L${400 + k * 64} 212L${400 + k * 118} 148`, steel.line, 9) +
    stroke(d`M399 226L${399 + k * 64} 210L${399 + k * 118} 146`, steel.hi, 3) +
    stroke(d`M${400 + k * 86} 150h${k * 40}`, steel.deep, 8);
  return (
    contact(c, 400, 484, r * 2) +
    path(drum(400, top + 34, 466, r, r, 0.16), c.barrel(m)) +
    path(
      d`M${400 - r} ${top + 36}Q${400 - r} ${top - 12} ${400 - r * 0.4} ${top - 20}H${400 + r * 0.4}Q${400 + r} ${top - 12} ${400 + r} ${top + 36}A${r} ${r * 0.16} 0 0 1 ${400 - r} ${top + 36}z`,
      c.across(m.lit, [0.3, m.hi], [0.55, m.base], m.deep),
    ) +
    path(drum(400, 450, 468, r + 2, r - 4, 0.16), c.barrel(steel)) +
    path(
      drum(400, 392, 424, r, r, 0.16),
      c.barrel({ ...steel, hi: '#ffffff', lit: '#f7f3ea', base: '#efe9dc', shade: '#d5cebf', deep: '#b3ac9d' }),
    ) +
    stroke(d`M${400 - r * 0.3} 424l16-14 14 8 18-18 20 24z`, t.accent, 5, { fill: t.accent }) +
    rect(378, top - 38, 44, 24, 5, c.barrel(steel)) +
    roundRibs(378, top - 36, 44, 20, 11, fade('#000000', 0.3), 1.6) +
    rect(389, 232, 22, top - 262, 5, c.barrel(brass)) +
    rect(382, 262, 36, 22, 4, c.barrel(steel)) +
    stroke('M418 274h56', steel.line, 7) +
    stroke('M472 262v26q0 12 12 12h26q12 0 12-12v-14q0-12-12-12z', t.accent, 7) +
    arm(-1) +
    arm(1) +
    flames(c, 400, 208, 52) +
    burner(c, 400, 212, 56) +
    stroke('M400 236V150', steel.shade, 9) +
    stroke('M380 150h40', steel.base, 8)
  );
}

function knob(c: Canvas, x: number, y: number, m: Ramp, accent: string): string {
  return (
    circle(x, y + 3, 23, fade('#000000', 0.3)) +
    circle(x, y, 22, c.slant(rubber.hi, rubber.deep)) +
    circle(x, y, 14, c.slant(m.lit, m.deep)) +
    stroke(d`M${x} ${y - 13}v9`, accent, 4)
  );
}

/** A flat case with two burners, lid up against the wind. */
function twin(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  const spot = (cx: number) =>
    ellipse(cx, 330, 96, 25, '#26282c') +
    flames(c, cx, 326, 44, 0.8) +
    ellipse(cx, 330, 56, 14, c.across(brass.hi, brass.deep)) +
    ellipse(cx, 328, 36, 8, '#2b2d31') +
    stroke(
      d`M${cx - 112} 322H${cx + 112}M${cx - 98} 340H${cx + 98}M${cx} 300V352M${cx - 60} 304L${cx - 76} 354M${cx + 60} 304L${cx + 76} 354`,
      steel.deep,
      6,
    ) +
    stroke(d`M${cx - 112} 320H${cx + 112}`, steel.hi, 2);
  return (
    contact(c, 400, 478, 540) +
    path('M154 292L176 120Q178 104 196 104H604Q622 104 624 120L646 292z', c.down(m.base, m.deep)) +
    path('M178 286L196 126H604L622 286z', c.down('#d9dcde', '#9da2a7')) +
    ribs(220, 140, 360, 130, 4, fade('#6b7075', 0.25), 3) +
    path('M150 292H650L672 372H128z', c.down('#63676d', '#3b3e43')) +
    spot(276) +
    spot(524) +
    path('M124 370H676L668 452Q666 470 648 470H152Q134 470 132 452z', c.down([0, m.hi], [0.1, m.lit], [0.4, m.base], [1, m.deep])) +
    stroke('M126 372H674', fade('#ffffff', 0.5), 3) +
    knob(c, 250, 422, m, t.accent) +
    knob(c, 550, 422, m, t.accent) +
    rect(352, 404, 96, 34, 8, m.deep) +
    rect(362, 418, 76, 5, 2, t.accent) +
    rect(176, 466, 44, 14, 5, rubber.base) +
    rect(580, 466, 44, 14, 5, rubber.base)
  );
}

function whole(s: Sitting): string {
  const t = traits(s);
  return s.studio + (s.look === 'twin' ? enlarged(1.06, 480, twin(s, t)) : enlarged(1.14, 492, canister(s, t)));
}

/** In use: a pot on the fire, just before it boils. */
function second(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  if (s.look === 'twin') return s.studio + closeUp(300, 350, twin(s, t));
  const steam = (x: number) => stroke(d`M${x} 96q-22-26 0-48t0-50`, fade('#ffffff', 0.75), 13, { filter: c.blur(5) });
  return (
    s.studio +
    pool(c, 400, 360, 300, 150, '#8fbcff', 0.35) +
    contact(c, 400, 536, 250) +
    path(drum(400, 462, 526, 112, 112, 0.16), c.barrel(m)) +
    path('M288 464Q288 424 352 416H448Q512 424 512 464A112 18 0 0 1 288 464z', c.across(m.lit, [0.3, m.hi], [0.55, m.base], m.deep)) +
    rect(378, 396, 44, 24, 5, c.barrel(steel)) +
    rect(389, 366, 22, 34, 4, c.barrel(brass)) +
    stroke('M416 408h70', steel.line, 7) +
    stroke('M484 396v26q0 12 12 12h26q12 0 12-12v-14q0-12-12-12z', t.accent, 7) +
    flames(c, 400, 350, 64, 0.9) +
    burner(c, 400, 352, 58) +
    stroke('M344 364L280 318M456 364L520 318', steel.line, 9) +
    path(drum(400, 138, 306, 152, 146, 0.13), c.barrel(steel)) +
    stroke('M249 168A152 20 0 0 0 551 168', fade('#000000', 0.16), 3) +
    stroke('M250 292A148 18 0 0 0 550 292', fade('#4f72b8', 0.45), 10, { filter: c.blur(4) }) +
    stroke('M548 186h34q22 0 22 20v30q0 18-20 18h-40', steel.line, 10) +
    stroke('M582 186q22 0 22 20v30q0 18-20 18', m.base, 12) +
    ellipse(400, 136, 158, 24, c.across(steel.hi, steel.base, steel.deep)) +
    ellipse(400, 132, 146, 19, c.slant(steel.hi, steel.shade)) +
    ellipse(400, 130, 96, 10, fade('#ffffff', 0.35)) +
    rect(388, 100, 24, 28, 6, c.barrel(rubber)) +
    ellipse(400, 100, 22, 8, c.slant(m.lit, m.deep)) +
    steam(330) +
    steam(486)
  );
}

/** `canister` packs small, `twin` is a case with two burners. */
export const stove: Study = {
  oddities: { cassette: kitchen.cassette, fire: kitchen.fireBowl, grill: kitchen.grill, kettle: kitchen.kettle },
  looks: ['canister', 'twin'],
  paints: ['red', 'teal', 'orange', 'green', 'blue'],
  whole,
  second,
};
