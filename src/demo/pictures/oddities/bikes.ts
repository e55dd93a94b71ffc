import { fade, rampOf } from '../color.ts';
import { contact } from '../light.ts';
import { rubber, steel, wood } from '../palette.ts';
import { circle, ellipse, group, path, rect, ribs, stroke } from '../shapes.ts';
import type { Oddity } from '../study.ts';
import { spokedWheel } from '../wheel.ts';

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
