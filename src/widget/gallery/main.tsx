import { createRoot } from 'react-dom/client';
import type { WidgetHost } from '../../protocol/host.ts';
import { languageOf } from '../../protocol/locale.ts';
import { themeVariables } from '../app/theme.ts';
import { createLanguage } from '../i18n/both.ts';
import { LanguageProvider } from '../i18n/language.ts';
import { mount } from '../mount.tsx';
import css from '../widget.css?inline';
import { Cards } from './cards.tsx';
import { type PanelState, panelStates, playState } from './panel.ts';

/** `?state=cards&locale=zh-CN&scheme=dark&accent=%23b3261e&size=130`; without a state: every card. */
const query = new URLSearchParams(location.search);
const locale = query.get('locale') ?? 'en';
const scheme = query.get('scheme') === 'dark' ? 'dark' : 'light';
const theme = {
  scheme,
  ...(query.has('accent') ? { accent: query.get('accent') ?? '' } : {}),
  ...(query.has('size') ? { textSize: Number(query.get('size')) } : {}),
} as const;
const state = panelStates.find((name) => name === query.get('state'));

document.body.style.margin = '0';
document.body.style.background = scheme === 'dark' ? '#0f1011' : '#dfe3e0';
const element = document.body.appendChild(document.createElement('div'));
const root = element.attachShadow({ mode: 'open' });

function showCards(): void {
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
    <LanguageProvider value={createLanguage(locale)}>
      <Cards language={languageOf(locale)} />
    </LanguageProvider>,
  );
}

function showPanel(shown: PanelState): void {
  sessionStorage.clear();
  const options = { site: 'pk_gallery', api: location.origin, locale };
  const host: WidgetHost = { element, root, options, emit: () => true, listens: () => true };
  const { fetch, question } = playState(shown, locale);
  globalThis.fetch = fetch;
  const widget = mount(host);
  widget.call('theme', theme);
  widget.call('open');
  if (question !== undefined) widget.call('ask', question);
}

if (state) showPanel(state);
else showCards();
