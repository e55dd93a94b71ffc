import type { ThemeTokens } from '../../protocol/host.ts';
import { BLACK, contrast, hex, mix, parseHex, type Rgb, readable, WHITE } from './colour.ts';

export type Scheme = 'light' | 'dark';

/** The surfaces of `design/look.css` that accent-coloured text stands on, the panel's own first. */
export const grounds: Record<Scheme, readonly [Rgb, Rgb]> = {
  light: [WHITE, [247, 247, 245]],
  dark: [
    [26, 27, 29],
    [35, 36, 39],
  ],
};

const DEFAULT_ACCENT: Rgb = [31, 92, 74];

const within = (value: number | undefined, low: number, high: number): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : undefined;

/**
 * A shop's tokens as CSS variables for `.aisle-root`. Each value is parsed and written anew, so none can carry CSS;
 * a bad one is as if it were not given. The accent fills buttons, moved away from the panel's colour until it can be seen (3:1),
 * and gets a partner for the words on it and one for accent-coloured words, both at a contrast of at least 4.5.
 */
export function themeVariables(tokens: ThemeTokens, scheme: Scheme): Record<`--aisle-${string}`, string> {
  const [surface, raised] = grounds[scheme];
  const accent = (typeof tokens.accent === 'string' ? parseHex(tokens.accent) : null) ?? DEFAULT_ACCENT;
  // A button of the panel's own colour would not be seen: 3:1, as WCAG asks of controls.
  const fill = readable(accent, [surface], scheme === 'light' ? BLACK : WHITE, 3);
  const wash = mix(fill, surface, scheme === 'light' ? 0.08 : 0.16);
  const ink = readable(accent, [surface, raised, wash], scheme === 'light' ? BLACK : WHITE);
  const onAccent = contrast(WHITE, fill) >= 4.5 || contrast(WHITE, fill) >= contrast(BLACK, fill) ? WHITE : BLACK;
  const radius = within(tokens.radius, 0, 24);
  const textSize = within(tokens.textSize, 80, 200);
  return {
    '--aisle-accent': hex(contrast(onAccent, fill) >= 4.5 ? fill : readable(fill, [onAccent], onAccent === WHITE ? BLACK : WHITE)),
    '--aisle-on-accent': hex(onAccent),
    '--aisle-accent-ink': hex(ink),
    '--aisle-accent-wash': hex(wash),
    ...(textSize === undefined ? {} : { '--aisle-scale': String(textSize / 100) }),
    ...(radius === undefined
      ? {}
      : {
          '--aisle-radius-panel': `${radius}px`,
          '--aisle-radius-card': `${Math.round(radius * 0.83)}px`,
          '--aisle-radius-control': `${Math.round(radius * 0.67)}px`,
        }),
  };
}
