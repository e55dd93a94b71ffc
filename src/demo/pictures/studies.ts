import type { Study } from './study.ts';
import { actionCamera } from './types/action-camera.ts';
import { baby } from './types/baby.ts';
import { cable } from './types/cable.ts';
import { camera } from './types/camera.ts';
import { childSeat } from './types/child-seat.ts';
import { drone } from './types/drone.ts';
import { ebike } from './types/ebike.ts';
import { lantern } from './types/lantern.ts';
import { laptop } from './types/laptop.ts';
import { lens } from './types/lens.ts';
import { mic } from './types/mic.ts';
import { phone } from './types/phone.ts';
import { projector } from './types/projector.ts';
import { screen } from './types/screen.ts';
import { sleepingBag } from './types/sleeping-bag.ts';
import { speaker } from './types/speaker.ts';
import { stand } from './types/stand.ts';
import { stove } from './types/stove.ts';
import { stroller } from './types/stroller.ts';
import { tablet } from './types/tablet.ts';
import { tent } from './types/tent.ts';

/** Every type of thing we can draw, by the first word of its ids. */
export const studies = {
  cam: camera,
  lens,
  act: actionCamera,
  drone,
  proj: projector,
  screen,
  speaker,
  mic,
  cable,
  stand,
  tent,
  bag: sleepingBag,
  stove,
  lantern,
  laptop,
  phone,
  tablet,
  stroller,
  seat: childSeat,
  baby,
  ebike,
} as const satisfies Record<string, Study>;

export type PictureType = keyof typeof studies;

/** Whether a word names a type we draw. */
export const isPictureType = (word: string): word is PictureType => Object.hasOwn(studies, word);
