import type { Bi } from './bilingual.ts';

/** Short films drawn by us, each shown for several items of a type. */
export const videos = {
  camera: ['上手看看：对焦与快门', 'A first look: focus and shutter'],
  drone: ['起飞与悬停', 'Take-off and hover'],
  projector: ['从开机到满屏', 'From power-on to full screen'],
  tent: ['四步搭好一顶帐篷', 'Pitched in four steps'],
  ebike: ['充好电，上路', 'Charge it, ride it'],
} as const satisfies Record<string, Bi>;

export type VideoKey = keyof typeof videos;

/** Length of every film. */
export const videoSeconds = 8;
