import type { ThemeTokens } from '../protocol/host.ts';
import css from './launcher.css?inline';

const SVG = 'http://www.w3.org/2000/svg';
/** A speech bubble with a spark in it, on a 20 px grid. */
const ICON = 'M3 3h14v11H9l-4 3v-3H3zM10 5l1 2.5 2.5 1-2.5 1-1 2.5-1-2.5-2.5-1L9 7.5z';

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

  const append = <E extends Element>(parent: Node, child: E): E => parent.appendChild(child);
  const button = append(root, document.createElement('button'));
  const icon = append(button, document.createElementNS(SVG, 'svg'));
  const label = append(button, document.createElement('span'));
  button.className = 'launcher';
  button.ariaExpanded = 'false';
  icon.setAttribute('viewBox', '0 0 20 20');
  append(icon, document.createElementNS(SVG, 'path')).setAttribute('d', ICON);

  const show: Launcher['show'] = (state) => {
    // The panel opens where the pill stands.
    button.style.display = state === 'open' ? 'none' : '';
    label.textContent = state === 'failed' ? (zh ? '再试一次' : 'Try again') : zh ? '问问导购' : 'Ask for advice';
  };
  show();
  return {
    button,
    show,
    theme: ({ accent = '' }) => {
      if (!/^#([\da-f]{3}){1,2}$/i.test(accent)) return;
      const { style } = button;
      style.background = accent;
      const [r, g, b] = style.backgroundColor.match(/\d+/g) as unknown as [number, number, number];
      // Above 18 % of white's luminance (at a gamma of 2.2, tenths for weights) dark ink reads better than white.
      style.color = 2 * r ** 2.2 + 7 * g ** 2.2 + b ** 2.2 > 354500 ? '#1c1c1a' : '#fff';
    },
  };
}
