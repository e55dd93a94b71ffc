import { fade, rampOf } from '../color.ts';
import { contact, pool } from '../light.ts';
import { accents, rubber } from '../palette.ts';
import { circle, group, path, rect, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    baffles: Math.round(dice.between(6, 9)),
    liner: dice.pick(['#e9b98a', '#d9d4c6', '#c46b4a', '#8fa7b5']),
    accent: dice.pick(accents),
    angle: dice.between(-13, -7),
  };
}

/** Lying open at the head, filled chambers side by side. */
function whole(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const liner = rampOf(t.liner);
  const mummy = look === 'mummy';
  const outline = mummy
    ? 'M100 300C96 196 168 158 250 166C410 176 560 214 664 242C710 256 716 346 664 360C560 388 410 424 250 434C168 442 104 404 100 300z'
    : 'M112 184Q112 160 138 160H650Q690 160 690 196V404Q690 440 650 440H138Q112 440 112 416z';
  const baffle = (i: number) => {
    const x = 262 + (i * 400) / t.baffles;
    return d`M${x} 130C${x + 22} 210 ${x + 22} 390 ${x} 470`;
  };
  const shadows = Array.from({ length: t.baffles }, (_, i) => baffle(i)).join('');
  const inside = c.clip(path(outline, '#000'));
  return (
    s.studio +
    group(
      d`rotate(${t.angle} 400 300) translate(0 6)`,
      {},
      group('translate(16 30)', { filter: c.blur(16), opacity: 0.36 }, path(outline, '#2a2620')),
      path(outline, c.down([0, m.lit], [0.2, m.hi], [0.5, m.base], [0.85, m.shade], [1, m.deep])),
      group(
        '',
        { 'clip-path': inside },
        stroke(shadows, fade(m.deep, 0.55), 26, { filter: c.blur(7) }),
        stroke(shadows, fade(m.hi, 0.6), 10, { filter: c.blur(4), transform: 'translate(-24 0)' }),
        stroke(shadows, fade(m.line, 0.55), 2.2),
        mummy ? '' : rect(112, 160, 150, 280, 0, c.across(liner.hi, liner.base)) + stroke('M262 150V450', m.deep, 5),
      ),
      mummy
        ? path(
            'M118 300C116 226 158 194 212 196C262 200 274 250 272 300C274 352 262 402 212 406C158 408 118 376 118 300z',
            c.across(liner.deep, liner.base, liner.lit),
          ) +
            path(
              'M140 300C140 248 170 228 206 230C238 232 246 266 246 300C246 336 238 370 206 372C170 374 140 354 140 300z',
              c.across(liner.line, liner.deep),
            ) +
            stroke('M118 300C116 226 158 194 212 196C262 200 274 250 272 300C274 352 262 402 212 406C158 408 118 376 118 300z', m.deep, 7) +
            stroke('M262 372q28 16 24 46', t.accent, 4) +
            circle(286, 420, 6, rubber.base)
        : rect(128, 196, 118, 208, 26, c.slant('#fbf8f1', '#d8d2c4')) +
            stroke('M150 222q36 12 74 0M150 378q36-12 74 0', fade('#8d8674', 0.4), 3),
      stroke(mummy ? 'M272 330C420 330 560 318 668 304' : 'M262 416H682', m.deep, 8),
      stroke(mummy ? 'M272 330C420 330 560 318 668 304' : 'M262 416H682', t.accent, 3, { 'stroke-dasharray': '3 3' }),
      rect(mummy ? 326 : 330, mummy ? 321 : 407, 24, 17, 4, c.down('#f0f1f2', '#92979d')),
      rect(548, mummy ? 262 : 210, 40, 20, 4, m.deep),
      rect(554, mummy ? 270 : 218, 28, 4, 2, t.accent),
    )
  );
}

/** Packed into its sack. */
function second(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  return (
    s.studio +
    pool(c, 300, 240, 300, 220, '#ffffff', 0.4) +
    contact(c, 410, 482, 300) +
    path('M262 200Q236 340 268 462Q280 484 400 486T532 462Q564 340 538 200z', c.barrel(m)) +
    stroke(
      'M292 196Q276 340 300 476M346 198Q334 340 348 482M404 200Q402 340 404 484M462 198Q474 340 458 482M508 196Q526 340 502 476',
      fade(m.deep, 0.5),
      9,
      { filter: c.blur(4) },
    ) +
    [248, 404]
      .map(
        (y) =>
          stroke(d`M258 ${y}Q400 ${y + 34} 542 ${y}`, rubber.deep, 20, { 'stroke-linecap': 'butt' }) +
          stroke(d`M258 ${y - 4}Q400 ${y + 30} 542 ${y - 4}`, fade('#ffffff', 0.16), 3) +
          rect(372, y + 2, 56, 30, 6, c.down(rubber.hi, rubber.deep)) +
          rect(382, y + 12, 36, 10, 3, rubber.deep),
      )
      .join('') +
    stroke('M470 262V412', rubber.base, 13) +
    path('M262 202Q300 150 400 146T538 202Q400 244 262 202z', c.slant(m.hi, m.base, m.deep)) +
    stroke(
      'M300 196Q350 160 392 150M340 210Q374 170 396 152M400 216V152M460 210Q428 170 404 152M502 196Q452 160 408 150',
      fade(m.line, 0.5),
      4,
    ) +
    path('M366 152Q356 112 382 100Q400 112 418 100Q444 112 434 152Q400 166 366 152z', c.slant(m.lit, m.deep)) +
    stroke('M368 150Q400 162 432 150', t.accent, 6) +
    stroke('M430 152Q462 178 452 214', t.accent, 4) +
    rect(440, 208, 24, 28, 8, c.barrel(rubber)) +
    rect(300, 310, 62, 40, 5, '#f0ece2') +
    rect(308, 320, 46, 5, 2, m.deep) +
    rect(308, 332, 30, 5, 2, fade(m.deep, 0.5))
  );
}

/** `mummy` narrows to the feet, `quilt` is a rectangle with a pillow. */
export const sleepingBag: Study = { looks: ['mummy', 'quilt', 'mummy'], paints: ['orange', 'teal', 'navy', 'green', 'red'], whole, second };
