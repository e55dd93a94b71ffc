import type { Canvas } from './canvas.ts';
import { fade, mix } from './color.ts';
import type { Dice } from './dice.ts';
import { circle, group, path, rect } from './shapes.ts';
import { d } from './svg.ts';

/** Times of day that screens and outdoor scenes show. */
export type Mood = 'dusk' | 'day' | 'sea' | 'night';

interface Weather {
  readonly sky: readonly [string, string, string];
  readonly sun: string;
  readonly far: string;
  readonly near: string;
}

const moods: Readonly<Record<Mood, Weather>> = {
  dusk: { sky: ['#4b5a8c', '#c98a8a', '#f3c78f'], sun: '#fff0cf', far: '#7d6f93', near: '#2f3350' },
  day: { sky: ['#7fb2d6', '#b9d8e6', '#f1ecd8'], sun: '#fffdf0', far: '#8fb0a8', near: '#3f6b55' },
  sea: { sky: ['#5d9fc4', '#a8d3de', '#f4e6cc'], sun: '#fffaf0', far: '#4a93ab', near: '#1f5f7a' },
  night: { sky: ['#0e1630', '#1f2d55', '#4b5480'], sun: '#f4ecd2', far: '#232f52', near: '#0f1529' },
};

/** A sky over two or three ridges, filling a box; used on displays, screens and behind things shown outdoors. */
export function landscape(c: Canvas, dice: Dice, mood: Mood, x: number, y: number, w: number, h: number, radius = 0): string {
  const { sky, sun, far, near } = moods[mood];
  const sunX = x + w * dice.between(0.25, 0.75);
  const sunY = y + h * (mood === 'night' ? 0.22 : dice.between(0.38, 0.5));
  const lights = [circle(sunX, sunY, h * 0.07, sun)];
  if (mood === 'night') {
    for (let i = 0; i < 16; i += 1)
      lights.push(
        circle(
          x + w * dice.between(0.03, 0.97),
          y + h * dice.between(0.04, 0.5),
          Math.max(0.8, h * dice.between(0.003, 0.007)),
          fade('#ffffff', 0.8),
        ),
      );
  } else lights.unshift(circle(sunX, sunY, h * 0.24, c.glow([fade(sun, 0.7), fade(sun, 0)])));
  return group(
    '',
    { 'clip-path': c.clip(rect(x, y, w, h, radius, '#000')) },
    rect(x, y, w, h, 0, c.down(...sky)),
    ...lights,
    ridge(dice, x, y + h * 0.62, w, h, mood === 'sea' ? 0.01 : 0.17, mix(far, sky[2], 0.35)),
    ridge(dice, x, y + h * 0.72, w, h, mood === 'sea' ? 0.015 : 0.13, far),
    ridge(dice, x, y + h * 0.84, w, h, mood === 'sea' ? 0.04 : 0.1, near),
  );
}

/** Soft hills from edge to edge, down to the bottom of the box. */
function ridge(dice: Dice, x: number, y: number, w: number, h: number, swing: number, fill: string): string {
  const steps = 4;
  // A tall narrow box would otherwise get needles for hills.
  const height = Math.min(h, w * 0.75) * swing;
  let data = d`M${x} ${y + h}V${y}`;
  for (let i = 1; i <= steps; i += 1) {
    const peak = y - height * dice.between(0.2, 1.5);
    const end = y - height * dice.between(-0.3, 0.4);
    data += d`Q${x + (w * (i - 0.5)) / steps} ${peak} ${x + (w * i) / steps} ${end}`;
  }
  return path(`${data}${d`V${y + h}z`}`, fill);
}
