import { fade, mix, type Ramp, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import * as children from '../oddities/children.ts';
import { accents, rubber, steel, wood } from '../palette.ts';
import { circle, closeUp, ellipse, path, rect, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';
import { mouldedWheel } from '../wheel.ts';

function traits({ dice }: Sitting) {
  return {
    back: dice.between(56, 66),
    front: dice.between(40, 48),
    leather: dice.chance(0.6),
    dark: dice.chance(0.5),
    accent: dice.pick(accents),
    ribs: dice.chance(0.5),
  };
}
type Traits = ReturnType<typeof traits>;

/** A frame tube with its light edge. */
const tube = (data: string, m: Ramp, width: number): string =>
  stroke(data, m.deep, width) + stroke(data, m.lit, width * 0.34, { transform: d`translate(${-width * 0.14} ${-width * 0.18})` });

/** The hood: a fan of panels opening from the pivot. */
function hood({ c, m }: Sitting, t: Traits): string {
  return (
    path('M352 262C300 214 282 134 338 92C400 50 508 74 540 176Q500 186 468 218Q412 236 352 262z', c.slant(m.hi, [0.4, m.base], m.deep)) +
    path('M540 176Q500 186 468 218L430 232Q440 150 420 72Q510 84 540 176z', fade(m.hi, 0.35)) +
    stroke('M420 72Q446 150 434 230M352 84Q372 170 392 246', fade(m.line, 0.5), 2.5) +
    (t.ribs ? path('M372 80Q386 120 396 160L436 152Q432 106 420 70z', fade('#26282c', 0.25)) : '') +
    stroke('M352 262C300 214 282 134 338 92C400 50 508 74 540 176', fade(m.hi, 0.8), 3) +
    stroke('M540 176Q500 186 468 218', m.line, 5) +
    circle(352, 262, 11, c.slant(steel.hi, steel.deep))
  );
}

function seat({ c, m }: Sitting, t: Traits): string {
  const inner = rampOf(mix(m.base, '#f1ece2', 0.55));
  return (
    path(
      'M318 250Q330 180 366 178Q396 180 400 222L416 322Q418 340 440 340H520Q546 342 544 368Q540 390 510 390H412Q366 390 352 350z',
      c.slant(m.lit, m.base, m.deep),
    ) +
    path(
      'M342 246Q348 206 366 206Q382 208 386 238L400 330Q404 354 430 356H512Q524 358 522 366Q520 374 506 374H418Q378 374 368 342z',
      c.slant(inner.hi, inner.base, inner.shade),
    ) +
    stroke('M374 238L424 350M404 346Q430 330 424 300', fade(m.line, 0.8), 8) +
    rect(408, 330, 28, 20, 7, rubber.base) +
    circle(422, 340, 5, t.accent) +
    path('M512 374Q540 380 560 424L584 434Q590 446 576 448H548Q526 420 500 390z', c.slant(m.base, m.deep)) +
    stroke('M430 296Q500 262 560 306', t.leather ? wood.deep : rubber.base, 14) +
    stroke('M430 292Q500 258 558 302', fade('#ffffff', 0.3), 3)
  );
}

function standing(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const frame = t.dark ? rampOf('#3b3e44') : steel;
  const ground = 532;
  const [bx, fx] = [286, 556];
  const basket = rampOf(mix(m.base, '#2b2d31', 0.55));
  return (
    contact(c, bx, ground, t.back * 1.5) +
    contact(c, fx, ground, t.front * 1.7) +
    ellipse(420, ground + 2, 210, 12, fade('#2a2620', 0.16), { filter: c.blur(10) }) +
    tube(d`M330 400L${fx + 18} ${ground - t.front - 4}`, rampOf(frame.shade), 11) +
    tube(d`M${bx + 18} ${ground - t.back - 6}L500 330`, rampOf(frame.shade), 11) +
    path('M300 420H500L484 486Q480 498 462 498H340Q322 498 318 486z', c.down(basket.lit, basket.deep)) +
    stroke('M312 440H494M316 460H490M320 480H486', fade('#000000', 0.22), 2) +
    stroke('M300 420H500', basket.hi, 5) +
    tube(d`M204 150L250 168L352 322L${fx} ${ground - t.front}`, frame, 15) +
    tube(d`M430 352L${bx} ${ground - t.back}`, frame, 15) +
    stroke('M184 160Q182 140 206 144L252 166', t.leather ? wood.deep : rubber.base, 20) +
    stroke('M190 152Q194 146 208 149L248 167', fade('#ffffff', 0.35), 4) +
    (look === 'cot'
      ? path('M300 246H568Q580 330 520 366Q480 388 420 388Q330 384 306 320Q298 290 300 246z', c.down(m.hi, [0.3, m.base], m.deep)) +
        path('M300 244H570V262H300z', c.down(m.deep, m.base)) +
        path('M420 246Q470 216 566 246z', c.down(rampOf(mix(m.base, '#f1ece2', 0.5)).hi, mix(m.base, '#f1ece2', 0.4))) +
        stroke('M316 290Q430 312 562 290', fade(m.line, 0.4), 2.5) +
        rect(470, 318, 40, 24, 5, fade('#f5f1e8', 0.85)) +
        rect(478, 328, 24, 4, 2, t.accent)
      : seat(s, t)) +
    hood(s, t) +
    circle(352, 322, 15, c.slant(frame.hi, frame.deep)) +
    circle(352, 322, 6, t.accent) +
    mouldedWheel(c, bx, ground - t.back, t.back, t.accent) +
    stroke(d`M${fx - 22} ${ground - t.front - 34}L${fx} ${ground - t.front}`, frame.line, 13) +
    mouldedWheel(c, fx, ground - t.front, t.front, t.accent)
  );
}

const whole = (s: Sitting): string => s.studio + standing(s);

/** Folded, standing by itself; a carrycot is seen from close by instead. */
function second(s: Sitting): string {
  const { c, m } = s;
  if (s.look === 'cot') return s.studio + closeUp(430, 240, standing(s));
  const t = traits(s);
  const frame = t.dark ? rampOf('#3b3e44') : steel;
  const inner = rampOf(mix(m.base, '#f1ece2', 0.55));
  return (
    s.studio +
    contact(c, 404, 510, 270) +
    tube('M316 448L300 170Q298 126 340 122H372', frame, 15) +
    tube('M486 452L462 190', frame, 15) +
    path(
      'M330 190Q330 160 362 160H452Q486 160 488 196L500 420Q500 452 468 452H352Q324 452 322 424z',
      c.slant(m.hi, [0.4, m.base], m.deep),
    ) +
    path('M356 196Q358 184 372 184H440Q456 184 458 198L466 300Q410 322 350 300z', c.slant(inner.hi, inner.shade)) +
    stroke('M336 316Q410 342 492 316M334 352Q412 378 494 352M332 390Q412 416 496 390', fade(m.line, 0.45), 3) +
    path('M330 290C300 270 290 226 330 204L352 300z', c.across(m.lit, m.deep)) +
    stroke('M348 122H470', t.leather ? wood.deep : rubber.base, 20) +
    stroke('M352 117H464', fade('#ffffff', 0.35), 4) +
    rect(470, 262, 26, 60, 9, c.barrel(rampOf(frame.shade))) +
    rect(476, 276, 14, 24, 6, t.accent) +
    stroke('M372 190L392 262M440 190L420 262', fade(m.line, 0.75), 9) +
    rect(390, 252, 32, 22, 7, rubber.base) +
    mouldedWheel(c, 322, 508 - t.back * 0.94, t.back * 0.94, t.accent) +
    mouldedWheel(c, 490, 508 - t.front, t.front, t.accent) +
    mouldedWheel(c, 422, 508 - t.front * 0.86, t.front * 0.86, t.accent)
  );
}

/** `buggy` has a seat, `cot` a carrycot. */
export const stroller: Study = {
  oddities: { twin: children.twinStroller, wagon: children.wagon },
  looks: ['buggy', 'buggy', 'cot'],
  paints: ['graphite', 'green', 'sand', 'navy', 'grey'],
  whole,
  second,
};
