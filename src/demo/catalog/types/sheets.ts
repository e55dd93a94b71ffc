import type { Sheet } from '../sheet.ts';
import { act } from './act.ts';
import { baby } from './baby.ts';
import { bag } from './bag.ts';
import { cable } from './cable.ts';
import { cam } from './cam.ts';
import { drone } from './drone.ts';
import { ebike } from './ebike.ts';
import { lantern } from './lantern.ts';
import { laptop } from './laptop.ts';
import { lens } from './lens.ts';
import { mic } from './mic.ts';
import { phone } from './phone.ts';
import { proj } from './proj.ts';
import { screen } from './screen.ts';
import { seat } from './seat.ts';
import { speaker } from './speaker.ts';
import { stand } from './stand.ts';
import { stove } from './stove.ts';
import { stroller } from './stroller.ts';
import { tablet } from './tablet.ts';
import { tent } from './tent.ts';

/** Every type of the catalogue, in the order the shop shows them. */
export const sheets: readonly Sheet[] = [
  cam,
  lens,
  act,
  drone,
  proj,
  screen,
  speaker,
  mic,
  cable,
  stand,
  tent,
  bag,
  stove,
  lantern,
  laptop,
  phone,
  tablet,
  stroller,
  seat,
  baby,
  ebike,
];
