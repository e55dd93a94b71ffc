import type { Canvas } from '../canvas.ts';
import { fade, type Ramp, rampOf } from '../color.ts';
import { contact, glass } from '../light.ts';
import * as cameras from '../oddities/cameras.ts';
import { accents, rubber, steel } from '../palette.ts';
import { landscape } from '../scenery.ts';
import { circle, ellipse, group, path, rect, ring, slots, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    w: dice.between(316, 350),
    h: dice.between(226, 250),
    square: dice.chance(0.5),
    screen: dice.chance(0.6),
    accent: dice.pick(accents),
    coating: dice.pick(['#6a7fc4', '#4f8fb0', '#7a6fc0']),
  };
}

/** Two fingers of the mount, below the body. */
const fingers = (c: Canvas, cx: number, y: number): string =>
  rect(cx - 40, y, 22, 40, 8, c.barrel(rubber)) +
  rect(cx - 9, y, 22, 40, 8, c.barrel(rubber)) +
  rect(cx + 22, y, 22, 40, 8, c.barrel(rubber)) +
  rect(cx - 52, y + 16, 108, 10, 5, c.roller(steel));

/** A rounded block seen from the front, a little of its side in shade. */
function block(c: Canvas, m: Ramp, x: number, y: number, w: number, h: number): string {
  return (
    rect(x + 8, y + 4, w, h, 38, m.deep) +
    rect(x, y, w, h, 38, c.slant(m.hi, [0.25, m.base], [0.8, m.shade], m.deep)) +
    rect(x + 3, y + 3, w - 6, h - 6, 35, 'none', { stroke: fade('#ffffff', 0.16), 'stroke-width': 2 })
  );
}

function whole(s: Sitting): string {
  const { c, m, dice, look } = s;
  const t = traits(s);
  const x = 400 - t.w / 2;
  const y = (look === 'grip' ? 262 : 424) - t.h + (look === 'grip' ? 60 : 0);
  const lensSize = t.h * 0.58;
  const [cx, cy] = [x + t.w - lensSize * 0.62 - 18, y + lensSize * 0.6 + 18];
  const housing = t.square
    ? rect(cx - lensSize * 0.58, cy - lensSize * 0.58, lensSize * 1.16, lensSize * 1.16, 30, c.slant('#4a4d54', '#1c1e22', '#0f1012'))
    : circle(cx, cy, lensSize * 0.6, c.slant('#50535a', '#1c1e22', '#0f1012'));
  const display = t.screen
    ? rect(x + 26, y + 34, t.w * 0.3, t.w * 0.3, 12, '#0d0e11') +
      landscape(c, dice, dice.pick(['sea', 'day']), x + 32, y + 40, t.w * 0.3 - 12, t.w * 0.3 - 12, 8)
    : slots(x + 34, y + 52, t.w * 0.24, 11, 5, fade('#000000', 0.3), 3.5);
  return (
    s.studio +
    (look === 'grip' ? contact(c, 400, 500, 220) + handle(c, y + t.h) : contact(c, 400, 468, 150) + fingers(c, 400, y + t.h - 6)) +
    rect(x + 46, y - 11, 84, 18, 8, c.down(steel.shade, steel.deep)) +
    rect(x + 54, y - 13, 68, 12, 6, c.down('#e4705f', '#a93227')) +
    block(c, m, x, y, t.w, t.h) +
    display +
    group('translate(5 6)', { opacity: 0.35, filter: c.blur(5) }, circle(cx, cy, lensSize * 0.6, '#000')) +
    housing +
    ring(cx, cy, lensSize * 0.5, t.accent, 2.5) +
    glass(c, cx, cy, lensSize * 0.45, t.coating) +
    circle(x + 40, y + t.h - 34, 6, c.glow(['#ff9a86', '#b8322a'])) +
    slots(x + t.w * 0.45, y + t.h - 40, 40, 9, 3, fade('#000000', 0.28), 3) +
    rect(x + t.w * 0.78, y + t.h - 36, 42, 6, 3, fade('#ffffff', 0.28))
  );
}

/** A short tripod grip with its legs out. */
function handle(c: Canvas, y: number): string {
  return (
    stroke(d`M388 430L306 498M412 430L494 498`, rubber.deep, 17) +
    stroke(d`M386 428L304 495M412 428L490 495`, rubber.lit, 5) +
    rect(378, y + 22, 44, 452 - y - 22, 14, c.barrel(rubber)) +
    slots(386, y + 62, 28, 12, 5, fade('#000000', 0.4), 4) +
    stroke(d`M400 440V500`, rubber.base, 17) +
    fingers(c, 400, y - 6)
  );
}

/** On a handlebar, from behind, filming the way ahead. */
function second(s: Sitting): string {
  const { c, m, dice } = s;
  const t = traits(s);
  const x = 400 - t.w / 2;
  const y = 106;
  return (
    s.studio +
    ellipse(410, 520, 300, 14, fade('#2a2620', 0.16), { filter: c.blur(12) }) +
    stroke(d`M-20 470C150 470 200 420 400 420S650 470 820 470`, rubber.deep, 44) +
    stroke(d`M-20 464C150 464 200 414 400 414S650 464 820 464`, rubber.base, 32) +
    stroke(d`M-20 455C150 455 200 405 400 405S650 455 820 455`, fade('#ffffff', 0.22), 5) +
    rect(338, 388, 124, 68, 26, c.roller(rampOf('#3b3e44'))) +
    circle(362, 422, 9, steel.base) +
    circle(438, 422, 9, steel.shade) +
    fingers(c, 400, y + t.h - 6) +
    rect(374, y + t.h + 28, 56, 20, 6, c.barrel(rubber)) +
    rect(x + t.w - 130, y - 11, 84, 18, 8, c.down(steel.shade, steel.deep)) +
    rect(x + t.w - 122, y - 13, 68, 12, 6, c.down('#e4705f', '#a93227')) +
    block(c, m, x, y, t.w, t.h) +
    rect(x + 22, y + 22, t.w - 44, t.h - 44, 18, '#0c0d10') +
    landscape(c, dice, 'day', x + 30, y + 30, t.w - 60, t.h - 60, 11) +
    path(d`M${400 - 80} ${y + t.h - 30}L396 ${y + t.h * 0.62}h8L${400 + 80} ${y + t.h - 30}z`, fade('#cdbf9f', 0.95)) +
    circle(x + 52, y + 50, 6, '#ff5a48') +
    rect(x + t.w - 76, y + 44, 30, 13, 3, 'none', { stroke: '#fff', 'stroke-width': 2.4 }) +
    rect(x + t.w - 73, y + 47, 17, 7, 1, '#fff') +
    rect(x + 30, y + 30, t.w - 60, t.h - 60, 11, c.slant(fade('#ffffff', 0.22), [0.4, fade('#ffffff', 0)]))
  );
}

/** `bare` stands on its mount, `grip` on a short tripod. */
export const actionCamera: Study = {
  oddities: { sphere: cameras.sphere, gimbal: cameras.gimbalCamera },
  looks: ['bare', 'grip'],
  paints: ['black', 'graphite', 'black', 'white'],
  whole,
  second,
};
