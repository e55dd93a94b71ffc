import { createRoot } from 'react-dom/client';
import type { WidgetHost } from '../../protocol/host.ts';
import { languageOf } from '../../protocol/locale.ts';
import { themeVariables } from '../app/theme.ts';
import { createLanguage } from '../i18n/both.ts';
import { LanguageProvider } from '../i18n/language.ts';
import { mount } from '../mount.tsx';
import { Cards } from './cards.tsx';
import { CHECKED_AT } from './fixtures/parts.ts';
import css from './gallery.css?inline';
import { type PanelState, playState } from './panel.ts';
import { Toolbar } from './toolbar.tsx';
import { readView } from './view.ts';

const view = readView(location.search);
const { locale, scheme } = view;
const theme = { scheme, textSize: view.size, ...(view.accent === null ? {} : { accent: view.accent }) } as const;

document.documentElement.lang = locale;
document.body.style.margin = '0';
document.body.style.background = scheme === 'dark' ? '#0f1011' : '#dfe3e0';

/** Cards, or only the switches where the panel stands beside them. */
function showCards(): void {
  const root = document.body.appendChild(document.createElement('main')).attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const container = root.appendChild(document.createElement('div'));
  container.className = 'aisle-root';
  container.lang = locale;
  container.dataset.scheme = scheme;
  for (const [name, value] of Object.entries(themeVariables(theme, scheme))) container.style.setProperty(name, value);
  container.style.display = 'block';
  createRoot(container).render(
    <LanguageProvider value={createLanguage(locale, () => Date.parse(CHECKED_AT))}>
      {!view.bare && <Toolbar view={view} />}
      {!view.panel && <Cards language={languageOf(locale)} only={view.group} width={view.width} />}
    </LanguageProvider>,
  );
}

function showPanel(shown: PanelState): void {
  sessionStorage.clear();
  const element = document.body.appendChild(document.createElement('div'));
  const options = { site: 'pk_gallery', api: location.origin, locale };
  const host: WidgetHost = { element, root: element.attachShadow({ mode: 'open' }), options, emit: () => true, listens: () => true };
  const { fetch, question } = playState(shown, locale);
  globalThis.fetch = fetch;
  const widget = mount(host);
  widget.call('theme', theme);
  widget.call('open');
  if (question !== undefined) widget.call('ask', question);
}

showCards();
if (view.panel) showPanel(view.panel);
