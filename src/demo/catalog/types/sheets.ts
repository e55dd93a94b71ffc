import type { Sheet } from '../sheet.ts';
import { cam } from './cam.ts';

/** Every type of the catalogue, in the order the shop shows them. */
export const sheets: readonly Sheet[] = [cam];
