import { fade, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import * as displays from '../oddities/displays.ts';
import { accents } from '../palette.ts';
import { landscape, type Mood } from '../scenery.ts';
import { circle, group, path, poly, rect, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    w: dice.between(486, 520),
    ratio: dice.pick([0.7, 0.66, 0.74]),
    r: dice.between(20, 28),
    bezel: dice.between(15, 21),
    mood: dice.pick<Mood>(['dusk', 'sea', 'day', 'night']),
    accent: dice.pick(accents),
  };
}
type Traits = ReturnType<typeof traits>;

function slab(
  { c, m, dice }: Sitting,
  t: Traits,
  x: number,
  y: number,
  content: (x: number, y: number, w: number, h: number) => string,
): string {
  const h = t.w * t.ratio;
  const b = t.bezel;
  return (
    rect(x - 4, y - 4, t.w + 8, h + 8, t.r + 4, c.slant(m.hi, m.base, m.deep)) +
    rect(x, y, t.w, h, t.r, '#0c0d10') +
    landscape(c, dice, t.mood, x + b, y + b, t.w - 2 * b, h - 2 * b, 7) +
    content(x + b, y + b, t.w - 2 * b, h - 2 * b) +
    path(poly([x + b, y + h * 0.8], [x + t.w * 0.5, y + b], [x + b, y + b]), fade('#ffffff', 0.12)) +
    circle(x + t.w / 2, y + b / 2, 2.6, '#39445a')
  );
}

function pen({ c }: Sitting, t: Traits): string {
  const white = rampOf('#efede8');
  return (
    rect(-190, -8, 330, 16, 7, c.roller(white)) +
    path('M140 -8L176 -2Q180 0 176 2L140 8z', c.down('#dcd9d2', '#a7a49c')) +
    rect(-186, -8, 26, 16, 6, t.accent) +
    rect(60, -6, 44, 5, 2.5, fade('#8d8b86', 0.5))
  );
}

/** Upright, with its pen leaning by. */
function whole(s: Sitting): string {
  const { c } = s;
  const t = traits(s);
  const h = t.w * t.ratio;
  const [x, y] = [400 - t.w / 2 - 16, 486 - h];
  const tiles = (tx: number, ty: number, tw: number, th: number) =>
    rect(tx + 26, ty + 26, 118, 62, 14, fade('#ffffff', 0.8)) +
    circle(tx + 54, ty + 57, 15, '#f0b44c') +
    rect(tx + 80, ty + 44, 46, 8, 4, fade('#3a4150', 0.8)) +
    rect(tx + 80, ty + 60, 30, 7, 3.5, fade('#3a4150', 0.45)) +
    ['#e9735f', '#f4f1ea', '#62b58a', '#5b97d6', '#a285d0']
      .map((k, i) => rect(tx + tw / 2 - 118 + i * 50, ty + th - 52, 36, 36, 10, fade(k, 0.95)))
      .join('');
  return (
    s.studio +
    contact(c, 390, 492, t.w) +
    slab(s, t, x, y, tiles) +
    (s.look === 'pen'
      ? group('translate(690 330) rotate(-76)', {}, rect(-190, 6, 340, 16, 8, fade('#2a2620', 0.3), { filter: c.blur(6) }), pen(s, t))
      : '')
  );
}

/** In its keyboard cover, or being drawn on. */
function second(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const h = t.w * t.ratio;
  if (look === 'pen') {
    const sketch = (x: number, y: number, w: number, sh: number) =>
      rect(x, y, w, sh, 7, '#f7f4ec') +
      stroke(d`M${x + 60} ${y + sh * 0.8}Q${x + 130} ${y + 40} ${x + 190} ${y + sh * 0.55}T${x + 330} ${y + sh * 0.34}`, '#3c6ea8', 7) +
      stroke(d`M${x + 80} ${y + sh * 0.84}q90-46 150-14t150-40`, t.accent, 5) +
      circle(x + w * 0.72, y + sh * 0.26, 30, fade('#f0b44c', 0.85)) +
      [0, 1, 2, 3].map((i) => circle(x + 24, y + 40 + i * 34, 9, ['#2e3035', '#3c6ea8', '#d9573f', '#58966b'][i] ?? '#000')).join('');
    return (
      s.studio +
      group(
        'rotate(-11 400 300)',
        {},
        rect(400 - t.w / 2 + 14, 306 - h / 2, t.w, h, t.r, fade('#2a2620', 0.4), { filter: c.blur(18) }),
        slab(s, t, 400 - t.w / 2, 282 - h / 2, sketch),
      ) +
      group('translate(604 276) rotate(128)', {}, rect(-180, -26, 340, 16, 8, fade('#2a2620', 0.28), { filter: c.blur(7) }), pen(s, t))
    );
  }
  const k = 0.86;
  const cover = rampOf('#3c3f45');
  const [x, base] = [400 - (t.w * k) / 2, 386];
  let keys = '';
  for (let row = 0; row < 4; row += 1)
    for (let i = 0; i < 12; i += 1) {
      const wide = (t.w * k) / 2 - 22 + row * 13;
      const kw = (2 * wide) / 12;
      keys += d`M${400 - wide + i * kw + 3} ${base + 30 + row * 20}h${kw - 6}v13h${6 - kw}z`;
    }
  return (
    s.studio +
    contact(c, 400, 516, t.w + 60) +
    group(
      d`translate(${400 - 400 * k} ${base - base * k}) scale(${String(k)})`,
      {},
      slab(s, t, 400 - t.w / 2, base - h + 4, () => ''),
    ) +
    path(d`M${x + 4} ${base}H${x + t.w * k - 4}L${x + t.w * k + 60} ${base + 118}H${x - 60}z`, c.down(cover.base, cover.lit)) +
    rect(x + 2, base - 5, t.w * k - 4, 12, 5, c.roller(rampOf(m.shade))) +
    path(keys, '#1c1d20', { stroke: '#1c1d20', 'stroke-width': 3, 'stroke-linejoin': 'round' }) +
    path(d`M${x - 60} ${base + 118}h${t.w * k + 120}v5q0 6-12 6H${x - 48}q-12 0-12-6z`, cover.deep)
  );
}

/** `pen` to draw on, `keys` with a keyboard cover. */
export const tablet: Study = {
  oddities: { reader: displays.reader, sign: displays.sign },
  looks: ['pen', 'keys'],
  paints: ['silver', 'graphite', 'sky', 'pink', 'white'],
  whole,
  second,
};
