import type { Canvas } from '../canvas.ts';
import { fade, type Ramp, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import * as bikes from '../oddities/bikes.ts';
import { accents, rubber, steel } from '../palette.ts';
import { landscape } from '../scenery.ts';
import { circle, ellipse, group, path, rect, ribs, ring, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';
import { spokedWheel } from '../wheel.ts';

function traits({ dice, look }: Sitting) {
  const small = look === 'folding';
  return {
    r: small ? dice.between(92, 100) : dice.between(126, 134),
    tyre: small ? dice.between(15, 19) : dice.between(12, 18),
    rack: dice.chance(0.5),
    guards: dice.chance(0.65),
    tan: dice.chance(0.5),
    accent: dice.pick(accents),
    basket: dice.chance(0.3),
  };
}
type Traits = ReturnType<typeof traits>;

const tube = (data: string, m: Ramp, width: number): string =>
  stroke(data, m.deep, width) +
  stroke(data, m.base, width * 0.72, { transform: d`translate(${-width * 0.06} ${-width * 0.1})` }) +
  stroke(data, m.hi, width * 0.2, { transform: d`translate(${-width * 0.12} ${-width * 0.24})` });

function saddle(c: Canvas, x: number, y: number, tan: boolean): string {
  const hide = tan ? rampOf('#8d5a34') : rubber;
  return (
    path(
      d`M${x - 52} ${y - 2}Q${x - 50} ${y - 20} ${x - 20} ${y - 14}Q${x + 20} ${y - 16} ${x + 50} ${y - 10}Q${x + 58} ${y - 4} ${x + 46} ${y}Q${x + 6} ${y + 2} ${x - 12} ${y + 14}Q${x - 46} ${y + 18} ${x - 52} ${y - 2}z`,
      c.down(hide.hi, hide.base, hide.deep),
    ) + stroke(d`M${x - 30} ${y + 14}L${x - 4} ${y + 20}L${x + 24} ${y + 2}`, steel.line, 3.5)
  );
}

/** Chainwheel, cranks, pedals and the chain to the rear hub. */
function drive(c: Canvas, bx: number, by: number, rx: number, ry: number): string {
  return (
    stroke(d`M${bx} ${by - 25}L${rx} ${ry - 13}M${bx} ${by + 25}L${rx} ${ry + 13}`, '#4b4e54', 3.4) +
    stroke(d`M${bx} ${by}L${bx - 34} ${by - 46}`, steel.line, 9) +
    rect(bx - 56, by - 54, 40, 11, 4, rubber.base) +
    circle(bx, by, 27, 'none', { stroke: '#3a3d43', 'stroke-width': 5, 'stroke-dasharray': '3 1.6' }) +
    circle(bx, by, 24, c.slant('#5a5e65', '#24262a')) +
    ring(bx, by, 15, fade('#ffffff', 0.14), 4) +
    stroke(d`M${bx} ${by}L${bx + 34} ${by + 46}`, steel.lit, 9) +
    circle(bx, by, 9, c.slant(steel.hi, steel.deep)) +
    rect(bx + 16, by + 42, 42, 12, 4, c.down(rubber.hi, rubber.deep))
  );
}

/** Battery case with its four charge lights, lying along a frame tube. */
function battery(c: Canvas, x: number, y: number, angle: number, length: number, accent: string): string {
  return group(
    d`translate(${x} ${y}) rotate(${angle})`,
    {},
    rect(-length / 2, -17, length, 34, 11, c.roller(rampOf('#34373c'))),
    rect(-length / 2 + 14, -5, 30, 10, 4, '#15161a'),
    ...[0, 1, 2, 3].map((i) => circle(-length / 2 + 19 + i * 7, 0, 2.2, i < 3 ? '#7be0a0' : '#48505a')),
    rect(length / 2 - 30, -8, 14, 16, 4, accent),
  );
}

function bike(s: Sitting, t: Traits): string {
  const { c, m, look } = s;
  const ground = 500;
  const small = look === 'folding';
  const [rx, fx] = small ? [232, 568] : [212, 590];
  const cy = ground - t.r;
  const crank = small ? { x: 384, y: 432 } : { x: 376, y: 404 };
  const seat = small ? { x: 318, y: 186 } : { x: 318, y: 168 };
  const head = small ? { x: 526, y: 236 } : { x: 532, y: 214 };
  const bar = small ? { x: 500, y: 132 } : { x: 516, y: 134 };
  const joint = { x: seat.x + (crank.x - seat.x) * 0.34, y: seat.y + (crank.y - seat.y) * 0.34 };
  const low = { x: seat.x + (crank.x - seat.x) * 0.62, y: seat.y + (crank.y - seat.y) * 0.62 };
  const frame =
    look === 'city'
      ? tube(d`M${head.x} ${head.y + 20}Q${head.x - 70} ${head.y + 150} ${crank.x + 10} ${crank.y - 4}`, m, 25) +
        tube(d`M${head.x - 4} ${head.y + 6}Q${head.x - 90} ${head.y + 90} ${low.x + 6} ${low.y}`, m, 12)
      : small
        ? tube(d`M${head.x} ${head.y + 34}Q${head.x - 80} ${head.y + 110} ${low.x} ${low.y + 10}`, m, 30)
        : tube(d`M${head.x} ${head.y + 28}L${crank.x} ${crank.y}`, m, 25) +
          tube(d`M${head.x - 4} ${head.y + 4}L${joint.x} ${joint.y - 8}`, m, 16);
  const pack =
    look === 'city'
      ? t.rack
        ? battery(c, rx + 8, cy - t.r - 32, 0, 150, t.accent)
        : battery(c, seat.x + 22, seat.y + 172, 76, 112, t.accent)
      : small
        ? battery(c, seat.x + 24, seat.y + 150, 75, 112, t.accent)
        : battery(c, (head.x + crank.x) / 2, (head.y + crank.y) / 2 + 8, -46.5, 150, t.accent);
  const guards = t.guards || look === 'city';
  return (
    contact(c, rx, ground + 2, t.r * 1.1, 0.8) +
    contact(c, fx, ground + 2, t.r * 1.1, 0.8) +
    ellipse(402, ground + 4, 250, 10, fade('#2a2620', 0.14), { filter: c.blur(8) }) +
    (t.rack || look === 'city'
      ? stroke(
          d`M${rx - 66} ${cy - t.r - 14}H${seat.x - 6}M${rx - 40} ${cy - t.r - 12}L${rx} ${cy}M${seat.x - 34} ${cy - t.r - 12}L${rx} ${cy}`,
          '#3a3d43',
          6,
        )
      : '') +
    spokedWheel(c, rx, cy, t.r, 22, t.tyre, s.turned) +
    spokedWheel(c, fx, cy, t.r, look === 'sport' ? 12 : 10, t.tyre, s.turned + 0.1) +
    (guards
      ? stroke(d`M${rx - t.r * 0.86} ${cy - t.r * 0.62}A${t.r + 7} ${t.r + 7} 0 0 1 ${rx + t.r * 0.92} ${cy - t.r * 0.52}`, m.deep, 7) +
        stroke(d`M${fx - t.r * 0.8} ${cy - t.r * 0.7}A${t.r + 7} ${t.r + 7} 0 0 1 ${fx + t.r * 0.9} ${cy - t.r * 0.56}`, m.deep, 7)
      : '') +
    tube(d`M${rx} ${cy}L${crank.x} ${crank.y}`, m, 12) +
    tube(d`M${rx} ${cy}L${low.x - 22} ${joint.y + 20}`, m, 10) +
    stroke(d`M${seat.x} ${seat.y + 14}L${joint.x} ${joint.y}`, steel.line, 11) +
    stroke(d`M${seat.x - 2} ${seat.y + 14}L${joint.x - 2} ${joint.y}`, steel.hi, 3) +
    tube(d`M${joint.x - 6} ${joint.y - 14}L${crank.x} ${crank.y}`, m, 18) +
    tube(d`M${head.x} ${head.y + 20}Q${head.x + 22} ${head.y + 80} ${fx} ${cy}`, look === 'sport' ? rampOf('#34373c') : m, 15) +
    frame +
    pack +
    stroke(d`M${head.x - 8} ${head.y - 12}L${head.x + 6} ${head.y + 34}`, m.base, 27, { 'stroke-linecap': 'butt' }) +
    stroke(d`M${head.x - 16} ${head.y - 10}L${head.x - 2} ${head.y + 36}`, m.hi, 4, { 'stroke-linecap': 'butt' }) +
    stroke(d`M${head.x - 8} ${head.y - 12}L${bar.x} ${bar.y}`, '#2c2f34', 12) +
    cockpit(s, t, bar.x, bar.y, head) +
    drive(c, crank.x, crank.y, rx, cy) +
    (small
      ? rect(-15, -21, 30, 42, 8, c.slant(steel.hi, steel.deep), {
          transform: d`translate(${(head.x + low.x) / 2 - 6} ${(head.y + low.y) / 2 + 40}) rotate(-34)`,
        })
      : '') +
    stroke(d`M${joint.x - 20} ${joint.y - 10}l26-8`, steel.line, 7) +
    saddle(c, seat.x, seat.y, t.tan)
  );
}

/** Bar, grips, display, brake, cable and lamp. */
function cockpit({ c }: Sitting, t: Traits, x: number, y: number, head: { x: number; y: number }): string {
  const grip = t.tan ? '#8d5a34' : '#26282c';
  return (
    stroke(d`M${x + 24} ${y + 26}Q${head.x + 34} ${head.y} ${head.x + 14} ${head.y + 60}`, '#34373c', 2.5) +
    stroke(d`M${x} ${y}Q${x + 26} ${y - 22} ${x - 14} ${y - 16}`, '#2c2f34', 9) +
    stroke(d`M${x - 12} ${y - 16}L${x - 54} ${y - 6}`, grip, 13) +
    stroke(d`M${x - 2} ${y - 12}q-20 22-44 26`, steel.line, 4.5) +
    group(d`translate(${x + 10} ${y - 16}) rotate(-16)`, {}, rect(-15, -16, 34, 13, 4, '#1a1b1f'), rect(-11, -14, 24, 5, 2, '#8fd6f0')) +
    rect(head.x + 4, head.y + 2, 32, 24, 9, c.across('#3b3e44', '#17181b')) +
    ellipse(head.x + 36, head.y + 14, 6, 12, '#fff6d6') +
    ellipse(head.x + 44, head.y + 14, 22, 18, c.glow([fade('#fff3c4', 0.8), fade('#fff3c4', 0)]))
  );
}

function whole(s: Sitting): string {
  return s.studio + group('translate(-40 -38) scale(1.1)', {}, bike(s, traits(s)));
}

/** Seen by the rider: grips, brakes, the display, the road ahead. */
function second(s: Sitting): string {
  const { c, m, dice } = s;
  const t = traits(s);
  const grip = t.tan ? rampOf('#8d5a34') : rubber;
  const hand = (k: number) =>
    group(
      d`translate(${400 + k * 258} 356) scale(${String(k)} 1) rotate(12)`,
      {},
      stroke('M-30 -34Q60 -74 148 -30', steel.line, 10),
      stroke('M-30 -37Q60 -77 148 -33', steel.hi, 3),
      rect(-20, -26, 170, 50, 22, c.roller(grip)),
      ribs(6, -20, 120, 40, 12, fade('#000000', 0.28), 3.5),
      rect(-52, -30, 40, 58, 10, c.roller(rubber)),
    );
  return (
    landscape(c, dice, 'day', 0, 0, 800, 600) +
    path('M330 330L60 600H740L470 330Q400 318 330 330z', c.down('#c9c2b2', '#a59d8c')) +
    stroke('M400 340V366M400 392V430M400 470V540', fade('#ffffff', 0.7), 6) +
    rect(0, 0, 800, 600, 0, fade(s.ground, 0.3)) +
    stroke('M400 470V640', m.deep, 60, { 'stroke-linecap': 'butt' }) +
    stroke('M392 470V640', m.base, 44, { 'stroke-linecap': 'butt' }) +
    stroke('M380 470V640', m.hi, 8, { 'stroke-linecap': 'butt' }) +
    stroke('M-20 376Q160 316 280 396Q330 424 400 424T520 396Q640 316 820 376', rubber.deep, 28) +
    stroke('M120 352Q220 350 280 392Q330 418 400 418T520 392Q580 350 680 352', rubber.hi, 7) +
    hand(-1) +
    hand(1) +
    stroke('M150 330C120 480 300 560 372 560M650 330C680 480 500 560 428 560', '#26282c', 6) +
    rect(352, 398, 96, 60, 16, c.down('#4a4d53', '#1b1c1f')) +
    [372, 428].map((x) => circle(x, 446, 6, steel.shade)).join('') +
    rect(306, 236, 188, 168, 30, fade('#000000', 0.3), { filter: c.blur(8) }) +
    rect(306, 230, 188, 168, 30, c.slant('#4b4e55', '#1a1b1f')) +
    rect(318, 242, 164, 136, 20, '#0c0e13') +
    stroke('M348 338A56 56 0 1 1 452 338', '#2c323d', 11) +
    stroke('M348 338A56 56 0 0 1 424 266', t.accent === '#c9cdd1' ? '#7fd6f0' : t.accent, 11) +
    stroke('M400 322L432 282', '#eef3f8', 5) +
    circle(400, 322, 9, '#eef3f8') +
    rect(346, 354, 108, 10, 5, '#2c323d') +
    rect(346, 354, 76, 10, 5, '#74d79a') +
    path('M318 330L420 242H338Q318 242 318 262z', fade('#ffffff', 0.1)) +
    rect(384, 384, 32, 7, 3.5, fade('#ffffff', 0.3))
  );
}

/** `sport` has a diamond frame, `city` a low step, `folding` small wheels and a hinge. */
export const ebike: Study = {
  oddities: { cargo: bikes.cargoBike, tricycle: bikes.tricycle },
  looks: ['city', 'sport', 'folding'],
  paints: ['teal', 'white', 'graphite', 'green', 'cream', 'red'],
  whole,
  second,
};
