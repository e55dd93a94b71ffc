import { fade, lightnessOf, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import { steel } from '../palette.ts';
import { landscape, type Mood } from '../scenery.ts';
import { circle, ellipse, path, poly, rect, ring, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice, look }: Sitting) {
  return {
    w: dice.between(430, 468) * (look === 'gaming' ? 1.06 : 1),
    ratio: dice.pick([0.62, 0.66, 0.58]),
    bezel: dice.between(9, 14),
    mood: dice.pick<Mood>(['dusk', 'sea', 'night', 'day']),
    glow: dice.pick(['#5aa9e6', '#e0605a', '#58c08a', '#a67be0']),
    mark: dice.pick(['ring', 'bar', 'dot']),
  };
}

/** Open, seen from a little above: screen, hinge, keys, touch pad. */
function whole(s: Sitting): string {
  const { c, m, dice, look } = s;
  const t = traits(s);
  const h = t.w * t.ratio;
  const [x, hinge] = [400 - t.w / 2, 404];
  const y = hinge - h;
  const gaming = look === 'gaming';
  const reach = 62;
  const keys: string[] = [];
  const keyRamp = rampOf(lightnessOf(m.base) > 0.6 ? '#3a3c41' : '#1a1b1e');
  for (let row = 0; row < 5; row += 1) {
    const k0 = 0.12 + row * 0.11;
    const wide = t.w / 2 - 26 + reach * k0;
    const yy = hinge + 12 + row * 12;
    const n = 14;
    let data = '';
    for (let i = 0; i < n; i += 1) {
      const kx = 400 - wide + ((2 * wide) / n) * i + 2;
      if (row === 4 && i > 3 && i < 9) continue;
      data += d`M${kx} ${yy}h${(2 * wide) / n - 5}v8h${5 - (2 * wide) / n}z`;
    }
    if (row === 4) data += d`M${400 - wide + ((2 * wide) / n) * 4 + 2} ${yy}h${((2 * wide) / n) * 5 - 5}v8h${5 - ((2 * wide) / n) * 5}z`;
    keys.push(path(data, keyRamp.base, { 'stroke-linejoin': 'round', stroke: keyRamp.base, 'stroke-width': 1.6 }));
  }
  const deck = d`M${x + 6} ${hinge}H${x + t.w - 6}L${x + t.w + reach} ${hinge + 108}H${x - reach}z`;
  return (
    s.studio +
    contact(c, 400, 530, t.w + reach * 2) +
    rect(x, y, t.w, h + 6, 14, c.slant(m.hi, m.base, m.deep)) +
    rect(x + 3, y + 3, t.w - 6, h, 12, '#101114') +
    landscape(c, dice, t.mood, x + t.bezel, y + t.bezel + 2, t.w - 2 * t.bezel, h - 2 * t.bezel - 6, 4) +
    rect(
      x + t.bezel,
      y + t.bezel + 2,
      t.w - 2 * t.bezel,
      h - 2 * t.bezel - 6,
      4,
      c.slant(fade('#ffffff', 0.24), [0.46, fade('#ffffff', 0)]),
    ) +
    circle(400, y + 8, 2.4, '#3b4556') +
    rect(330, y + h - t.bezel - 26, 140, 18, 9, fade('#ffffff', 0.35)) +
    ['#e9735f', '#f0b44c', '#62b58a', '#5b97d6', '#a285d0']
      .map((k, i) => rect(346 + i * 23, y + h - t.bezel - 23, 12, 12, 3.5, k))
      .join('') +
    rect(x + t.w * 0.2, hinge - 6, t.w * 0.6, 10, 4, c.down('#3a3c42', '#141518')) +
    path(deck, c.down(m.lit, m.base)) +
    path(
      d`M${x - 2} ${hinge + 8}H${x + t.w + 2}L${x + t.w + 34} ${hinge + 74}H${x - 34}z`,
      fade(gaming ? t.glow : '#000000', gaming ? 0.35 : 0.12),
    ) +
    keys.join('') +
    path(poly([400 - 70, hinge + 80], [400 + 70, hinge + 80], [400 + 76, hinge + 104], [400 - 76, hinge + 104]), fade(m.deep, 0.4)) +
    path(poly([400 - 68, hinge + 81], [400 + 68, hinge + 81], [400 + 74, hinge + 103], [400 - 74, hinge + 103]), c.down(m.lit, m.hi)) +
    path(
      d`M${x - reach} ${hinge + 108}H${x + t.w + reach}v8q0 8-14 8H${x - reach + 14}q-14 0-14-8z`,
      c.down([0, m.hi], [0.2, m.base], m.deep),
    ) +
    path(d`M352 ${hinge + 108}h96q-2 8-12 8h-72q-10 0-12-8z`, m.deep) +
    (gaming ? stroke(d`M${x - reach + 20} ${hinge + 122}H${x + t.w + reach - 20}`, t.glow, 3.5) : '')
  );
}

/** The lid, half closed, from behind. */
function second(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const ink = lightnessOf(m.base) > 0.75 ? m.deep : m.hi;
  const mark =
    t.mark === 'ring'
      ? ring(400, 268, 22, ink, 7)
      : t.mark === 'bar'
        ? rect(376, 246, 13, 44, 4, ink) + rect(396, 256, 13, 34, 4, ink) + rect(416, 246, 13, 44, 4, ink)
        : circle(400, 268, 18, ink) + circle(410, 262, 18, m.base);
  return (
    s.studio +
    contact(c, 400, 500, 600) +
    path('M96 474H704L690 494Q688 500 676 500H124Q112 500 110 494z', c.down(m.base, m.line)) +
    path('M118 462H682L704 476H96z', c.down(m.deep, m.base)) +
    path('M140 466L164 124Q166 104 188 104H612Q634 104 636 124L660 466z', c.slant(m.hi, [0.35, m.lit], [0.6, m.base], m.deep)) +
    path('M188 104H612Q634 104 636 124L637 130Q634 109 612 109H188Q166 109 163 130L164 124Q166 104 188 104z', fade('#ffffff', 0.6)) +
    path('M140 466L150 320L420 104H500L230 466z', fade('#ffffff', 0.09)) +
    mark +
    rect(220, 456, 360, 13, 6, c.roller(rampOf('#34363b'))) +
    (look === 'gaming'
      ? stroke('M250 430h110M440 430h110', t.glow, 5) + stroke('M260 444h90M450 444h90', fade('#000000', 0.4), 4)
      : ellipse(400, 448, 40, 2, fade('#000000', 0.12))) +
    rect(120, 484, 40, 5, 2, steel.line) +
    rect(640, 484, 40, 5, 2, steel.line)
  );
}

/** `thin` to carry, `gaming` with light under its keys. */
export const laptop: Study = { looks: ['thin', 'thin', 'gaming'], paints: ['silver', 'graphite', 'black', 'silver'], whole, second };
