import { fade, mix, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import * as children from '../oddities/children.ts';
import { accents, rubber, steel } from '../palette.ts';
import { circle, ellipse, enlarged, path, rect, ring, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice }: Sitting) {
  return {
    wide: dice.between(0.95, 1.06),
    wings: dice.between(0.95, 1.1),
    two: dice.chance(0.5),
    accent: dice.pick(accents),
    quilt: dice.chance(0.5),
  };
}

function fabrics(s: Sitting, t: ReturnType<typeof traits>) {
  return { shell: rubber, inner: t.two ? rampOf(mix(s.m.base, '#efe9dd', 0.6)) : rampOf(mix(s.m.base, '#26282c', 0.35)) };
}

/** Face on: head rest with side wings, harness, cushion, base. */
function whole(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  const { shell, inner } = fabrics(s, t);
  const k = t.wide;
  const x = (v: number) => 400 + v * k;
  const wing = 118 * t.wings;
  const strap = (side: number) =>
    stroke(d`M${400 + side * 26} 222Q${400 + side * 36} 290 ${400 + side * 12} 366`, rubber.base, 19, { 'stroke-linecap': 'butt' }) +
    stroke(d`M${400 + side * 26 - 5} 224Q${400 + side * 36 - 5} 290 ${400 + side * 12 - 5} 366`, fade('#ffffff', 0.16), 2) +
    path(
      d`M${400 + side * 18} 232Q${400 + side * 18} 224 ${400 + side * 27} 224T${400 + side * 40} 234L${400 + side * 44} 300Q${400 + side * 42} 310 ${400 + side * 31} 308T${400 + side * 22} 298z`,
      c.slant(m.lit, m.deep),
    );
  return (
    s.studio +
    enlarged(
      1.06,
      520,
      contact(c, 400, 520, 330),
      rect(x(-128), 470, 256 * k, 48, 18, c.down(shell.hi, shell.deep)),
      rect(x(-150), 498, 300 * k, 22, 10, c.down('#4a4d53', shell.deep)),
      circle(400, 494, 13, steel.base),
      circle(400, 494, 8, t.accent),
      path(
        d`M${x(-118)} 170Q${x(-138)} 300 ${x(-156)} 410Q${x(-160)} 476 ${x(-96)} 480H${x(96)}Q${x(160)} 476 ${x(156)} 410Q${x(138)} 300 ${x(118)} 170Q400 110 ${x(-118)} 170z`,
        c.across(shell.hi, shell.base, shell.deep),
      ),
      path(
        d`M${x(-108)} 200Q${x(-122)} 300 ${x(-140)} 400Q${x(-142)} 462 ${x(-90)} 466H${x(90)}Q${x(142)} 462 ${x(140)} 400Q${x(122)} 300 ${x(108)} 200z`,
        c.across(m.hi, [0.4, m.base], m.deep),
      ),
      path(
        d`M${x(-74)} 190Q${x(-84)} 300 ${x(-96)} 372Q400 396 ${x(96)} 372Q${x(84)} 300 ${x(74)} 190z`,
        c.across(inner.lit, inner.base, inner.shade),
      ),
      t.quilt ? stroke(d`M${x(-82)} 268Q400 282 ${x(82)} 268M${x(-88)} 314Q400 330 ${x(88)} 314`, fade(inner.line, 0.35), 2.5) : '',
      path(
        d`M${x(-98)} 376Q400 350 ${x(98)} 376L${x(122)} 420Q${x(120)} 456 ${x(80)} 458H${x(-80)}Q${x(-120)} 456 ${x(-122)} 420z`,
        c.down(inner.hi, [0.4, inner.base], inner.deep),
      ),
      path(d`M${x(-98)} 376Q400 350 ${x(98)} 376Q400 372 ${x(-98)} 376z`, fade('#ffffff', 0.4)),
      path(
        d`M${x(-140)} 330Q${x(-158)} 380 ${x(-146)} 428Q${x(-120)} 446 ${x(-104)} 420Q${x(-104)} 360 ${x(-112)} 330z`,
        c.across(m.lit, m.shade),
      ),
      path(
        d`M${x(140)} 330Q${x(158)} 380 ${x(146)} 428Q${x(120)} 446 ${x(104)} 420Q${x(104)} 360 ${x(112)} 330z`,
        c.across(m.base, m.deep),
      ),
      strap(-1),
      strap(1),
      rect(389, 398, 22, 40, 8, rubber.base),
      path('M376 362Q376 354 384 354H416Q424 354 424 362L420 396Q416 408 400 408T380 396z', c.down('#4c4f55', '#1a1b1e')),
      rect(389, 372, 22, 20, 6, '#d9483a'),
      path(
        d`M${400 - wing} 118Q${400 - wing - 16} 72 400 66Q${400 + wing + 16} 72 ${400 + wing} 118L${400 + wing * 0.9} 212Q${400 + wing * 0.7} 236 ${400 + wing * 0.6} 204L${400 + 56} 152H344L${400 - wing * 0.6} 204Q${400 - wing * 0.7} 236 ${400 - wing * 0.9} 212z`,
        c.slant(m.hi, [0.4, m.base], m.deep),
      ),
      path(d`M340 150Q338 96 400 92T460 150L464 196Q400 236 336 196z`, c.down(inner.hi, inner.base, inner.shade)),
      stroke('M352 168Q400 190 448 168', fade(inner.line, 0.35), 2.5),
      stroke(d`M${400 - wing + 4} 112Q${400 - wing - 6} 78 392 72`, fade('#ffffff', 0.5), 4),
      rect(384, 56, 32, 16, 6, c.down(shell.hi, shell.deep)),
      rect(x(-134), 352, 12, 34, 6, t.accent),
      rect(x(122), 352, 12, 34, 6, t.accent),
    )
  );
}

