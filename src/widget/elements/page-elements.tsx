import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { DARK, pageIsDark, schemeOf } from '../app/use-scheme.ts';
import { type Widget, WidgetProvider } from '../app/widget-context.ts';
import { type Language, LanguageProvider } from '../i18n/language.ts';
import css from '../widget.css?inline';
import { PageTray } from './page-tray.tsx';
import toggleCss from './toggle.css?inline';
import { createToggle, type Toggle } from './toggle.ts';
import { toggleTheme } from './toggle-theme.ts';
import { holdTrayPlace, type TrayPlace } from './tray-place.ts';

/** What stands on the shop's pages beside the panel: comparisons, toggles, and the tray. */
export interface PageElements {
  /** Brings our elements in line with the page; called after the page has changed. */
  scan(): void;
  /** Takes everything away again. */
  dispose(): void;
}

const ITEMS = 'items';
/** In place of ids: whatever is in the compare tray. */
const TRAY = 'tray';

/** `<aisle-compare items="a, b" days="7">` or `<aisle-compare items="tray">` as it stands. */
interface Shown {
  readonly wish: string;
  remove(): void;
}

const sheetOf = (text: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

/** Loaded with the first such element that comes near what the shopper sees. */
export function startPageElements(widget: Widget, language: Language): PageElements {
  const { host, ui } = widget;
  const toggles = new Map<Element, Toggle>();
  const comparisons = new Map<Element, Shown>();
  const sheet = sheetOf(css);
  const blockSheet = sheetOf(':host{all:initial!important;display:block!important}');
  const toggleSheet = sheetOf('');
  const dark = matchMedia(DARK);

  const paint = (): void => {
    const { theme } = ui.getState();
    toggleSheet.replaceSync(toggleCss + toggleTheme(theme, schemeOf(theme.scheme, pageIsDark())));
  };
  paint();
  const stopPainting = ui.subscribe((now, before) => now.theme !== before.theme && paint());
  dark.addEventListener('change', paint);

  /** A tree of ours in a shadow root, with everything it reads. @returns how to take it away. */
  const render = (root: ShadowRoot, content: (container: HTMLElement) => ReactNode): (() => void) => {
    const container = document.createElement('div');
    container.className = 'aisle-root';
    container.lang = language.locale;
    container.dir = 'ltr';
    root.append(container);
    const react = createRoot(container);
    react.render(
      <LanguageProvider value={language}>
        <WidgetProvider value={widget}>{content(container)}</WidgetProvider>
      </LanguageProvider>,
    );
    return () => {
      react.unmount();
      container.remove();
    };
  };

  /** What to show in an element, loaded with the first of its kind. */
  const contentOf = async (items: string, days: number | undefined, place?: TrayPlace): Promise<(container: HTMLElement) => ReactNode> => {
    if (place) {
      const { TrayComparison } = await import('./tray-comparison.tsx');
      return (container) => <TrayComparison root={container} days={days} takePressed={place.takePressed} />;
    }
    const { PageComparison } = await import('./page-comparison.tsx');
    const ids = items.split(',').flatMap((id) => id.trim() || []);
    return (container) => <PageComparison root={container} ids={ids} days={days} />;
  };

  const compare = (element: Element, wish: string): Shown => {
    let wanted = true;
    let away: (() => void) | undefined;
    const items = (element.getAttribute(ITEMS) ?? '').trim();
    const place = items === TRAY ? holdTrayPlace(widget, language.locale) : undefined;
    const content = contentOf(items, Number(element.getAttribute('days')) || undefined, place);
    content.then(
      (shown) => {
        if (!wanted) return;
        const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
        root.replaceChildren();
        root.adoptedStyleSheets = [blockSheet, sheet];
        away = render(root, shown);
      },
      () => {
        place?.giveUp();
        host.emit('error', { code: 'load_failed' });
        comparisons.delete(element); // the next change of the page tries again
      },
    );
    return {
      wish,
      remove: () => {
        wanted = false;
        if (!away) place?.giveUp();
        if (!away || !element.shadowRoot) return;
        away();
        // A shadow root cannot be taken back: an empty style and a slot show the element as the shop wrote it.
        element.shadowRoot.adoptedStyleSheets = [];
        element.shadowRoot.append(document.createElement('slot'));
      },
    };
  };

  let lift: (pixels: string) => void = () => undefined;
  const stopTray = render(host.root, (container) => {
    lift = (pixels) => container.style.setProperty('--aisle-lift', pixels);
    return <PageTray root={container} />;
  });

  const scan = (): void => {
    // The loader has just moved its button off the shop's bars; the tray goes along.
    lift(host.root.querySelector<HTMLElement>('.launcher')?.style.translate.split(' ')[1] ?? '0px');
    for (const [tile, toggle] of toggles) {
      if (tile.isConnected && tile.getAttribute('data-aisle-compare') === toggle.id && toggle.inPlace()) continue;
      toggle.remove();
      toggles.delete(tile);
    }
    for (const tile of document.querySelectorAll('[data-aisle-compare]')) {
      const id = tile.getAttribute('data-aisle-compare');
      if (id && !toggles.has(tile)) toggles.set(tile, createToggle(tile, id, ui, language, toggleSheet));
    }
    for (const [element, shown] of comparisons) {
      if (element.isConnected && wishOf(element) === shown.wish) continue;
      shown.remove();
      comparisons.delete(element);
    }
    for (const element of document.querySelectorAll('aisle-compare')) {
      if (!comparisons.has(element)) comparisons.set(element, compare(element, wishOf(element)));
    }
  };
  scan();
  return {
    scan,
    dispose: () => {
      stopPainting();
      dark.removeEventListener('change', paint);
      stopTray();
      for (const each of [...toggles.values(), ...comparisons.values()]) each.remove();
    },
  };
}

const wishOf = (element: Element): string => `${element.getAttribute(ITEMS)}|${element.getAttribute('days')}`;
