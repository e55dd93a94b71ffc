import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import * as leads from '../oddities/leads.ts';
import { accents, brass, rubber, steel } from '../palette.ts';
import { circle, ellipse, group, path, rect, ribs, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    loops: Math.round(dice.between(4, 6.4)),
    thick: dice.between(11, 15),
    braided: dice.chance(0.55),
    metal: dice.chance(0.6),
    accent: dice.pick(accents),
    turn: dice.between(-8, 8),
  };
}

/** The jacket: a round cable, woven or smooth. */
function jacket(data: string, m: Ramp, width: number, braided: boolean): string {
  return (
    stroke(data, m.line, width + 2) +
    stroke(data, m.base, width) +
    stroke(data, m.hi, width * 0.28, { transform: 'translate(-1.5 -2)', opacity: 0.8 }) +
    (braided ? stroke(data, fade('#000000', 0.26), width, { 'stroke-dasharray': '2 4', 'stroke-linecap': 'butt' }) : '')
  );
}

/** A plug pointing down, its mouth at (0, 0). */
function plug(c: Canvas, look: string, m: Ramp, metal: boolean, accent: string): string {
  const shell = metal ? steel : rubber;
  const relief = rect(-9, -150, 18, 44, 7, c.barrel(m)) + [0, 1, 2, 3].map((i) => rect(-11, -146 + i * 10, 22, 4, 2, m.deep)).join('');
  if (look === 'xlr')
    return (
      relief +
      rect(-26, -112, 52, 112, 9, c.barrel(shell)) +
      rect(-28, -66, 56, 10, 3, accent) +
      ribs(-22, -104, 44, 30, 8, fade('#000000', 0.3), 2) +
      ellipse(0, 0, 26, 9, '#17181b') +
      circle(-9, 0, 2.5, brass.hi) +
      circle(9, 0, 2.5, brass.hi) +
      circle(0, 3, 2.5, brass.hi)
    );
  if (look === 'hdmi')
    return (
      relief +
      path('M-27 -112q0-6 6-6h42q6 0 6 6v62q0 6-6 6h-42q-6 0-6-6z', c.barrel(shell)) +
      rect(-27, -62, 54, 5, 0, accent) +
      path('M-20 -45h40v34l-7 11h-26l-7-11z', c.barrel(brass)) +
      rect(-12, -30, 24, 6, 2, fade('#000000', 0.35)) +
      path('M-14 -4h28', '#17181b', { stroke: '#17181b', 'stroke-width': 5 })
    );
  return (
    relief +
    rect(-21, -112, 42, 72, 12, c.barrel(shell)) +
    rect(-21, -56, 42, 4, 0, accent) +
    rect(-14, -42, 28, 42, 9, c.barrel(steel)) +
    rect(-9, -6, 18, 5, 2.5, '#17181b')
  );
}

function whole(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const [cx, cy] = [400, 250];
  const coil: string[] = [];
  for (let i = 0; i < t.loops; i += 1) {
    const [rx, ry] = [196 - i * 6 + (i % 2) * 5, 148 - i * 7];
    const data = d`M${cx - rx} ${cy + (i % 3) * 4}a${rx} ${ry} 0 1 1 ${rx * 2} 0a${rx} ${ry} 0 1 1 ${-rx * 2} 0z`;
    coil.push(jacket(data, m, t.thick, t.braided));
  }
  const left = d`M${cx - 178} ${cy + 40}C${cx - 190} ${cy + 130} ${cx - 130} ${cy + 90} ${cx - 96} ${cy + 134}`;
  const right = d`M${cx + 176} ${cy + 46}C${cx + 200} ${cy + 130} ${cx + 150} ${cy + 120} ${cx + 130} ${cy + 152}`;
  return (
    s.studio +
    ellipse(cx + 16, cy + 34, 214, 158, 'none', { stroke: fade('#2a2620', 0.26), 'stroke-width': 34, filter: c.blur(10) }) +
    coil.join('') +
    group(d`translate(${cx - 38} 520) rotate(${10 + t.turn})`, {}, ellipse(14, -30, 30, 60, fade('#2a2620', 0.2), { filter: c.blur(8) })) +
    jacket(left, m, t.thick, t.braided) +
    jacket(right, m, t.thick, t.braided) +
    group(d`translate(${cx - 96} ${cy + 134}) rotate(${-34 + t.turn}) translate(0 146)`, {}, plug(c, look, m, t.metal, t.accent)) +
    group(d`translate(${cx + 130} ${cy + 152}) rotate(${24 + t.turn}) translate(0 146)`, {}, plug(c, look, m, t.metal, t.accent)) +
    rect(cx - 22, cy - 168, 44, 64, 9, c.across(rubber.lit, rubber.base, rubber.deep)) +
    rect(cx - 22, cy - 152, 44, 6, 0, t.accent) +
    rect(cx - 22, cy - 122, 44, 3, 0, fade('#ffffff', 0.14))
  );
}

/** Both plugs close by. */
function second(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const tail = (x: number, bend: number) => jacket(d`M${x} 190C${x} 90 ${x + bend} 90 ${x + bend} -30`, m, t.thick * 2.1, t.braided);
  return (
    s.studio +
    ellipse(330, 530, 90, 14, fade('#2a2620', 0.25), { filter: c.blur(10) }) +
    ellipse(520, 500, 90, 14, fade('#2a2620', 0.2), { filter: c.blur(10) }) +
    tail(310, -90) +
    tail(490, 110) +
    group('translate(310 496) scale(2.3)', {}, plug(c, look, m, t.metal, t.accent)) +
    group('translate(490 462) scale(2.3)', {}, plug(c, look, m, t.metal, t.accent))
  );
}

/** Named by the plug. */
export const cable: Study = {
  oddities: { hub: leads.hub, reel: leads.reel },
  looks: ['usb', 'hdmi', 'xlr'],
  paints: ['black', 'graphite', 'white', 'black', 'blue'],
  whole,
  second,
};
