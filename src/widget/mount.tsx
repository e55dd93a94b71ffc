import { createRoot } from 'react-dom/client';
import type { MountWidget, WidgetHost } from '../protocol/host.ts';
import { createClient } from './api/client.ts';
import { browserClock } from './api/clock.ts';
import { createHttp } from './api/http.ts';
import { App } from './app/app.tsx';
import { createCalls } from './app/calls.ts';
import { type Widget, WidgetProvider } from './app/widget-context.ts';
import { createLanguage, LanguageProvider } from './i18n/language.ts';
import { createConversationStore } from './stores/conversation-store.ts';
import { beforePaint } from './stores/frame-queue.ts';
import { createKeep } from './stores/keep.ts';
import { createUiStore } from './stores/ui-store.ts';
import css from './widget.css?inline';

/** Adds our sheet beside the loader's. @returns its undo. */
function adoptStyles(root: ShadowRoot): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** The host page's hotkeys ("/" for search) must not hear what is typed in our fields. */
function keepKeysInside(container: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    container.addEventListener(type, (event) => {
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea')) event.stopPropagation();
    });
}

/** Events the shop may listen to, read off the stores so that no component has to remember to send them. */
function reportTo(host: WidgetHost, { ui, conversation }: Widget): () => void {
  const undo = [
    ui.subscribe((now, before) => {
      if (now.open !== before.open) host.emit(now.open ? 'open' : 'close');
    }),
    conversation.subscribe((now, before) => {
      const [last, previous] = [now, before].map((state) => state.conversation.messages.findLast((message) => message.role === 'shopper'));
      if (!last || last === previous || now.conversation.messages.length <= before.conversation.messages.length) return;
      host.emit('ask', { text: last.text });
    }),
  ];
  return () => {
    for (const one of undo) one();
  };
}

/**
 * Puts the widget into the loader's shadow root. Nothing is fetched until the panel opens; a panel that stood open on
 * the page before opens again with its conversation.
 */
export const mount: MountWidget = (host) => {
  const { api, site } = host.options;
  let token: string | undefined;
  const language = createLanguage(host.options.locale ?? (document.documentElement.lang || navigator.language));
  const client = createClient(createHttp({ api, site, token: () => token, fetch: globalThis.fetch.bind(globalThis) }));
  const keep = createKeep(site, () => sessionStorage);
  const ui = createUiStore(keep);
  const conversation = createConversationStore({
    client,
    clock: browserClock,
    schedule: beforePaint,
    keep,
    locale: language.locale,
    page: () => ({ url: location.href.slice(0, 2000), ...ui.getState().page }),
    onIdentityNeeded: () => host.emit('identify'),
    onError: (code) => host.emit('error', { code }),
  });

  const removeStyles = adoptStyles(host.root);
  const container = document.createElement('div');
  container.className = 'aisle-root';
  container.lang = language.locale;
  container.dir = 'ltr';
  host.root.append(container);

  const reactRoot = createRoot(container);
  let widget: Widget = { host, client, conversation, ui, shop: undefined };
  const render = (): void =>
    reactRoot.render(
      <LanguageProvider value={language}>
        <WidgetProvider value={widget}>
          <App root={container} />
        </WidgetProvider>
      </LanguageProvider>,
    );
  keepKeysInside(container);
  const stopReports = reportTo(host, widget);

  let mounted = true;
  let started = false;
  /** First time the panel is seen: who the shop is, and what was said before. */
  const start = (): void => {
    if (!mounted || started || !ui.getState().open) return;
    started = true;
    void conversation.getState().restore();
    client.shop(language.locale).then(
      (shop) => {
        widget = { ...widget, shop };
        if (mounted) render();
      },
      // A shop without a profile is greeted for in our own words.
      () => undefined,
    );
  };
  const stopStarting = ui.subscribe((now, before) => now.open !== before.open && start());
  // After the calls that waited for us: whose conversation it is must be known before it is read.
  setTimeout(start);
  render();
  return {
    call: createCalls({
      client,
      conversation,
      ui,
      keep,
      language,
      identify: (given) => {
        token = given;
        if (given === undefined) conversation.getState().startOver();
      },
    }),
    unmount: () => {
      mounted = false;
      stopStarting();
      stopReports();
      conversation.getState().dispose();
      reactRoot.unmount();
      container.remove();
      removeStyles();
    },
  };
};
