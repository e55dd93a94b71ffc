import { Canvas } from './canvas.ts';
import { lightnessOf, rampOf, shift } from './color.ts';
import { diceOf } from './dice.ts';
import { sweep } from './light.ts';
import { isLine, lineOf } from './lines.ts';
import { grounds, isPaint, type Paint, paints } from './palette.ts';
import { closeUp } from './shapes.ts';
import { isPictureType, type PictureType, studies } from './studies.ts';
import type { Sitting, Study } from './study.ts';

/** What to draw. The same order always gives the same document. */
export interface PictureOrder {
  readonly type: PictureType;
  /** Names the model line: its shape, proportions and details. */
  readonly seed: string;
  /** Default: one of the colours the type usually comes in, by seed. */
  readonly color?: Paint;
  /** One of the type's shapes; unknown or absent: by seed. */
  readonly look?: string;
  /** 1: the thing as a whole; 2: another angle, a detail, or in use. */
  readonly view: 1 | 2;
  /** Leaves the ground out, for a picture laid over another. */
  readonly bare?: boolean;
  /** How far rotors and wheels have turned, in radians. */
  readonly turned?: number;
}

/** An SVG document of 800 × 600: self-contained, no scripts, no references outside itself, at most 12 kB. */
export function drawPicture({ type, seed, color, look = '', view, bare = false, turned = 0 }: PictureOrder): string {
  const study: Study = studies[type];
  const line = diceOf(`${type} ${seed}`);
  const [usualLook, usualPaint, tint] = [line.pick(study.looks), line.pick(study.paints), line.pick(grounds)];
  const paint = color ?? usualPaint;
  // A pale thing needs a deeper ground to stand out from.
  const ground = lightnessOf(paints[paint]) > 0.82 ? shift(tint, -0.075) : tint;
  const c = new Canvas();
  const sitting: Sitting = {
    c,
    dice: diceOf(`${type} ${seed} traits`),
    m: rampOf(paints[paint]),
    paint,
    look: study.looks.includes(look) ? look : usualLook,
    ground,
    turned,
    studio: bare ? '' : sweep(c, ground),
  };
  const oddity = Object.hasOwn(study.oddities ?? {}, look) ? study.oddities?.[look] : undefined;
  if (oddity)
    return c.document(view === 1 ? sitting.studio + oddity.draw(sitting) : sitting.studio + closeUp(...oddity.focus, oddity.draw(sitting)));
  return c.document(view === 1 ? study.whole(sitting) : study.second(sitting));
}

/** What the catalogue knows of an item beyond its id. */
export interface PictureHints {
  /** The item's colour, where its id does not end in it. */
  readonly color?: string;
  readonly look?: string;
  /** Which view is meant, where the id may itself end in `-2`; the default goes by the lines we know. */
  readonly view?: 1 | 2;
}

/**
 * The picture named by an item id (`cam-aurel-x1-silver`), or its second view (`cam-aurel-x1-silver-2`); null where the
 * first word is no type we draw. Variants of a product differ in colour only, so they are one line drawn in other paint.
 */
export function pictureOf(name: string, hints: PictureHints = {}): string | null {
  // A model may itself be called 2, as in `tent-farlea-2`.
  const second = (hints.view ?? (name.endsWith('-2') && !isLine(name) ? 2 : 1)) === 2;
  const words = (second ? name.replace(/-2$/, '') : name).split('-');
  const [type = ''] = words;
  if (!isPictureType(type) || words.length < 2) return null;
  const last = words.at(-1) ?? '';
  const color = [last, hints.color ?? ''].find(isPaint);
  const id = (isPaint(last) ? words.slice(0, -1) : words).join('-');
  const known = lineOf(id);
  const look = hints.look ?? known?.look;
  return drawPicture({
    type,
    seed: known?.id ?? id,
    view: second ? 2 : 1,
    ...(color ? { color } : {}),
    ...(look === undefined ? {} : { look }),
  });
}
