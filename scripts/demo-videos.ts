// Makes the demo shop's short films: drawings moved on a canvas in Chromium, recorded there, with poster and captions.
// Usage: node scripts/demo-videos.ts [camera drone projector tent ebike]

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { drawPicture, type PictureOrder } from '../src/demo/pictures/draw.ts';
import { launchOptions } from './browser.ts';
import { type FilmName, film } from './video/film.ts';

const folder = join(import.meta.dirname, '..', 'public', 'demo', 'videos');
const seconds = 8;

interface Script {
  readonly poster: PictureOrder;
  readonly pictures: Readonly<Record<string, PictureOrder>>;
  /** From when to when (seconds), in Chinese and in English. */
  readonly captions: readonly (readonly [from: number, to: number, zh: string, en: string])[];
}

/** Frames of one turn of a rotor or a wheel. */
const turns = (order: PictureOrder, count: number, span: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`turn${i}`, { ...order, bare: true, turned: (span * i) / count }]));

const camera = { type: 'cam', seed: 'cam-film', look: 'slr', color: 'black' } as const;
const drone = { type: 'drone', seed: 'drone-film', look: 'air', color: 'white' } as const;
const projector = { type: 'proj', seed: 'proj-film', look: 'tower', color: 'white' } as const;
const tent = { type: 'tent', seed: 'tent-film', look: 'dome', color: 'orange' } as const;
const ebike = { type: 'ebike', seed: 'ebike-film', look: 'folding', color: 'teal' } as const;

const scripts: Readonly<Record<FilmName, Script>> = {
  camera: {
    poster: { ...camera, view: 1 },
    pictures: { whole: { ...camera, view: 1 }, back: { ...camera, view: 2 } },
    captions: [
      [0.2, 2.4, '半按快门，等它对上焦。', 'Press half-way and let it focus.'],
      [2.6, 4.4, '按到底，咔嚓一声。', 'Press on, and there is the click.'],
      [4.7, 7.8, '照片就在背后的屏幕上。', 'The picture is on the screen at the back.'],
    ],
  },
  drone: {
    poster: { ...drone, view: 1 },
    pictures: { ground: { ...drone, view: 1, bare: false }, above: { ...drone, view: 2 }, ...turns({ ...drone, view: 1 }, 6, Math.PI) },
    captions: [
      [0.2, 2.2, '四个旋翼转起来。', 'The four rotors start to turn.'],
      [2.4, 4.8, '升到齐胸高，停住。', 'It rises to chest height and stops.'],
      [5.2, 7.8, '松开摇杆，它就悬在原处。', 'Let go of the sticks and it stays where it is.'],
    ],
  },
  projector: {
    poster: { ...projector, view: 1 },
    pictures: { whole: { ...projector, view: 1 }, room: { ...projector, view: 2 } },
    captions: [
      [0.2, 2.4, '放在桌上，按下开关。', 'Put it on the table and press the switch.'],
      [2.8, 4.8, '光打到墙上。', 'Light falls on the wall.'],
      [5.0, 7.8, '几秒后，画面铺满。', 'A few seconds later the picture is full size.'],
    ],
  },
  tent: {
    poster: { ...tent, view: 1 },
    pictures: { ground: { ...tent, view: 1 }, pitched: { ...tent, view: 1, bare: true }, night: { ...tent, view: 2 } },
    captions: [
      [0.2, 1.7, '一，铺平。', 'One: lay it out.'],
      [1.8, 3.2, '二，穿好帐杆，撑起来。', 'Two: slide in the poles and raise it.'],
      [3.3, 4.6, '三，拉紧风绳，打好地钉。', 'Three: pull the guy lines tight and peg them.'],
      [4.9, 7.8, '四，天黑了，点灯进帐。', 'Four: night falls, light the lamp and go in.'],
    ],
  },
  ebike: {
    poster: { ...ebike, view: 1 },
    pictures: { ground: { ...ebike, view: 1 }, ride: { ...ebike, view: 2 }, ...turns({ ...ebike, view: 1 }, 6, Math.PI / 7) },
    captions: [
      [0.2, 2.6, '小轮，矮车架，上下方便。', 'Small wheels and a low frame: easy to get on.'],
      [2.8, 4.7, '电池充好，踩一下就走。', 'With the battery charged, one push and it goes.'],
      [5.0, 7.8, '时速和电量都在面前。', 'Speed and battery are right in front of you.'],
    ],
  },
};

const asUrl = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

/** The part of a 4:3 drawing that a 16:9 frame shows. */
const wide = (svg: string) =>
  svg.replace('viewBox="0 0 800 600" width="800" height="600"', 'viewBox="0 84 800 450" width="640" height="360"');

const clock = (s: number) => `00:00:${s.toFixed(3).padStart(6, '0')}`;

/** WebVTT of one language; `column` is the cue's place of the text. */
const captionsOf = ({ captions }: Script, column: 2 | 3) =>
  `WEBVTT\n\n${captions.map((cue) => `${clock(cue[0])} --> ${clock(cue[1])}\n${cue[column]}\n`).join('\n')}`;

const wanted = process.argv.slice(2);
const names = (Object.keys(scripts) as FilmName[]).filter((name) => wanted.length === 0 || wanted.includes(name));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(launchOptions());
try {
  for (const name of names) {
    const script = scripts[name];
    const page = await browser.newPage();
    const pictures = Object.fromEntries(Object.entries(script.pictures).map(([key, order]) => [key, asUrl(drawPicture(order))]));
    const recorded = await page.evaluate(film, { name, pictures, seconds });
    const video = Buffer.from(recorded.base64, 'base64');
    writeFileSync(join(folder, `${name}.webm`), video);
    writeFileSync(join(folder, `${name}.svg`), wide(drawPicture(script.poster)));
    writeFileSync(join(folder, `${name}.zh.vtt`), captionsOf(script, 2));
    writeFileSync(join(folder, `${name}.en.vtt`), captionsOf(script, 3));
    console.log(`${name}.webm: ${Math.round(video.length / 1000)} kB, ${recorded.type}`);
    await page.close();
  }
} finally {
  await browser.close();
}