/** From the side, on its base with the anchor arms out. */
function second(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const { shell, inner } = fabrics(s, t);
  return (
    s.studio +
    contact(c, 410, 520, 400) +
    rect(168, 470, 120, 16, 5, c.roller(steel)) +
    rect(150, 466, 34, 24, 6, c.roller(rampOf(t.accent))) +
    path('M236 462Q240 448 260 448H560Q590 448 600 476L606 510Q606 518 596 518H250Q234 518 234 500z', c.down(shell.hi, shell.deep)) +
    stroke('M560 452Q606 470 612 500V516', rubber.hi, 3) +
    (look === 'rotating'
      ? ellipse(400, 448, 134, 20, c.across(steel.hi, steel.base, steel.line)) + ellipse(400, 444, 128, 16, shell.base)
      : rect(290, 434, 230, 22, 8, shell.base)) +
    path(
      'M262 118Q288 84 318 110L372 330Q380 352 410 350L560 330Q596 330 598 362Q594 416 540 438H340Q290 440 276 380L236 176Q234 140 262 118z',
      c.slant(shell.hi, shell.base, shell.deep),
    ) +
    path(
      'M282 146Q298 124 314 146L366 340Q376 366 408 364L556 344Q584 342 584 366Q574 410 532 420H352Q312 418 302 378L262 190Q262 162 282 146z',
      c.slant(m.hi, [0.5, m.base], m.deep),
    ) +
    path(
      'M300 152Q310 140 320 156L370 330Q378 350 408 346L548 330Q566 330 560 346L420 374Q372 378 356 336z',
      c.slant(inner.hi, inner.shade),
    ) +
    path(
      'M262 96Q284 48 336 66Q392 84 396 140Q398 186 352 196Q320 198 310 168L286 150Q254 130 262 96z',
      c.slant(m.hi, [0.45, m.base], m.deep),
    ) +
    path('M300 96Q340 84 364 118Q380 154 352 172Q328 176 322 150z', c.slant(inner.lit, inner.deep)) +
    path('M340 262Q420 236 452 300Q470 350 420 376Q384 380 366 346z', c.slant(m.lit, m.deep)) +
    stroke('M344 220Q400 270 438 346', rubber.base, 17) +
    stroke('M342 216Q396 266 434 342', fade('#ffffff', 0.16), 3) +
    rect(424, 336, 36, 30, 9, '#2b2d31') +
    rect(433, 343, 18, 15, 5, '#d9483a') +
    ring(330, 400, 17, steel.base, 5) +
    circle(330, 400, 9, t.accent) +
    circle(560, 486, 7, '#74e0a0') +
    rect(300, 482, 110, 7, 3.5, fade('#ffffff', 0.14))
  );
}

/** `rotating` turns on its base, `fixed` does not. */
export const childSeat: Study = {
  oddities: { carrier: children.infantCarrier, booster: children.booster },
  looks: ['rotating', 'fixed'],
  paints: ['graphite', 'teal', 'red', 'sand', 'navy'],
  whole,
  second,
};
