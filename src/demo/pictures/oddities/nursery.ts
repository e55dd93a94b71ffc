import { fade, mix, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import { rubber, steel, wood } from '../palette.ts';
import { circle, drum, ellipse, path, rect, ribs, roundRibs, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { d } from '../svg.ts';

/** A cloth seat on a springy frame. */
export const bouncer: Oddity = {
  focus: [360, 320],
  draw({ c, m }) {
    const inner = rampOf(mix(m.base, '#fbf6ea', 0.55));
    return (
      contact(c, 410, 506, 420) +
      stroke('M214 496H570Q610 496 590 464L470 380', steel.deep, 15) +
      stroke('M214 492H570Q606 492 588 462L468 378', steel.hi, 4) +
      stroke('M240 496Q210 420 300 330', steel.shade, 12) +
      path(
        'M232 118Q270 78 318 110Q368 200 410 300Q470 360 560 350Q606 352 596 390Q570 440 470 440Q360 440 306 340Q250 230 226 168Q218 136 232 118z',
        c.slant(m.hi, [0.4, m.base], m.deep),
      ) +
      path(
        'M254 138Q276 114 300 136Q350 230 388 312Q448 376 548 370Q560 372 556 384Q520 414 462 412Q374 408 328 326Q280 230 250 164Q246 148 254 138z',
        c.slant(inner.hi, inner.base, inner.shade),
      ) +
      path('M258 140Q280 112 306 150L330 206Q290 226 272 196z', c.slant(m.lit, m.base)) +
      stroke('M350 250Q392 240 414 300M470 384Q440 350 414 300', m.deep, 16) +
      path('M396 286Q420 276 434 300L476 372Q452 396 428 376z', c.slant(inner.hi, inner.deep)) +
      stroke('M262 206Q400 60 512 190', wood.base, 9) +
      stroke('M262 203Q400 57 512 187', wood.hi, 3) +
      [330, 392, 452]
        .map(
          (x, i) =>
            stroke(d`M${x} ${[146, 126, 142][i] ?? 0}v36`, '#b9a98a', 3) +
            circle(
              x,
              ([146, 126, 142][i] ?? 0) + 48,
              15,
              c.glow([['#f3c9a8', '#bcd8c8', '#f2dca0'][i] ?? '', ['#d98f66', '#7fae98', '#d9b155'][i] ?? ''], 0.36, 0.3, 0.7),
            ),
        )
        .join('')
    );
  },
};

/** A small bed with mesh sides. */
export const cot: Oddity = {
  focus: [400, 250],
  draw({ c, m }) {
    const net = c.pattern(9, 9, circle(4.5, 4.5, 1.6, fade(m.line, 0.5)));
    return (
      contact(c, 400, 516, 500) +
      stroke('M206 350L176 508M594 350L624 508', steel.deep, 15) +
      stroke('M204 350L173 506M592 350L621 506', steel.hi, 4) +
      stroke('M180 470H620', steel.shade, 9) +
      path('M168 190H632L610 392Q606 410 588 410H212Q194 410 190 392z', c.across(m.lit, m.base, m.deep)) +
      path('M206 218H594L582 340H218z', '#f6f3ea') +
      path('M206 218H594L582 340H218z', net) +
      path('M214 330Q300 300 400 308T586 330L582 344H218z', c.down('#fffdf6', '#e4dccb')) +
      path('M420 312Q500 292 584 326L582 344H400z', c.down('#bcd0de', '#8fa9bd')) +
      rect(150, 166, 500, 34, 17, c.roller(m)) +
      stroke('M214 410L206 372M586 410L594 372', m.line, 4) +
      rect(370, 366, 60, 26, 6, fade('#fffaf0', 0.8)) +
      rect(382, 376, 36, 5, 2.5, m.deep) +
      circle(176, 510, 12, c.slant(rubber.hi, rubber.deep)) +
      circle(624, 510, 12, c.slant(rubber.hi, rubber.deep))
    );
  },
};

/** A sling with a seat at the hip. */
export const carrier: Oddity = {
  focus: [400, 250],
  draw({ c, m }) {
    const inner = rampOf(mix(m.base, '#fbf6ea', 0.5));
    return (
      ellipse(416, 512, 210, 14, fade('#2a2620', 0.25), { filter: c.blur(10) }) +
      stroke('M326 120Q232 150 236 300Q240 360 290 396', m.deep, 40) +
      stroke('M474 120Q568 150 564 300Q560 360 510 396', m.deep, 40) +
      stroke('M320 116Q226 150 230 296', m.lit, 14) +
      stroke('M480 116Q574 150 568 290', m.base, 14) +
      path(
        'M308 96Q400 60 492 96Q510 110 506 150L500 330Q480 400 400 404Q320 400 300 330L294 150Q290 110 308 96z',
        c.slant(m.hi, [0.45, m.base], m.deep),
      ) +
      path('M322 104Q400 74 478 104Q488 116 486 146Q400 176 314 146Q312 116 322 104z', c.down(inner.hi, inner.shade)) +
      stroke('M318 190Q400 214 482 190M320 250Q400 274 480 250M324 310Q400 334 476 310', fade(m.line, 0.4), 3) +
      path('M196 392Q400 350 604 392Q618 440 600 476Q400 520 200 476Q182 440 196 392z', c.down(m.hi, [0.3, m.base], m.deep)) +
      path('M286 378Q400 356 514 378Q524 420 506 430Q400 452 294 430Q276 420 286 378z', c.down(inner.hi, inner.deep)) +
      rect(560, 412, 40, 44, 8, c.slant(rubber.hi, rubber.deep)) +
      rect(262, 250, 26, 34, 7, c.slant(rubber.hi, rubber.deep)) +
      rect(512, 250, 26, 34, 7, c.slant(rubber.hi, rubber.deep)) +
      rect(378, 462, 44, 14, 4, '#efe9dc')
    );
  },
};

/** A pump unit with its bottle and shield. */
export const pump: Oddity = {
  focus: [300, 330],
  draw: ({ c, m }) =>
    contact(c, 290, 494, 250) +
    contact(c, 540, 494, 110) +
    stroke('M390 300C470 170 540 120 552 210', '#e9e6df', 11) +
    stroke('M388 297C468 168 538 116 550 206', '#ffffff', 3) +
    rect(170, 250, 240, 240, 62, c.slant(m.hi, [0.4, m.base], m.deep)) +
    rect(200, 282, 180, 96, 22, '#15181f') +
    [0, 1, 2, 3, 4, 5].map((i) => rect(222 + i * 16, 346 - i * 8, 9, 12 + i * 8, 3, i < 4 ? '#e9a88a' : '#4a505c')).join('') +
    circle(342, 330, 20, 'none', { stroke: '#8fd6c0', 'stroke-width': 5 }) +
    [238, 290, 342]
      .map(
        (x, i) =>
          circle(x, 430, i === 1 ? 24 : 16, c.slant(m.lit, m.shade)) + circle(x, 430, i === 1 ? 9 : 5, i === 1 ? '#e9a88a' : m.deep),
      )
      .join('') +
    path('M560 200Q620 150 640 106Q664 128 650 176Q626 230 588 248z', c.slant(fade('#ffffff', 0.9), fade('#d7dde2', 0.8))) +
    rect(524, 204, 60, 66, 18, c.across('#ffffff', '#e2e3e4', '#bfc4c9')) +
    rect(500, 262, 108, 34, 10, c.across('#f7d4c2', '#e9a88a', '#c67f5f')) +
    path(
      'M504 296H604Q616 330 612 470Q610 488 592 488H516Q498 488 496 470Q492 330 504 296z',
      c.across(fade('#ffffff', 0.9), fade('#eef1f3', 0.6), fade('#c5ccd2', 0.9)),
    ) +
    path('M497 400H611L611 470Q609 486 592 486H516Q499 486 497 470z', c.across('#fffdf4', '#f3ead6')) +
    [330, 360, 390, 420, 450].map((y) => rect(574, y, 24, 3, 1.5, fade('#8a939c', 0.7))).join(''),
};

/** A clear dome over bottles on a steaming base. */
export const steriliser: Oddity = {
  focus: [400, 260],
  draw: ({ c, m }) => {
    const bottle = (x: number, cap: string) =>
      rect(x - 24, 190, 48, 22, 7, cap) +
      path(d`M${x - 10} 190q0-30 10-34q10 4 10 34z`, fade(cap, 0.8)) +
      rect(x - 27, 210, 54, 140, 12, c.across('#ffffff', fade('#dfe8ee', 0.8), fade('#bac6ce', 0.9))) +
      ribs(x + 4, 240, 18, 2, 1, '#9aa7b0', 2);
    return (
      contact(c, 400, 500, 320) +
      ellipse(400, 348, 146, 22, '#d7dcdf') +
      bottle(330, '#8fb8a6') +
      bottle(470, '#9cb6d6') +
      bottle(400, '#e9a88a') +
      path(
        'M248 352V180Q250 96 400 92T552 180V352A152 24 0 0 1 248 352z',
        c.across(fade('#ffffff', 0.75), [0.2, fade('#eaf3f7', 0.2)], [0.8, fade('#e4eef3', 0.2)], fade('#b4c3cc', 0.6)),
      ) +
      stroke('M272 330V186Q278 132 330 118', fade('#ffffff', 0.95), 9) +
      ellipse(400, 92, 40, 10, m.lit) +
      path(drum(400, 70, 92, 26, 36, 0.2), c.barrel(m)) +
      ellipse(400, 70, 26, 6, m.hi) +
      path(drum(400, 352, 470, 160, 146, 0.16), c.barrel(m)) +
      stroke('M240 356A160 26 0 0 0 560 356', fade('#ffffff', 0.6), 4) +
      rect(350, 408, 100, 50, 22, '#1b1f26') +
      circle(376, 433, 8, '#e9a88a') +
      rect(394, 428, 40, 9, 4, '#8fd6c0') +
      roundRibs(262, 474, 276, 8, 20, fade(m.line, 0.25), 2, 0.1)
    );
  },
};
