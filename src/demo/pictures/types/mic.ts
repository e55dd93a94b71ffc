import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import { contact } from '../light.ts';
import * as microphones from '../oddities/microphones.ts';
import { accents, brass, rubber, steel } from '../palette.ts';
import { circle, ellipse, enlarged, group, path, rect, ribs, ring, slots, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    w: dice.between(0.94, 1.08),
    tall: dice.between(0.95, 1.06),
    gold: dice.chance(0.4),
    accent: dice.pick(accents),
    round: dice.chance(0.5),
  };
}

const net = (c: Canvas): string =>
  c.pattern(7, 7, stroke('M0 0L7 7M7 0L0 7', fade('#000000', 0.42), 1.3), stroke('M0 1.4L5.6 7', fade('#ffffff', 0.3), 0.7));

/** A capsule behind its grille, on a body. */
function studioHead(s: Sitting, t: ReturnType<typeof traits>, cx: number, top: number, k: number): string {
  const { c, m } = s;
  const trim = t.gold ? brass : steel;
  const [w, basket, body] = [112 * t.w * k, 122 * k, 150 * t.tall * k];
  const x = cx - w / 2;
  const r = t.round ? w / 2 : w * 0.3;
  const cage = d`M${x} ${top + basket}V${top + r}Q${x} ${top} ${x + r} ${top}H${x + w - r}Q${x + w} ${top} ${x + w} ${top + r}V${top + basket}z`;
  return (
    path(cage, c.barrel(trim)) +
    ellipse(cx, top + basket * 0.56, w * 0.32, basket * 0.3, fade('#101114', 0.55)) +
    ellipse(cx, top + basket * 0.56, w * 0.24, basket * 0.23, c.glow([brass.hi, brass.shade], 0.4, 0.35)) +
    path(cage, net(c)) +
    stroke(
      d`M${x + w * 0.16} ${top + r * 0.9}Q${x + w * 0.18} ${top + 12 * k} ${x + w * 0.36} ${top + 9 * k}`,
      fade('#ffffff', 0.7),
      4 * k,
    ) +
    rect(x - 3, top + basket - 4 * k, w + 6, 13 * k, 4, c.barrel(trim)) +
    path(
      d`M${x} ${top + basket + 9 * k}h${w}v${body - 34 * k}q0 24 ${-w * 0.22} 30h${-w * 0.56}q${-w * 0.22}-6 ${-w * 0.22}-30z`,
      c.barrel(m),
    ) +
    circle(cx, top + basket + 46 * k, 13 * k, c.slant(trim.hi, trim.deep)) +
    circle(cx, top + basket + 46 * k, 9 * k, c.slant(trim.deep, trim.hi)) +
    circle(cx, top + basket + 80 * k, 4 * k, '#74e0a0')
  );
}

function studio(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  return (
    contact(c, 400, 484, 220) +
    path('M292 478Q292 458 400 456T508 478Q508 490 400 492T292 478z', c.across(m.lit, m.base, m.line)) +
    ellipse(400, 470, 96, 11, c.across(m.hi, m.base, m.deep)) +
    rect(393, 380, 14, 92, 5, c.barrel(steel)) +
    stroke('M318 250V322Q318 384 400 384T482 322V250', m.line, 13) +
    stroke('M316 250V322Q316 381 400 381', m.hi, 3) +
    circle(320, 256, 15, c.slant(steel.hi, steel.deep)) +
    circle(480, 256, 15, c.slant(steel.base, steel.line)) +
    studioHead(s, t, 400, 92, 1)
  );
}

/** A small clip-on transmitter with its furry or foam top. */
function clip(c: Canvas, m: Ramp, x: number, y: number, furry: boolean, accent: string): string {
  return (
    (furry
      ? circle(x + 52, y - 6, 34, c.glow(['#5a5d63', '#35373c', '#202226'], 0.38, 0.32, 0.7)) +
        ring(x + 52, y - 6, 33, '#2b2d31', 9, { 'stroke-dasharray': '2 2.6' })
      : rect(x + 34, y - 14, 36, 20, 9, '#2b2d31')) +
    rect(x + 4, y + 6, 104, 128, 24, m.line) +
    rect(x, y, 104, 128, 24, c.slant(m.hi, [0.3, m.base], m.deep)) +
    rect(x + 3, y + 3, 98, 122, 21, 'none', { stroke: fade('#ffffff', 0.25), 'stroke-width': 2 }) +
    circle(x + 52, y + 84, 15, fade('#000000', 0.22)) +
    circle(x + 52, y + 84, 12, c.slant(m.lit, m.shade)) +
    circle(x + 52, y + 32, 4.5, '#74e0a0') +
    rect(x + 38, y + 112, 28, 4, 2, accent)
  );
}

/** Sound levels on the receiver's display. */
const levels = (x: number, fill: string): string =>
  [8, 18, 30, 22, 36, 26, 12].map((h, i) => rect(x + i * 4.5, 348 - h, 3, h, 1, fill)).join('');

