import type { ThemeTokens } from '../../protocol/host.ts';
import { type Scheme, themeVariables } from '../app/theme.ts';

/** What stands on a shop's own tile: our surfaces, as in `design/look.css`, since the tile's own colour is not known. */
const grounds: Record<Scheme, string> = {
  light: '--aisle-ground:#fff;--aisle-words:#1c1c1a;--aisle-edge:#8b8b84',
  dark: '--aisle-ground:#1a1b1d;--aisle-words:#f0f0ed;--aisle-edge:#85878c',
};

/** The shop's theme as one rule for every toggle on the page. The values were parsed and written anew, so none carries CSS. */
export function toggleTheme(tokens: ThemeTokens, scheme: Scheme): string {
  const variables = Object.entries(themeVariables(tokens, scheme)).map(([name, value]) => `${name}:${value}`);
  return `button,.words{${[grounds[scheme], ...variables].join(';')}}`;
}
