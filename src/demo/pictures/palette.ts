import { rampOf } from './color.ts';

/** The paint of each colour word that an id may end with. */
export const paints = {
  black: '#2e3035',
  graphite: '#565a61',
  grey: '#8b9096',
  silver: '#c6cacf',
  white: '#f2f0ea',
  cream: '#ecdfc4',
  sand: '#cdb491',
  brown: '#8a5f3f',
  red: '#bb4238',
  coral: '#e27d60',
  orange: '#dd7f2e',
  yellow: '#e3b23c',
  green: '#4f7a55',
  olive: '#6f7448',
  mint: '#a9d3c0',
  teal: '#2f7f86',
  blue: '#3c6ea8',
  navy: '#2f4268',
  sky: '#9cc3de',
  purple: '#8473a8',
  pink: '#e3aeb0',
} as const;

export type Paint = keyof typeof paints;

/** Whether a word names one of our paints. */
export const isPaint = (word: string): word is Paint => Object.hasOwn(paints, word);

/** Materials most things share. */
export const rubber = rampOf('#26282c');
export const steel = rampOf('#bfc4c9');
export const brass = rampOf('#c39a52');
export const cloth = rampOf('#e6e1d6');
export const wood = rampOf('#b98d5f');

/** Grounds: quiet tints of one lightness, so that any of them may stand beside any other in a grid. */
export const grounds = ['#eee7dc', '#e3e9df', '#e0e8ed', '#efe4df', '#e8e6e3', '#e7e4ec', '#eee8d4', '#dde9e6'] as const;

/** Small bright details: rings, tips, pulls. */
export const accents = ['#d9573f', '#e0a030', '#3f8fb0', '#58966b', '#c9cdd1'] as const;
