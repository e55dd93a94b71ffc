import type { ThemeTokens } from '../protocol/host.ts';
import css from './launcher.css?inline';

/** The pill at the bottom right; it stands in the shadow root beside what the widget will render there. */
export interface Launcher {
  readonly button: HTMLButtonElement;
  /** Shows it, or, given `none`, hides it; a mark stands before its words. */
  show(display?: 'none' | '', mark?: string): void;
  /** Colours the pill; an accent that is no hex colour is ignored. */
  theme(tokens: ThemeTokens): void;
}

export function createLauncher(root: ShadowRoot, zh: boolean): Launcher {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];

  const button = root.appendChild(document.createElement('button'));
  const { style } = button;
  button.className = 'launcher';
  const show: Launcher['show'] = (display = '', mark = '') => {
    style.display = display;
    button.textContent = mark + (zh ? '问问导购' : 'Ask for advice');
  };
  show();
  return {
    button,
    show,
    theme: ({ accent = '' }) => {
      // CSS refuses what is no colour; of the colours it would take, only three or six digits are the contract's.
      if (/^#(...){1,2}$/.test(accent)) style.backgroundColor = accent;
      const [r, g, b] = getComputedStyle(button).backgroundColor.match(/\d+/g) as unknown as [number, number, number];
      // Above 17.9 % of white's luminance (gamma 2.2, weights in tenths) black reads better, below it white: 4.5 either way.
      style.color = 2 * r ** 2.2 + 7 * g ** 2.2 + b ** 2.2 > 352e3 ? '#000' : '#fff';
    },
  };
}
