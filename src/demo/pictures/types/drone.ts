import type { Canvas } from '../canvas.ts';
import { fade, type Ramp } from '../color.ts';
import { glass, hovering } from '../light.ts';
import { accents, rubber, steel } from '../palette.ts';
import { circle, ellipse, group, path, rect, ring, slots, stroke } from '../shapes.ts';
import type { Sitting, Study } from '../study.ts';
import { d } from '../svg.ts';

function traits({ dice, look }: Sitting) {
  const big = look === 'pro' ? 1.08 : look === 'mini' ? 0.9 : 1;
  return {
    body: dice.between(84, 98) * big,
    span: dice.between(232, 256) * big,
    disc: dice.between(104, 122) * big,
    eye: dice.between(27, 33) * big,
    accent: dice.pick(accents),
    coating: dice.pick(['#6a7fc4', '#4f8fb0']),
  };
}

/** A rotor turning: the disc it sweeps, the blade caught in it, the motor under it. */
function rotor(c: Canvas, m: Ramp, cx: number, cy: number, r: number, flat: number, accent: string, turn: number): string {
  const h = r * flat;
  const tipX = r * Math.cos(turn);
  const tipY = h * Math.sin(turn);
  const blade = (sign: number) =>
    path(
      d`M${cx} ${cy - 3}Q${cx + sign * tipX * 0.4} ${cy + sign * tipY * 0.4 - 9} ${cx + sign * tipX} ${cy + sign * tipY}Q${cx + sign * tipX * 0.5} ${cy + sign * tipY * 0.5 + 6} ${cx} ${cy + 3}z`,
      fade('#3a3d43', 0.75),
    );
  return (
    rect(cx - 15, cy + 2, 30, 26, 6, c.barrel(m)) +
    rect(cx - 15, cy + 8, 30, 5, 0, fade('#000000', 0.3)) +
    ellipse(
      cx,
      cy,
      r,
      h,
      c.glow([
        [0.2, fade('#7d8794', 0.08)],
        [0.85, fade('#7d8794', 0.22)],
        [1, fade('#7d8794', 0.34)],
      ]),
    ) +
    ellipse(cx, cy, r - 2, h - 1, 'none', { stroke: fade('#ffffff', 0.6), 'stroke-width': 1.5 }) +
    blade(1) +
    blade(-1) +
    ellipse(cx, cy - 1, 9, 5, steel.base) +
    circle(cx + tipX * 0.93, cy + tipY * 0.93, 3, accent) +
    circle(cx - tipX * 0.93, cy - tipY * 0.93, 3, accent)
  );
}

function arm(m: Ramp, x1: number, y1: number, x2: number, y2: number, width: number): string {
  const data = d`M${x1} ${y1}Q${(x1 + x2) / 2} ${(y1 + y2) / 2 + 8} ${x2} ${y2}`;
  return (
    stroke(data, m.deep, width) +
    stroke(data, m.base, width - 6, { transform: 'translate(-1 -2)' }) +
    stroke(data, m.hi, 3, { transform: 'translate(-2 -6)' })
  );
}

function whole(s: Sitting): string {
  const { c, m, look } = s;
  const t = traits(s);
  const [cx, cy] = [400, 298];
  const [fx, fy, bx, by] = [t.span, 6, t.span * 0.72, -66];
  const w = t.body;
  const leg = (sign: number) =>
    stroke(d`M${cx + sign * (fx - 6)} ${cy + fy + 26}l${sign * 10} 44`, m.deep, 9) +
    stroke(d`M${cx + sign * (fx - 8)} ${cy + fy + 26}l${sign * 10} 42`, m.lit, 3);
  const shell = d`M${cx - w} ${cy + 8}C${cx - w} ${cy - 34} ${cx - w * 0.62} ${cy - 62} ${cx} ${cy - 62}S${cx + w} ${cy - 34} ${cx + w} ${cy + 8}C${cx + w} ${cy + 40} ${cx + w * 0.7} ${cy + 52} ${cx} ${cy + 52}S${cx - w} ${cy + 40} ${cx - w} ${cy + 8}z`;
  const eye = (sign: number) =>
    ellipse(cx + sign * w * 0.66, cy + 4, 12, 11, '#0e1014') + circle(cx + sign * w * 0.66 - 3, cy + 1, 3, fade('#aecbff', 0.7));
  return (
    s.studio +
    hovering(c, cx + 20, 500, t.span * 1.9) +
    arm(m, cx - 50, cy - 34, cx - bx, cy + by + 20, 15) +
    arm(m, cx + 50, cy - 34, cx + bx, cy + by + 20, 15) +
    rotor(c, m, cx - bx, cy + by, t.disc * 0.8, 0.17, t.accent, s.turned + 0.5) +
    rotor(c, m, cx + bx, cy + by, t.disc * 0.8, 0.17, t.accent, s.turned + 2.4) +
    arm(m, cx - w + 18, cy, cx - fx, cy + fy + 18, 22) +
    arm(m, cx + w - 18, cy, cx + fx, cy + fy + 18, 22) +
    leg(-1) +
    leg(1) +
    path(shell, c.down([0, m.hi], [0.3, m.lit], [0.55, m.base], [0.85, m.shade], [1, m.deep])) +
    path(
      d`M${cx - w * 0.7} ${cy - 34}Q${cx} ${cy - 66} ${cx + w * 0.7} ${cy - 34}Q${cx} ${cy - 44} ${cx - w * 0.7} ${cy - 34}z`,
      fade('#ffffff', 0.4),
    ) +
    stroke(d`M${cx - w * 0.94} ${cy - 4}Q${cx} ${cy - 26} ${cx + w * 0.94} ${cy - 4}`, fade(m.line, 0.7), 2) +
    (look === 'pro' ? slots(cx - 22, cy - 46, 44, 7, 3, fade('#000000', 0.3), 2.5) : rect(cx - 20, cy - 42, 40, 6, 3, t.accent)) +
    eye(-1) +
    eye(1) +
    gimbal(c, cx, cy + 52, t.eye, t.coating, m) +
    rotor(c, m, cx - fx, cy + fy, t.disc, 0.18, t.accent, s.turned + 2.75) +
    rotor(c, m, cx + fx, cy + fy, t.disc, 0.18, t.accent, s.turned + 0.3)
  );
}

