import { describe, expect, it } from 'vitest';
import { themeRemarks } from './theme-check.ts';

describe('remarks on a theme', () => {
  it('name an accent too faint on white only where the panel is ever light', () => {
    const yellow = { accent: '#ffd400' };
    expect(themeRemarks(yellow)).toEqual([
      expect.stringMatching(
        /^accent #ffd400 has a contrast of 1\.4 on white; words are written in #\w{6} and buttons filled with #\w{6} instead$/,
      ),
    ]);
    expect(themeRemarks({ ...yellow, scheme: 'dark' })).toEqual([]);
  });

  it('name an accent too faint on the dark panel only where it is ever dark', () => {
    const navy = { accent: '#1f2a5c' };
    expect(themeRemarks({ ...navy, scheme: 'auto' })).toEqual([
      expect.stringMatching(/on the dark panel's #1a1b1d; words are written in #\w{6}/),
    ]);
    expect(themeRemarks({ ...navy, scheme: 'light' })).toEqual([]);
  });

  it('say what is not used as given', () => {
    const wild = { accent: 'red', scheme: 'sepia', radius: -1, textSize: 900, font: 'Papyrus' } as never;
    expect(themeRemarks(wild)).toEqual([
      'there is no token "font"; it is ignored',
      'accent "red" is not #rgb or #rrggbb; the default is used',
      'scheme "sepia" is not light, dark or auto',
      'radius -1 is not a number of pixels from 0 to 24',
      'textSize 900 is not a percentage from 80 to 200',
    ]);
  });
});