function clips(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  return (
    contact(c, 400, 482, 420) +
    rect(212, 214, 376, 60, 26, c.down(m.lit, m.deep)) +
    path('M224 262Q224 196 270 192H530Q576 196 576 262z', c.down(m.hi, m.base)) +
    path('M238 262Q240 210 276 207H524Q560 210 562 262z', c.down('#191a1d', '#2d2f34')) +
    clip(c, m, 248, 282, true, t.accent) +
    clip(c, m, 448, 282, true, t.accent) +
    rect(352, 290, 96, 112, 20, c.slant('#3a3c42', '#17181b')) +
    rect(362, 300, 76, 62, 8, '#0c0d10') +
    levels(369, '#6fd79a') +
    levels(403, '#e9b65a') +
    path('M208 378H592V436Q592 480 548 480H252Q208 480 208 436z', c.down([0, m.hi], [0.12, m.lit], [0.5, m.base], [1, m.deep])) +
    path('M208 378H592V386H208z', fade('#000000', 0.25)) +
    rect(370, 444, 60, 6, 3, fade('#000000', 0.25)) +
    circle(400, 422, 4, t.accent)
  );
}

function shotgun(s: Sitting, t: ReturnType<typeof traits>): string {
  const { c, m } = s;
  return (
    contact(c, 410, 484, 150) +
    rect(364, 456, 76, 24, 5, c.barrel(rubber)) +
    rect(352, 438, 100, 20, 8, c.roller(steel)) +
    stroke('M330 330L362 438M470 330L440 438', rubber.base, 12) +
    stroke('M300 430H500', rubber.base, 12) +
    stroke('M316 344V430M484 344V430', rubber.lit, 8) +
    group(
      'rotate(-7 400 300)',
      {},
      rect(150, 262, 330, 76, 38, c.roller(rubber)),
      rect(150, 262, 330, 76, 38, c.pattern(6, 6, circle(2, 2, 1.1, fade('#ffffff', 0.14)), circle(5, 5, 1.1, fade('#000000', 0.4)))),
      rect(452, 270, 190 * t.w, 60, 10, c.roller(m)),
      ribs(468, 278, 90, 44, 9, fade('#000000', 0.34), 4),
      rect(446, 266, 12, 68, 4, t.accent),
      circle(590, 300, 7, '#74e0a0'),
      rect(630 * t.w - 8, 276, 26, 48, 8, c.roller(steel)),
    ) +
    stroke('M316 344a84 52 0 0 1 168-12', rubber.lit, 6) +
    stroke('M622 272C690 280 684 400 610 452S480 470 452 452', rubber.base, 7) +
    stroke('M622 270C688 278 682 398 608 450', rubber.hi, 2)
  );
}

function whole(s: Sitting): string {
  const t = traits(s);
  return (
    s.studio +
    enlarged(s.look === 'studio' ? 1.08 : 1.12, 486, s.look === 'studio' ? studio(s, t) : s.look === 'clips' ? clips(s, t) : shotgun(s, t))
  );
}

function second(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  if (look === 'clips')
    return (
      s.studio +
      path('M0 600V330Q80 250 230 210L400 300L570 210Q720 250 800 330V600z', c.down('#8f9aa8', '#6d7887')) +
      path('M230 210L400 300L384 600H300Q240 400 230 210z', fade('#5d6877', 0.7)) +
      path('M262 150L400 300L320 372L214 222z', c.slant('#a4aebb', '#7e8997')) +
      path('M538 150L400 300L480 372L586 222z', c.slant('#9aa5b3', '#6c7786')) +
      path('M330 120Q400 190 470 120V230L400 300L330 230z', '#e7d3c2') +
      stroke('M400 310V600', fade('#4d5866', 0.7), 3) +
      circle(400, 520, 8, '#56616f') +
      group(
        'translate(246 162) scale(1.18)',
        {},
        rect(10, 148, 104, 30, 15, fade('#1c222a', 0.35), { filter: c.blur(7) }),
        clip(c, m, 80, 130, true, t.accent),
      )
    );
  if (look === 'shotgun')
    return (
      s.studio +
      group(
        'rotate(-14 400 300)',
        {},
        rect(60, 372, 520, 60, 30, fade('#1c1a16', 0.26), { filter: c.blur(16) }),
        rect(-60, 230, 470, 130, 24, c.roller(m)),
        slots(-60, 262, 300, 22, 4, fade('#000000', 0.4), 9),
        rect(398, 222, 22, 146, 6, t.accent),
        rect(414, 226, 300, 138, 30, c.roller(steel)),
        ribs(440, 240, 200, 110, 12, fade('#000000', 0.3), 7),
        rect(700, 250, 60, 90, 14, c.roller(rubber)),
      )
    );
  return (
    s.studio +
    stroke('M820 96L560 60L470 92', rubber.deep, 22) +
    stroke('M820 90L560 54L474 86', rubber.hi, 4) +
    circle(560, 58, 20, c.slant(steel.hi, steel.deep)) +
    stroke('M470 92Q400 60 330 92', rubber.base, 9) +
    stroke('M292 168Q288 92 330 92M508 168Q512 92 470 92', rubber.base, 9) +
    studioHead(s, t, 400, 128, 1.42) +
    stroke('M292 168V330M508 168V330', m.line, 13) +
    stroke('M289 168V330', m.hi, 3) +
    [196, 310].map((y) => stroke(d`M292 ${y}L322 ${y + 16}M508 ${y}L478 ${y + 16}`, '#3a3c42', 5)).join('')
  );
}

/** `studio` stands on a desk, `clips` are two transmitters in their case, `shotgun` sits on a camera. */
export const mic: Study = {
  oddities: { handheld: microphones.handheld, headset: microphones.headset, conference: microphones.conference },
  looks: ['studio', 'clips', 'shotgun'],
  paints: ['black', 'graphite', 'silver', 'white'],
  whole,
  second,
};
