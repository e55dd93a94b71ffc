import type { Canvas } from './canvas.ts';
import type { Ramp } from './color.ts';
import type { Dice } from './dice.ts';
import type { Paint } from './palette.ts';

/** Everything a drawing is made with. */
export interface Sitting {
  readonly c: Canvas;
  /** Draws the model line's proportions and details; both views roll the same numbers in the same order. */
  readonly dice: Dice;
  /** The thing's own colour. */
  readonly m: Ramp;
  readonly paint: Paint;
  /** Which of the type's shapes. */
  readonly look: string;
  /** The quiet tint behind it. */
  readonly ground: string;
  /** How far rotors and wheels have turned, in radians; 0 in a still picture. */
  readonly turned: number;
  /** The studio's sweep; a view that stands in a scene of its own leaves it out. */
  readonly studio: string;
}

/**
 * A thing filed under a type but of a shape all its own (a sound bar among speakers), so never chosen by seed.
 * Its second view is a closer look at the point `focus` of the first.
 */
export interface Oddity {
  readonly draw: (s: Sitting) => string;
  readonly focus: readonly [x: number, y: number];
}

/** How one type of thing is drawn: its shapes, the colours it comes in, and its two views. */
export interface Study {
  readonly looks: readonly [string, ...string[]];
  readonly paints: readonly [Paint, ...Paint[]];
  readonly oddities?: Readonly<Record<string, Oddity>>;
  /** The thing as a whole. */
  readonly whole: (s: Sitting) => string;
  /** Another angle, a detail, or the thing in use. */
  readonly second: (s: Sitting) => string;
}
