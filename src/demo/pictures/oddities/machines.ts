import type { Canvas } from '../canvas.ts';
import { fade, mix, type Ramp, rampOf } from '../color.ts';
import { contact, glass, pool } from '../light.ts';
import { rubber, steel, wood } from '../palette.ts';
import { landscape } from '../scenery.ts';
import { circle, drum, ellipse, group, path, poly, rect, ribs, ring, slots, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { d } from '../svg.ts';
import { mouldedWheel, spokedWheel } from '../wheel.ts';

/** A slim box of sockets on a short lead. */
export const hub: Oddity = {
  focus: [420, 330],
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

/** A long tail for two children or a week's shopping. */
export const cargoBike: Oddity = {
  focus: [330, 340],
  draw({ c, m, turned }) {
    const bar = (data: string, w: number) =>
      stroke(data, m.deep, w) +
      stroke(data, m.base, w * 0.7, { transform: 'translate(-1 -2)' }) +
      stroke(data, m.hi, w * 0.2, { transform: 'translate(-2 -4)' });
    return (
      contact(c, 190, 514, 120) +
      contact(c, 640, 514, 120) +
      spokedWheel(c, 190, 424, 88, 22, 17, turned) +
      spokedWheel(c, 640, 424, 88, 10, 17, turned) +
      bar('M190 424L450 420M190 424L250 300M250 300H400', 14) +
      bar('M624 250L450 420', 28) +
      bar('M618 226L430 330', 15) +
      bar('M400 226L450 420', 18) +
      bar('M622 214Q640 320 640 424', 15) +
      group(
        'translate(540 336) rotate(-45)',
        {},
        rect(-66, -16, 132, 32, 10, c.roller(rampOf('#34373c'))),
        rect(-52, -5, 30, 10, 4, '#7be0a0'),
      ) +
      rect(112, 284, 268, 16, 6, c.roller(steel)) +
      rect(130, 262, 104, 24, 11, c.down('#8d5a34', '#5d3a20')) +
      rect(250, 262, 104, 24, 11, c.down('#8d5a34', '#5d3a20')) +
      stroke('M122 284V226Q122 210 138 210H360Q376 210 376 226V284', rubber.hi, 8) +
      path('M140 304H330L318 400Q314 414 300 414H170Q156 414 152 400z', c.slant(m.hi, m.base, m.deep)) +
      rect(210, 330, 52, 22, 5, '#efe9dc') +
      stroke('M398 214L388 176', steel.line, 11) +
      path('M340 168Q342 152 372 156Q410 152 440 160Q446 170 400 174Q370 190 340 168z', c.down('#9a6a42', '#5d3a20')) +
      stroke('M618 222L596 126', '#2c2f34', 12) +
      stroke('M596 126Q616 106 580 110L536 122', '#2c2f34', 10) +
      stroke('M580 111L536 122', '#8d5a34', 14) +
      rect(628, 232, 32, 24, 9, '#2b2d31') +
      ellipse(660, 244, 6, 11, '#fff6d6') +
      circle(450, 420, 26, c.slant('#5a5e65', '#24262a')) +
      stroke('M450 420L480 462', steel.lit, 9) +
      rect(466, 458, 42, 12, 4, rubber.base)
    );
  },
};

/** Three wheels, a low step and a basket behind. */
export const tricycle: Oddity = {
  focus: [330, 330],
  draw({ c, m, turned }) {
    const bar = (data: string, w: number) =>
      stroke(data, m.deep, w) +
      stroke(data, m.base, w * 0.7, { transform: 'translate(-1 -2)' }) +
      stroke(data, m.hi, w * 0.2, { transform: 'translate(-2 -4)' });
    return (
      contact(c, 240, 514, 200) +
      contact(c, 620, 514, 120) +
      spokedWheel(c, 270, 414, 92, 12, 15, turned) +
      bar('M606 250Q560 440 420 430H220', 24) +
      bar('M604 220Q620 330 620 412', 15) +
      spokedWheel(c, 620, 412, 100, 20, 15, turned) +
      stroke('M532 348A108 108 0 0 1 716 366', m.deep, 8) +
      path('M120 250H330L312 370H140z', c.down(wood.lit, wood.deep)) +
      stroke('M124 276H326M128 302H322M132 328H318M136 354H314', fade('#5d3f20', 0.5), 4) +
      ribs(126, 254, 198, 112, 12, fade('#5d3f20', 0.35), 3) +
      rect(112, 240, 226, 16, 8, c.roller(wood)) +
      spokedWheel(c, 196, 422, 92, 24, 15, turned) +
      stroke('M108 374A100 100 0 0 1 290 378', m.deep, 9) +
      stroke('M420 430L398 224', m.deep, 16) +
      stroke('M398 230L392 204', steel.line, 11) +
      path('M330 196Q330 168 366 182Q410 178 440 186Q448 200 404 204Q366 218 330 196z', c.down(rubber.hi, rubber.deep)) +
      path('M330 190Q322 140 350 138Q366 140 364 186z', c.slant(rubber.hi, rubber.deep)) +
      stroke('M602 226L584 126Q580 110 556 116L510 136', '#2c2f34', 11) +
      stroke('M552 118L510 136', '#26282c', 16) +
      rect(612, 228, 32, 26, 9, '#2b2d31') +
      ellipse(644, 241, 6, 12, '#fff6d6') +
      circle(450, 430, 25, c.slant('#5a5e65', '#24262a')) +
      stroke('M450 430L476 474', steel.lit, 9) +
      rect(460, 470, 44, 12, 4, rubber.base)
    );
  },
};

/** Opened to a small tablet, the crease just seen. */
export const unfolded: Oddity = {
  focus: [420, 280],
  draw: ({ c, m, dice }) =>
    rect(190, 120, 450, 392, 34, fade('#2a2620', 0.36), { filter: c.blur(16) }) +
    rect(172, 90, 456, 400, 34, c.across(m.hi, [0.05, m.deep], [0.5, m.base], [0.95, m.deep], m.lit)) +
    rect(178, 96, 444, 388, 29, '#08090b') +
    landscape(c, dice, 'dusk', 187, 105, 426, 370, 22) +
    rect(380, 105, 40, 370, 0, c.across(fade('#000000', 0), fade('#000000', 0.2), fade('#ffffff', 0.16), fade('#000000', 0))) +
    circle(520, 126, 7, '#08090b') +
    [0, 1, 2, 3, 4]
      .map((i) => rect(262 + i * 58, 412, 40, 40, 11, ['#f4f1ea', '#e9735f', '#62b58a', '#5b97d6', '#a285d0'][i] ?? ''))
      .join('') +
    rect(220, 150, 130, 70, 14, fade('#ffffff', 0.8)) +
    rect(238, 168, 70, 9, 4, '#4a5160') +
    rect(238, 188, 44, 8, 4, fade('#4a5160', 0.5)),
};

/** Folded once across, standing ajar. */
export const flip: Oddity = {
  focus: [400, 200],
  draw: ({ c, m, dice }) =>
    contact(c, 400, 506, 260) +
    path('M284 300H516L534 484Q534 504 514 504H286Q266 504 266 484z', c.down('#141519', '#0a0b0d')) +
    group('', { 'clip-path': c.clip(path('M292 304H508L522 492H278z', '#000')) }, landscape(c, dice, 'dusk', 270, 300, 260, 200)) +
    rect(276, 84, 248, 214, 30, c.slant(m.hi, [0.45, m.base], m.deep)) +
    rect(292, 100, 216, 178, 20, '#0b0c0f') +
    landscape(c, dice, 'sea', 298, 106, 204, 166, 15) +
    rect(292, 206, 132, 72, 20, '#0b0c0f') +
    glass(c, 326, 242, 24, '#6a7fc4') +
    glass(c, 386, 242, 24, '#6a7fc4') +
    rect(320, 128, 80, 14, 7, fade('#ffffff', 0.85)) +
    rect(320, 152, 48, 8, 4, fade('#ffffff', 0.6)) +
    rect(262, 290, 276, 22, 11, c.roller(m)),
};

/** A round lamp that paints stars on the ceiling. */
export const starDome: Oddity = {
  focus: [400, 330],
  draw({ c, m, dice }) {
    let sky = '';
    for (let i = 0; i < 34; i += 1) sky += circle(dice.between(20, 780), dice.between(10, 210), dice.between(1, 3), fade('#ffffff', 0.9));
    return (
      rect(0, 0, 800, 600, 0, c.down('#1c2148', [0.5, '#39406c'], [0.72, '#4a4f74'], '#3b3f60')) +
      pool(c, 280, 110, 280, 120, '#5b8fd8', 0.55) +
      pool(c, 540, 90, 280, 120, '#b06fd0', 0.5) +
      sky +
      path(poly([360, 290], [440, 290], [800, 0], [0, 0]), c.down(fade('#cfd8ff', 0.05), fade('#cfd8ff', 0.3))) +
      ellipse(408, 506, 150, 14, fade('#0a0c1c', 0.5), { filter: c.blur(6) }) +
      path(drum(400, 440, 490, 96, 120, 0.2), c.barrel(m)) +
      circle(400, 356, 112, c.glow([m.hi, [0.5, m.base], m.deep], 0.36, 0.3, 0.76)) +
      ellipse(400, 302, 70, 42, '#15161c') +
      ellipse(400, 300, 54, 31, c.glow(['#f4f0ff', [0.4, '#8f9be8'], '#2a2f5c'], 0.45, 0.4, 0.6)) +
      circle(400, 398, 12, fade('#ffffff', 0.35)) +
      stroke('M316 330q8-44 48-66', fade('#ffffff', 0.5), 6)
    );
  },
};

/** Blown up for the lawn. */
export const inflatable: Oddity = {
  focus: [400, 260],
  draw: ({ c, m, dice }) =>
    contact(c, 400, 522, 560) +
    stroke('M130 200L60 516M670 200L740 516', '#b9a98a', 3) +
    rect(112, 60, 576, 420, 52, c.slant(m.hi, [0.3, m.base], m.deep)) +
    stroke('M134 470V110Q134 84 160 84H640', m.hi, 6) +
    landscape(c, dice, 'day', 176, 124, 448, 280, 4) +
    rect(176, 124, 448, 280, 4, c.slant(fade('#ffffff', 0.3), [0.5, fade('#ffffff', 0)])) +
    rect(112, 430, 576, 84, 40, c.roller(m)) +
    stroke('M130 472H670', fade(m.line, 0.5), 3) +
    circle(620, 472, 19, c.slant(rubber.hi, rubber.deep)),
};

/** Carried by its handle: the youngest travel so. */
export const infantCarrier: Oddity = {
  focus: [400, 330],
  draw({ c, m }) {
    const inner = rampOf(mix(m.base, '#fbf6ea', 0.55));
    return (
      contact(c, 400, 500, 420) +
      path('M196 300Q170 500 330 500H520Q640 480 630 300Q560 400 400 400T196 300z', c.slant(rubber.hi, rubber.base, rubber.deep)) +
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
    stroke('M610 400L716 170', steel.line, 13) +
    stroke('M607 397L713 167', steel.hi, 4) +
    stroke('M690 158L744 178', rubber.base, 20) +
    path('M130 230H620L596 410H154z', c.slant(m.hi, [0.4, m.base], m.deep)) +
    path('M130 230H620L610 256H140z', c.down(m.line, m.deep)) +
    stroke('M240 256L250 408M376 256V408M510 256L500 408', fade(m.line, 0.45), 3) +
    rect(176, 300, 120, 84, 10, fade(m.deep, 0.6)) +
    stroke('M176 318H296', fade(m.hi, 0.8), 3) +
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

function lines(x: number, y: number, w: number, count: number, fill: string): string {
  return Array.from({ length: count }, (_, i) => rect(x, y + i * 20, i === count - 1 ? w * 0.55 : w - (i % 3) * 14, 6, 3, fill)).join('');
}

/** Paper-like, one wide edge to hold. */
export const reader: Oddity = {
  focus: [400, 260],
  draw: ({ c, m }) =>
    group(
      'rotate(-5 400 300)',
      {},
      rect(256, 84, 330, 456, 26, fade('#2a2620', 0.36), { filter: c.blur(16) }),
      rect(240, 60, 330, 456, 26, c.slant(m.hi, m.base, m.shade)),
      rect(268, 90, 240, 396, 4, '#e9e6dc'),
      rect(296, 124, 130, 12, 4, '#4a4a48'),
      lines(296, 162, 184, 8, fade('#4a4a48', 0.65)),
      lines(296, 348, 184, 5, fade('#4a4a48', 0.65)),
      rect(528, 230, 20, 44, 8, m.deep),
      rect(528, 286, 20, 44, 8, m.deep),
      path('M268 90H420L268 300z', fade('#ffffff', 0.25)),
    ),
};

/** Upright on a heavy foot, asking for a name. */
export const sign: Oddity = {
  focus: [400, 220],
  draw: ({ c, m, dice }) =>
    contact(c, 400, 524, 270) +
    ellipse(400, 512, 132, 20, c.across(m.hi, m.base, m.line)) +
    rect(388, 400, 24, 108, 6, c.barrel(steel)) +
    rect(266, 60, 268, 362, 24, c.slant(m.hi, m.base, m.deep)) +
    rect(274, 68, 252, 346, 18, '#0c0d10') +
    landscape(c, dice, 'dusk', 288, 84, 224, 120, 8) +
    rect(288, 204, 224, 196, 8, '#f6f4ee') +
    rect(312, 228, 100, 11, 5, '#3a4150') +
    rect(312, 254, 176, 30, 8, '#e3e0d8') +
    rect(312, 294, 176, 30, 8, '#e3e0d8') +
    rect(312, 342, 176, 36, 18, '#3f8fb0') +
    rect(364, 356, 72, 8, 4, '#ffffff'),
};

function pole(c: Canvas, m: Ramp, x: number): string {
  return (
    contact(c, x, 532, 170) +
    stroke(d`M${x} 440L${x - 84} 528M${x} 440L${x + 84} 528M${x} 440V532`, m.deep, 12) +
    stroke(d`M${x - 2} 438L${x - 86} 525`, m.hi, 3) +
    rect(x - 8, 100, 16, 240, 4, c.barrel(steel)) +
    rect(x - 12, 290, 24, 200, 5, c.barrel(m)) +
    rect(x - 18, 282, 36, 26, 7, c.barrel(rubber)) +
    rect(x - 18, 430, 36, 26, 7, c.barrel(rubber)) +
    rect(x + 14, 288, 30, 14, 6, c.roller(steel))
  );
}

/** Two columns for loudspeakers. */
export const poles: Oddity = { focus: [290, 300], draw: ({ c, m }) => pole(c, m, 270) + pole(c, m, 530) };

/** A column with a flat top for a projector. */
export const tray: Oddity = {
  focus: [400, 160],
  draw: ({ c, m }) =>
    pole(c, m, 400) +
    path('M250 96H550L580 128H220z', c.down(m.hi, m.base)) +
    rect(220, 126, 360, 16, 6, c.roller(m)) +
    rect(374, 140, 52, 30, 6, c.barrel(rubber)) +
    slots(300, 108, 200, 8, 2, fade(m.line, 0.5), 3),
};

/** A hoop of light around the lens. */
export const ringLight: Oddity = {
  focus: [400, 200],
  draw: ({ c, m }) =>
    pool(c, 400, 200, 360, 300, '#fff3d6', 0.9) +
    contact(c, 400, 534, 230) +
    stroke('M400 450L300 530M400 450L500 530M400 450V534', rubber.base, 12) +
    rect(391, 330, 18, 130, 5, c.barrel(steel)) +
    ring(400, 200, 128, m.base, 56) +
    ring(400, 200, 128, '#fffdf4', 38) +
    ring(400, 200, 128, fade('#ffe9b8', 0.6), 38, { 'stroke-dasharray': '7 9' }) +
    ring(397, 196, 154, fade('#ffffff', 0.7), 3) +
    rect(380, 326, 40, 30, 8, c.barrel(rubber)) +
    rect(366, 146, 68, 112, 12, '#26282c') +
    rect(372, 154, 56, 96, 7, c.slant('#8fa4c4', '#2f3c5c')) +
    stroke('M400 258V330', steel.deep, 7),
};

/** A stabiliser: grip, arms and motors holding a phone level. */
export const gimbal: Oddity = {
  focus: [400, 180],
  draw: ({ c, m, dice }) =>
    contact(c, 400, 536, 190) +
    stroke('M400 496L330 530M400 496L470 530M400 490V536', rubber.base, 13) +
    rect(368, 300, 64, 200, 28, c.across(m.shade, [0.2, m.hi], [0.5, m.base], m.deep)) +
    circle(400, 346, 18, c.slant('#4b4e54', '#17181b')) +
    circle(400, 394, 9, '#d9483a') +
    slots(384, 430, 32, 12, 4, fade('#000000', 0.35), 4) +
    rect(372, 268, 56, 36, 10, c.barrel(rubber)) +
    stroke('M400 270Q520 280 520 210V170', m.deep, 26) +
    stroke('M398 266Q514 276 514 206V172', m.hi, 6) +
    circle(518, 158, 32, c.slant(m.hi, m.deep)) +
    circle(518, 158, 17, c.slant(rubber.hi, rubber.deep)) +
    rect(250, 92, 260, 128, 18, '#15161a') +
    landscape(c, dice, 'dusk', 258, 100, 244, 112, 12) +
    rect(338, 82, 84, 16, 6, c.roller(rubber)) +
    rect(338, 214, 84, 16, 6, c.roller(rubber)),
};

/** Rails, a carriage and its motor. */
export const slider: Oddity = {
  focus: [400, 330],
  draw: ({ c, m }) =>
    contact(c, 400, 476, 620) +
    [150, 650].map((x) => stroke(d`M${x} 420L${x - 34} 470M${x} 420L${x + 34} 470`, rubber.base, 12)).join('') +
    rect(100, 366, 600, 14, 7, c.roller(steel)) +
    rect(100, 404, 600, 14, 7, c.roller(steel)) +
    rect(88, 352, 52, 80, 12, c.slant(m.hi, m.deep)) +
    rect(660, 352, 52, 80, 12, c.slant(m.hi, m.deep)) +
    rect(300, 340, 200, 56, 12, c.down(m.hi, m.deep)) +
    circle(334, 370, 13, steel.shade) +
    circle(466, 370, 13, steel.shade) +
    rect(352, 312, 96, 30, 8, c.barrel(rubber)) +
    circle(400, 290, 28, c.glow([steel.hi, steel.base, steel.line], 0.36, 0.3, 0.75)) +
    rect(376, 282, 48, 34, 8, c.barrel(m)) +
    rect(336, 252, 128, 20, 5, c.down('#4a4d53', '#1b1c1f')) +
    rect(394, 238, 12, 16, 3, c.barrel(steel)) +
    circle(686, 392, 12, '#7be0a0'),
};
