import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import { contact, pool } from '../light.ts';
import * as stands from '../oddities/stands.ts';
import { accents, rubber, steel } from '../palette.ts';
import { circle, closeUp, ellipse, group, path, rect, ribs, slots, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    spread: dice.between(126, 152),
    panel: dice.between(0.92, 1.08),
    carbon: dice.chance(0.5),
    accent: dice.pick(accents),
    warm: dice.chance(0.5),
  };
}

/** A leg in three sections, thinner downwards, with a lock at each joint. */
function leg(m: Ramp, x1: number, y1: number, x2: number, y2: number, accent: string): string {
  const at = (k: number): [number, number] => [x1 + (x2 - x1) * k, y1 + (y2 - y1) * k];
  const part = (from: number, to: number, w: number) => {
    const [ax, ay] = at(from);
    const [bx, by] = at(to);
    const data = d`M${ax} ${ay}L${bx} ${by}`;
    return (
      stroke(data, m.deep, w, { 'stroke-linecap': 'butt' }) +
      stroke(data, m.base, w * 0.66, { 'stroke-linecap': 'butt', transform: 'translate(-1 0)' }) +
      stroke(data, m.hi, w * 0.18, { 'stroke-linecap': 'butt', transform: d`translate(${-w * 0.24} 0)` })
    );
  };
  const lock = (k: number, w: number) => {
    const [ax, ay] = at(k - 0.025);
    const [bx, by] = at(k + 0.025);
    return (
      stroke(d`M${ax} ${ay}L${bx} ${by}`, rubber.base, w, { 'stroke-linecap': 'butt' }) + stroke(d`M${bx} ${by}l0.1 0.1`, accent, w * 0.34)
    );
  };
  const [fx, fy] = at(1);
  return part(0, 0.4, 22) + part(0.38, 0.72, 17) + part(0.7, 0.98, 12) + lock(0.39, 25) + lock(0.71, 20) + circle(fx, fy, 9, rubber.base);
}

/** Ball, plate and knobs. */
function head(c: Canvas, m: Ramp, cx: number, y: number, accent: string): string {
  return (
    rect(cx - 24, y + 44, 48, 36, 8, c.barrel(m)) +
    rect(cx - 27, y + 62, 54, 7, 3, accent) +
    circle(cx, y + 38, 25, c.glow([steel.hi, steel.base, steel.line], 0.36, 0.3, 0.75)) +
    rect(cx - 22, y + 36, 44, 22, 6, c.barrel(m)) +
    rect(cx - 48, y + 8, 96, 14, 4, c.down(m.hi, m.deep)) +
    rect(cx - 40, y - 3, 80, 12, 3, c.down('#4a4d53', '#1b1c1f')) +
    rect(cx - 5, y - 16, 10, 14, 2, c.barrel(steel)) +
    rect(cx + 26, y + 44, 34, 24, 8, c.roller(rubber)) +
    ribs(cx + 36, y + 46, 22, 20, 6, fade('#ffffff', 0.16), 2)
  );
}

function tripod(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  return (
    contact(c, 400, 540, t.spread * 2, 0.7) +
    rect(391, 150, 18, 150, 4, c.barrel(steel)) +
    leg(m, 400, 214, 410, 522, t.accent) +
    leg(m, 384, 210, 400 - t.spread, 540, t.accent) +
    leg(m, 416, 210, 400 + t.spread, 540, t.accent) +
    path('M362 196Q362 180 400 178T438 196L430 236H370z', c.down(m.lit, m.deep)) +
    circle(400, 210, 13, c.slant(steel.hi, steel.deep)) +
    rect(380, 146, 40, 36, 8, c.barrel(rubber)) +
    head(c, m, 400, 72, t.accent)
  );
}

