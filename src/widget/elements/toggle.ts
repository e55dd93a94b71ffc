import type { Language } from '../i18n/language.ts';
import type { UiState, UiStore } from '../stores/ui-store.ts';
import { trayWords } from '../tray/words.ts';
import { tileName } from './tile-name.ts';

/** The toggle of one `data-aisle-compare` element. */
export interface Toggle {
  readonly id: string;
  /** Whether the page has left it where it was put. */
  inPlace(): boolean;
  remove(): void;
}

/** These may hold no button of ours; their toggle comes after them. */
const HOLDS_NONE =
  'a,button,label,summary,select,textarea,input,img,picture,video,audio,iframe,svg,table,tr,tbody,ul,ol,p,h1,h2,h3,h4,h5,h6';

/**
 * A small button in a shadow root of its own that puts the tile's item into the compare tray and takes it out. Plain
 * DOM: a listing has many, and each does one thing.
 */
export function createToggle(tile: Element, id: string, ui: UiStore, { t, locale }: Language, sheet: CSSStyleSheet): Toggle {
  const place = document.createElement('aisle-toggle');
  const root = place.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const button = root.appendChild(document.createElement('button'));
  const words = root.appendChild(document.createElement('span'));
  button.type = 'button';
  place.lang = locale;
  words.className = 'words';
  words.role = 'status';
  const name = tileName(tile);

  const show = ({ compared }: UiState): void => {
    const picked = compared.some((item) => item.id === id);
    const label = picked ? t.item.compared : t.item.compare;
    button.ariaPressed = String(picked);
    button.textContent = label;
    if (name) button.ariaLabel = `${label}: ${name}`;
    if (picked) words.textContent = '';
  };
  const press = (event: Event): void => {
    // A tile is often one large link or opens on click; this press is ours alone.
    event.preventDefault();
    event.stopPropagation();
    ui.getState().toggleCompared({ id, title: name ?? id });
    words.textContent = ui.getState().trayFull ? trayWords(locale).full : '';
  };
  button.addEventListener('click', press);
  show(ui.getState());
  const stop = ui.subscribe(show);

  const outside = tile.matches(HOLDS_NONE);
  if (outside) tile.after(place);
  else tile.append(place);
  return {
    id,
    inPlace: () => (outside ? place.isConnected : place.parentNode === tile),
    remove: () => {
      stop();
      place.remove();
    },
  };
}
