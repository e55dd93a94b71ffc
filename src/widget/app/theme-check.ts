import type { ThemeTokens } from '../../protocol/host.ts';
import { contrast, hex, parseHex, type Rgb } from './colour.ts';
import { tellShop } from './shop-console.ts';
import { grounds, type Scheme, themeVariables } from './theme.ts';

const SCHEMES: readonly unknown[] = ['light', 'dark', 'auto'];

const outside = (value: unknown, low: number, high: number): boolean =>
  value !== undefined && !(typeof value === 'number' && value >= low && value <= high);

/** The schemes a panel of this theme is ever seen in. */
const schemesOf = (scheme: unknown): readonly Scheme[] => (scheme === 'light' || scheme === 'dark' ? [scheme] : ['light', 'dark']);

/** An accent that words cannot be written in, or a button filled with, on the panel of a scheme. */
function faint(accent: string, colour: Rgb, scheme: Scheme): string[] {
  const [panel] = grounds[scheme];
  const ratio = contrast(colour, panel);
  if (ratio >= 4.5) return [];
  const on = scheme === 'light' ? 'white' : `the dark panel's ${hex(panel)}`;
  const { '--aisle-accent-ink': ink, '--aisle-accent': fill } = themeVariables({ accent }, scheme);
  const filled = fill === hex(colour) ? '' : ` and buttons filled with ${fill}`;
  return [`accent ${accent} has a contrast of ${ratio.toFixed(1)} on ${on}; words are written in ${ink}${filled} instead`];
}

/**
 * What the shop should know about its theme: which tokens are not used as given, and what is used instead. Sentences for
 * the console, where a storefront engineer looks.
 */
export function themeRemarks(tokens: ThemeTokens): string[] {
  const { accent, scheme, radius, textSize, ...unknown } = tokens;
  const remarks = Object.keys(unknown).map((name) => `there is no token "${name}"; it is ignored`);
  const colour = typeof accent === 'string' ? parseHex(accent) : null;
  if (accent !== undefined && !colour) remarks.push(`accent ${JSON.stringify(accent)} is not #rgb or #rrggbb; the default is used`);
  if (accent !== undefined && colour) remarks.push(...schemesOf(scheme).flatMap((each) => faint(accent, colour, each)));
  if (scheme !== undefined && !SCHEMES.includes(scheme)) remarks.push(`scheme ${JSON.stringify(scheme)} is not light, dark or auto`);
  if (outside(radius, 0, 24)) remarks.push(`radius ${JSON.stringify(radius)} is not a number of pixels from 0 to 24`);
  if (outside(textSize, 80, 200)) remarks.push(`textSize ${JSON.stringify(textSize)} is not a percentage from 80 to 200`);
  return remarks;
}

/** Says them. Loaded with the first theme, so that a shop without one does not pay for it. */
export function remarkOn(tokens: ThemeTokens): void {
  for (const remark of themeRemarks(tokens)) tellShop(`theme: ${remark}`);
}
