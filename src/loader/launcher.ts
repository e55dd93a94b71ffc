import type { ThemeTokens } from '../protocol/host.ts';
import css from './launcher.css?inline';

/** The pill at the bottom right; it stands in the shadow root beside what the widget will render there. */
export interface Launcher {
  readonly button: HTMLButtonElement;
  show(state?: 'open' | 'failed'): void;
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
  button.ariaExpanded = 'false'; // the panel opens where the pill stands, so an expanded pill is never seen
  const show: Launcher['show'] = (state) => {
    style.display = state === 'open' ? 'none' : '';
    button.textContent = (state === 'failed' ? '↻ ' : '') + (zh ? '问问导购' : 'Ask for advice');
  };
  show();
  return {
    button,
    show,
    theme: ({ accent = '' }) => {
      if (!/^#([\da-f]{3}){1,2}$/i.test(accent)) return;
      style.background = accent;
      const [r, g, b] = style.backgroundColor.match(/\d+/g) as unknown as [number, number, number];
      // Above 17.9 % of white's luminance (gamma 2.2, weights in tenths) black reads better, below it white: 4.5 either way.
      style.color = 2 * r ** 2.2 + 7 * g ** 2.2 + b ** 2.2 > 352e3 ? '#000' : '#fff';
    },
  };
}