function lightStand(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m, look } = s;
  const tone = t.warm ? '#ffedc4' : '#f4f7ff';
  const w = 250 * t.panel;
  const lamp =
    look === 'softbox'
      ? path(
          d`M${400 - w / 2 - 6} 66Q400 44 ${400 + w / 2 + 6} 66L${400 + w / 2} 262Q400 282 ${400 - w / 2} 262z`,
          c.slant(rubber.hi, rubber.base, rubber.deep),
        ) +
        path(
          d`M${400 - w / 2 + 8} 76Q400 56 ${400 + w / 2 - 8} 76L${400 + w / 2 - 12} 254Q400 270 ${400 - w / 2 + 12} 254z`,
          c.glow(['#ffffff', [0.6, tone], '#d9d2c2'], 0.5, 0.48, 0.66),
        ) +
        stroke(d`M${400 - w / 2 + 12} 252L330 168M${400 + w / 2 - 12} 252L470 168`, fade('#a59c88', 0.16), 2)
      : rect(400 - w / 2, 74, w, 172, 16, c.slant('#4a4d53', '#1d1f22')) +
        rect(400 - w / 2 + 14, 88, w - 28, 144, 6, c.glow(['#ffffff', [0.7, tone], '#d9cfb8'], 0.5, 0.5, 0.75)) +
        rect(400 - w / 2 + 14, 88, w - 28, 144, 6, c.pattern(14, 14, circle(7, 7, 3, fade('#e9b45c', 0.4)))) +
        [-1, 1].map((k) => path(d`M${400 + (k * w) / 2} 80l${k * 44}-14v196l${-k * 44}-22z`, c.across('#3a3c42', '#222428'))).join('');
  return (
    pool(c, 400, 166, 360, 260, tone, 0.85) +
    contact(c, 400, 540, t.spread * 1.9, 0.7) +
    stroke(d`M400 440L${400 - t.spread * 0.86} 536M400 440L${400 + t.spread * 0.86} 536M400 440L412 548`, m.deep, 13) +
    stroke(d`M398 440L${398 - t.spread * 0.86} 533M398 440L${398 + t.spread * 0.86} 533`, m.hi, 3) +
    stroke(d`M400 506L${400 - t.spread * 0.55} 500M400 506L${400 + t.spread * 0.55} 500`, m.line, 6) +
    rect(394, 230, 12, 110, 3, c.barrel(steel)) +
    rect(391, 330, 18, 184, 4, c.barrel(m)) +
    rect(384, 322, 32, 28, 7, c.barrel(rubber)) +
    rect(384, 430, 32, 30, 7, c.barrel(rubber)) +
    rect(412, 328, 26, 15, 6, c.roller(steel)) +
    rect(412, 438, 26, 15, 6, c.roller(steel)) +
    rect(386, 238, 28, 36, 7, c.barrel(rubber)) +
    lamp +
    circle(428, 262, 10, c.slant(t.accent, rubber.deep))
  );
}

function whole(s: Sitting): string {
  const t = traits(s);
  return s.studio + (s.look === 'tripod' ? tripod(s, t) : lightStand(s, t));
}

/** The head and the top of the legs, close by. */
function second(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  if (s.look !== 'tripod') return s.studio + closeUp(400, 210, lightStand(s, t));
  return (
    s.studio +
    group(
      'translate(-560 -92) scale(2.4)',
      {},
      leg(m, 384, 214, 296, 560, t.accent),
      leg(m, 416, 214, 504, 560, t.accent),
      rect(391, 150, 18, 150, 4, c.barrel(steel)),
      path('M362 196Q362 180 400 178T438 196L430 236H370z', c.down(m.lit, m.deep)),
      circle(400, 210, 13, c.slant(steel.hi, steel.deep)),
      rect(380, 146, 40, 36, 8, c.barrel(rubber)),
      slots(386, 154, 28, 5, 5, fade('#ffffff', 0.12), 2),
      head(c, m, 400, 72, t.accent),
      ellipse(372, 82, 22, 3, fade('#ffffff', 0.25)),
    )
  );
}

/** `tripod` carries a camera, `panel` and `softbox` a light. */
export const stand: Study = {
  oddities: { gimbal: stands.gimbal, ring: stands.ringLight, tray: stands.tray, poles: stands.poles, slider: stands.slider },
  looks: ['tripod', 'panel', 'softbox'],
  paints: ['black', 'graphite', 'black', 'silver'],
  whole,
  second,
};
