import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, parseHex, type Rgb } from './colour.ts';
import { themeVariables } from './theme.ts';

const colour = (text: string | undefined): Rgb => parseHex(text ?? '') ?? [0, 0, 0];
const hexes = fc
  .array(fc.nat(255), { minLength: 3, maxLength: 3 })
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

describe('a theme', () => {
  it('is readable whatever accent the shop picks', () => {
    fc.assert(
      fc.property(hexes, fc.constantFrom('light' as const, 'dark' as const), (accent, scheme) => {
        const theme = themeVariables({ accent }, scheme);
        const surface: Rgb = scheme === 'light' ? [255, 255, 255] : [26, 27, 29];
        expect(contrast(colour(theme['--aisle-on-accent']), colour(theme['--aisle-accent']))).toBeGreaterThanOrEqual(4.45);
        expect(contrast(colour(theme['--aisle-accent-ink']), surface)).toBeGreaterThanOrEqual(4.45);
        expect(contrast(colour(theme['--aisle-accent-ink']), colour(theme['--aisle-accent-wash']))).toBeGreaterThanOrEqual(4.45);
      }),
    );
  });

  it('T20: takes nothing that is not what it claims to be', () => {
    const wild = { accent: 'red;} * {display:none', radius: 'calc(1px)', textSize: Number.NaN } as never;
    expect(themeVariables(wild, 'light')).toEqual(themeVariables({}, 'light'));
    expect(themeVariables({ radius: 900, textSize: 9000 }, 'light')).toMatchObject({
      '--aisle-radius-panel': '24px',
      '--aisle-scale': '2',
    });
  });
});
