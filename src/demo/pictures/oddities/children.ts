import { fade, mix, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import { rubber, steel } from '../palette.ts';
import { circle, path, rect, ribs, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { d } from '../svg.ts';
import { mouldedWheel } from '../wheel.ts';

/** Carried by its handle: the youngest travel so. */
export const infantCarrier: Oddity = {
  focus: [400, 330],
  draw({ c, m }) {
    const inner = rampOf(mix(m.base, '#fbf6ea', 0.55));
    return (
      contact(c, 400, 500, 420) +
      path('M196 300Q170 500 330 500H520Q640 480 630 300Q560 400 400 400T196 300z', c.slant(rubber.hi, rubber.base, rubber.deep)) +
      path('M236 250Q300 150 400 190Q470 300 560 330L520 400H280z', c.slant(inner.base, inner.deep)) +
      path(
        'M190 280Q180 440 330 462H500Q620 440 634 280Q600 250 560 300Q480 370 400 370Q290 360 250 270Q210 240 190 280z',
        c.slant(m.hi, m.base, m.deep),
      ) +
      path('M250 272Q300 376 410 372Q500 366 566 296Q540 410 410 414Q280 406 250 272z', c.slant(inner.hi, inner.shade)) +
      path('M196 290Q140 130 300 110Q400 110 420 250Q330 220 250 280Q216 300 196 290z', c.slant(m.hi, m.base, m.deep)) +
      stroke('M300 110Q330 180 320 244M226 150Q270 200 276 262', fade(m.line, 0.5), 3) +
      stroke('M330 330Q400 290 436 376M470 350Q430 330 436 376', rubber.base, 14) +
      rect(418, 364, 34, 28, 8, '#d9483a') +
      stroke('M296 380Q300 70 470 74T560 350', rubber.deep, 22) +
      stroke('M292 376Q296 66 466 70', rubber.hi, 5) +
      stroke('M420 82Q470 66 520 96', m.deep, 26) +
      circle(300, 384, 22, c.slant(steel.hi, steel.deep)) +
      circle(560, 356, 22, c.slant(steel.base, steel.line))
    );
  },
};

/** A cushion with arm rests. */
export const booster: Oddity = {
  focus: [400, 380],
  draw: ({ c, m }) =>
    contact(c, 400, 496, 470) +
    path('M170 400Q160 330 196 326H604Q640 330 630 400L616 474Q612 490 596 490H204Q188 490 184 474z', c.down(rubber.hi, rubber.deep)) +
    path('M216 360Q230 310 400 306T584 360L600 420Q590 450 400 454T200 420z', c.down(m.hi, [0.4, m.base], m.deep)) +
    stroke('M250 350Q400 376 550 350M236 392Q400 422 564 392M400 310V450', fade(m.line, 0.35), 3) +
    [-1, 1]
      .map(
        (k) =>
          path(
            d`M${400 + k * 250} 430Q${400 + k * 262} 320 ${400 + k * 226} 300Q${400 + k * 180} 290 ${400 + k * 176} 330Q${400 + k * 190} 350 ${400 + k * 196} 430z`,
            c.slant(m.lit, m.deep),
          ) + rect(400 + k * 216 - 20, 352, 40, 14, 7, '#d9483a'),
      )
      .join(''),
};

/** Two seats side by side. */
export const twinStroller: Oddity = {
  focus: [400, 240],
  draw({ c, m }) {
    const inner = rampOf(mix(m.base, '#f1ece2', 0.5));
    const seat = (x: number) =>
      path(d`M${x - 96} 190Q${x - 90} 84 ${x} 80T${x + 96} 190Q${x} 160 ${x - 96} 190z`, c.slant(m.hi, [0.5, m.base], m.deep)) +
      stroke(d`M${x - 34} 86Q${x - 44} 130 ${x - 42} 172M${x + 34} 86Q${x + 44} 130 ${x + 42} 172`, fade(m.line, 0.45), 3) +
      path(d`M${x - 84} 190Q${x} 164 ${x + 84} 190L${x + 78} 370Q${x} 396 ${x - 78} 370z`, c.slant(m.base, m.deep)) +
      path(d`M${x - 62} 190Q${x} 172 ${x + 62} 190L${x + 58} 350Q${x} 370 ${x - 58} 350z`, c.slant(inner.hi, inner.shade)) +
      stroke(d`M${x - 24} 196L${x - 6} 300M${x + 24} 196L${x + 6} 300`, rubber.base, 10) +
      rect(x - 15, 292, 30, 28, 8, '#2b2d31') +
      stroke(d`M${x - 84} 290Q${x} 330 ${x + 84} 290`, rubber.base, 13) +
      path(d`M${x - 70} 372Q${x} 396 ${x + 70} 372L${x + 60} 424Q${x} 440 ${x - 60} 424z`, m.line);
    return (
      contact(c, 400, 526, 480) +
      stroke('M180 190L160 470M620 190L640 470M400 190V470', steel.deep, 14) +
      stroke('M160 440H640', steel.shade, 11) +
      path('M200 420H600L580 486H220z', c.down('#3a3d43', '#1b1c1f')) +
      seat(292) +
      seat(508) +
      mouldedWheel(c, 170, 476, 48, m.base) +
      mouldedWheel(c, 400, 484, 40, m.base) +
      mouldedWheel(c, 630, 476, 48, m.base)
    );
  },
};

/** A cloth box on four wheels, drawn by its handle. */
export const wagon: Oddity = {
  focus: [400, 340],
  draw: ({ c, m }) =>
    contact(c, 380, 516, 500) +
    stroke('M588 404L716 170', steel.line, 13) +
    stroke('M585 401L713 167', steel.hi, 4) +
    stroke('M690 158L744 178', rubber.base, 20) +
    path('M130 230H620L596 410H154z', c.slant(m.hi, [0.4, m.base], m.deep)) +
    path('M130 230H620L610 256H140z', c.down(m.line, m.deep)) +
    stroke('M240 256L250 408M376 256V408M510 256L500 408', fade(m.line, 0.45), 3) +
    stroke('M128 228H622', steel.line, 14) +
    stroke('M128 225H622', steel.hi, 4) +
    stroke('M150 412H600M210 412L540 300M540 412L210 300', fade('#3a3d43', 0.35), 6) +
    [190, 560]
      .map(
        (x) =>
          circle(x, 462, 50, c.slant(rubber.hi, rubber.deep)) +
          ribs(x - 46, 446, 92, 32, 12, fade('#000000', 0.25), 3) +
          circle(x, 462, 28, c.slant(m.lit, m.deep)) +
          circle(x, 462, 9, steel.base),
      )
      .join(''),
};