/** The stabilised camera hanging below the nose. */
function gimbal(c: Canvas, cx: number, cy: number, r: number, coating: string, m: Ramp): string {
  return (
    rect(cx - r * 1.5, cy - r * 0.7, r * 3, 14, 7, rubber.deep) +
    path(d`M${cx - r * 1.5} ${cy - r * 0.5}h10v${r * 1.2}h-10z`, c.across(rubber.hi, rubber.deep)) +
    path(d`M${cx + r * 1.5 - 10} ${cy - r * 0.5}h10v${r * 1.2}h-10z`, c.across(rubber.lit, rubber.deep)) +
    rect(cx - r * 1.22, cy - r * 0.52, r * 2.44, r * 2.1, r * 0.5, c.slant('#5a5e66', '#24262b', '#121316')) +
    ring(cx, cy + r * 0.5, r * 0.88, m.base, 2) +
    glass(c, cx, cy + r * 0.5, r * 0.8, coating)
  );
}

/** From straight above, over the ground it films. */
function second(s: Sitting): string {
  const { c, m } = s;
  const t = traits(s);
  const [cx, cy] = [400, 296];
  const [ax, ay] = [t.span * 0.72, t.span * 0.58];
  const w = t.body * 0.62;
  const plan = d`M${cx - w * 0.7} ${cy - 112}Q${cx} ${cy - 138} ${cx + w * 0.7} ${cy - 112}L${cx + w} ${cy + 40}Q${cx + w * 0.9} ${cy + 118} ${cx} ${cy + 120}Q${cx - w * 0.9} ${cy + 118} ${cx - w} ${cy + 40}z`;
  const corners = [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ] as const;
  return (
    s.studio +
    group(
      'translate(34 44)',
      { opacity: 0.16, filter: c.blur(10) },
      path(plan, '#1c1a16'),
      ...corners.map(([x, y]) => stroke(d`M${cx} ${cy}L${cx + x * ax} ${cy + y * ay}`, '#1c1a16', 20)),
    ) +
    corners.map(([x, y]) => arm(m, cx + x * w * 0.7, cy + y * 60, cx + x * ax, cy + y * ay, 24)).join('') +
    rect(cx - 26, cy - 146, 52, 34, 14, c.slant('#50545c', '#141518')) +
    path(plan, c.across([0, m.lit], [0.3, m.hi], [0.6, m.base], [1, m.deep])) +
    stroke(
      d`M${cx - w * 0.8} ${cy - 40}Q${cx} ${cy - 62} ${cx + w * 0.8} ${cy - 40}M${cx - w * 0.96} ${cy + 44}h${w * 1.92}`,
      fade(m.line, 0.6),
      2,
    ) +
    rect(cx - 7, cy - 92, 14, 14, 7, t.accent) +
    slots(cx - 18, cy + 66, 36, 9, 4, fade('#000000', 0.28), 3) +
    [-15, -5, 5, 15].map((x) => circle(cx + x, cy + 20, 2.6, '#e8fff2')).join('') +
    corners
      .map(
        ([x, y], i) =>
          circle(cx + x * ax, cy + y * ay, 21, c.slant(m.lit, m.deep)) +
          rotor(c, m, cx + x * ax, cy + y * ay, t.disc * 0.92, 1, t.accent, s.turned + 0.5 + i * 0.9),
      )
      .join('')
  );
}

/** `mini` is small, `pro` large with vents. */
export const drone: Study = { looks: ['mini', 'air', 'pro'], paints: ['white', 'graphite', 'silver'], whole, second };
