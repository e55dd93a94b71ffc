// Shades are made in OKLab, so that a lighter red stays as red as it was.

type Lab = readonly [lightness: number, a: number, b: number];

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const gamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function labOf(hex: string): Lab {
  const n = Number.parseInt(hex.slice(1, 7), 16);
  const [r, g, b] = [linear(((n >> 16) & 255) / 255), linear(((n >> 8) & 255) / 255), linear((n & 255) / 255)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const byte = (v: number) => Math.round(Math.min(1, Math.max(0, gamma(Math.max(0, v)))) * 255);
  return `#${channels.map((v) => byte(v).toString(16).padStart(2, '0')).join('')}`;
}

/** Perceived lightness of `#rrggbb`, 0 to 1. */
export const lightnessOf = (hex: string): number => labOf(hex)[0];

/** The colour lightened by `by` (negative: darkened), in OKLab lightness. */
export function shift(hex: string, by: number): string {
  const [l, a, b] = labOf(hex);
  return hexOf([Math.min(0.99, Math.max(0.06, l + by)), a, b]);
}

/** `share` of the second colour in the first. */
export function mix(first: string, second: string, share: number): string {
  const [x, y] = [labOf(first), labOf(second)];
  return hexOf([x[0] + (y[0] - x[0]) * share, x[1] + (y[1] - x[1]) * share, x[2] + (y[2] - x[2]) * share]);
}

/** The colour with an opacity, as `#rrggbbaa`. */
export function fade(hex: string, opacity: number): string {
  return `${hex.slice(0, 7)}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`;
}

/** One material under one light: from where it catches the light to where it turns away. */
export interface Ramp {
  readonly hi: string;
  readonly lit: string;
  readonly base: string;
  readonly shade: string;
  readonly deep: string;
  /** For seams and outlines on the material. */
  readonly line: string;
}

/** Dark things need wider steps upwards, light ones downwards, to look equally solid. */
export function rampOf(hex: string): Ramp {
  const l = lightnessOf(hex);
  const up = 0.115 - 0.075 * l;
  const down = 0.045 + 0.045 * l;
  return {
    hi: shift(hex, up * 2.2),
    lit: shift(hex, up),
    base: hex,
    shade: shift(hex, -down),
    deep: shift(hex, -down * 2.1),
    line: shift(hex, -down * 3.2),
  };
}
