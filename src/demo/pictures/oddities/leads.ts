import { fade } from '../color.ts';
import { contact } from '../light.ts';
import { rubber, steel } from '../palette.ts';
import { circle, group, path, rect, ring, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';

/** A slim box of sockets on a short lead. */
export const hub: Oddity = {
  focus: [540, 380],
  draw: ({ c, m }) =>
    contact(c, 430, 430, 470) +
    stroke('M216 366C100 360 60 300 130 240C170 206 220 214 240 180', rubber.deep, 19) +
    stroke('M214 362C98 356 58 296 128 236C168 202 218 210 238 176', rubber.hi, 4) +
    group('translate(246 168) rotate(24)', {}, rect(-20, -54, 40, 62, 9, c.barrel(m)), rect(-12, -84, 24, 34, 7, c.barrel(steel))) +
    path('M216 320H660L690 392H196z', c.down(m.hi, m.base)) +
    path('M196 390H690V412Q690 424 676 424H210Q196 424 196 412z', c.down(m.base, m.deep)) +
    [236, 336, 436].map((x) => rect(x, 398, 68, 18, 3, '#101114') + rect(x + 8, 408, 52, 6, 1, '#3f74b8')).join('') +
    rect(536, 398, 52, 18, 5, '#101114') +
    rect(612, 400, 36, 13, 6.5, '#101114') +
    circle(626, 346, 5, '#7be0a0') +
    rect(380, 350, 90, 7, 3.5, fade('#ffffff', 0.22)),
};

/** A drum of cable in a carrying frame. */
export const reel: Oddity = {
  focus: [400, 300],
  draw: ({ c, m }) =>
    contact(c, 400, 514, 300) +
    stroke('M290 512L330 120Q336 84 372 84H428Q464 84 470 120L510 512', steel.line, 16) +
    stroke('M286 510L326 120Q332 80 372 80H428', steel.hi, 4) +
    stroke('M352 84H448', rubber.base, 26) +
    circle(400, 306, 158, c.slant(rubber.hi, rubber.deep)) +
    [138, 122, 106, 90].map((r) => ring(400, 306, r, m.base, 14) + ring(398, 303, r + 2, m.hi, 3)).join('') +
    circle(400, 306, 78, c.slant('#4a4d53', '#1a1b1e')) +
    [
      [-28, -24],
      [28, -24],
      [-28, 30],
      [28, 30],
    ]
      .map(
        ([x, y]) =>
          circle(400 + (x ?? 0), 306 + (y ?? 0), 22, c.slant(m.lit, m.deep)) +
          circle(400 + (x ?? 0), 306 + (y ?? 0), 15, '#17181b') +
          circle(394 + (x ?? 0), 306 + (y ?? 0), 3, '#000') +
          circle(406 + (x ?? 0), 306 + (y ?? 0), 3, '#000'),
      )
      .join('') +
    circle(510, 236, 16, c.slant(rubber.hi, rubber.deep)) +
    stroke('M520 400C580 420 590 480 660 486', m.base, 13) +
    rect(650, 470, 56, 32, 9, c.roller(rubber)),
};
