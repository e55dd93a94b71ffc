import { createRoot } from 'react-dom/client';
import type { MountWidget, WidgetHost } from '../protocol/host.ts';
import { createClient } from './api/client.ts';
import { browserClock } from './api/clock.ts';
import { createHttp } from './api/http.ts';
import { App } from './app/app.tsx';
import { createCalls } from './app/calls.ts';
import { createIdentity } from './app/identity.ts';
import { followPageLife } from './app/page-life.ts';
import { tellShop } from './app/shop-console.ts';
import { createTracker } from './app/tracker.ts';
import { type Widget, WidgetProvider } from './app/widget-context.ts';
import type { PageElements } from './elements/page-elements.tsx';
import { type Language, LanguageProvider, supported } from './i18n/language.ts';
import { expectLanguage, loadLanguage } from './i18n/load.ts';
import { createConversationStore } from './stores/conversation-store.ts';
import { paced } from './stores/frame-queue.ts';
import { createKeep } from './stores/keep.ts';
import type { TabSync } from './stores/tab-sync.ts';
import { createUiStore, type UiStore } from './stores/ui-store.ts';
import css from './widget.css?inline';

const pageLanguage = (): string => document.documentElement.lang || navigator.language;
expectLanguage(pageLanguage());

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

/** Opening and closing, read off the store so that no component has to remember to tell the shop. */
function reportTo(host: WidgetHost, ui: UiStore): () => void {
  return ui.subscribe((now, before) => {
    if (now.open !== before.open) host.emit(now.open ? 'open' : 'close');
  });
}

/**
 * Puts the widget into the loader's shadow root. Nothing is fetched until the panel opens; a panel that stood open on
 * the page before opens again with its conversation.
 */
export const mount: MountWidget = (host) => {
  const { api, site } = host.options;
  const identity = createIdentity(() => host.emit('identify'));
  const locale = supported(host.options.locale ?? pageLanguage());
  const client = createClient(createHttp({ api, site, token: identity.token, fetch: globalThis.fetch.bind(globalThis) }));
  const keep = createKeep(site, () => sessionStorage);
  const ui = createUiStore(keep);
  const tracker = createTracker(client, host.root);
  let mounted = true;
  let training = false;
  let tabs: TabSync | undefined;
  const conversation = createConversationStore({
    client,
    clock: browserClock,
    schedule: paced(100),
    keep,
    tell: (message) => tabs?.tell(message),
    locale,
    page: () => ({ url: location.href.slice(0, 2000), ...ui.getState().page }),
    training: () => training,
    onAsked: (text, page) => {
      host.emit('ask', { text });
      for (const item_id of page?.compare ?? []) tracker.track({ kind: 'compare', item_id });
    },
    onReturned: (text) => {
      if (ui.getState().draft === '') ui.getState().setDraft(text);
    },
    onIdentityNeeded: () => host.emit('identify'),
    onError: (code) => {
      if (code === 'forbidden')
        tellShop(`at ${api} turned this page away; its SITES must list ${location.origin} for the site key "${site}"`);
      host.emit('error', { code });
    },
  });

  const removeStyles = adoptStyles(host.root);
  const container = document.createElement('div');
  container.className = 'aisle-root';
  container.lang = locale;
  container.dir = 'ltr';
  host.root.append(container);

  const reactRoot = createRoot(container);
  let widget: Widget = { host, client, conversation, ui, track: tracker.track, shop: undefined };
  let language: Language | undefined;
  const render = (): void => {
    if (!mounted || !language) return;
    reactRoot.render(
      <LanguageProvider value={language}>
        <WidgetProvider value={widget}>
          <App root={container} />
        </WidgetProvider>
      </LanguageProvider>,
    );
  };
  let words: Promise<Language> | undefined;
  /** The words of the interface, once; where they do not come, the panel does not open, and the next try asks again. */
  const speaking = (): Promise<Language> => {
    words ??= loadLanguage(locale).catch((error: unknown) => {
      words = undefined;
      throw error;
    });
    return words;
  };
  const show = (): void => {
    speaking().then(
      (loaded) => {
        language = loaded;
        render();
      },
      () => {
        host.emit('error', { code: 'load_failed' });
        ui.getState().setOpen(false);
      },
    );
  };
  keepKeysInside(container);
  const stopReports = reportTo(host, ui);
  const joinTabs = (): void => {
    // Loaded when the panel first opens; a shopper with one tab never waits for it.
    import('./stores/tab-sync.ts').then(
      ({ joinTabs }) => {
        if (mounted) tabs ??= joinTabs(site, conversation, keep);
      },
      // Then each tab stands for itself.
      () => undefined,
    );
  };
  const leaveTabs = (): void => {
    tabs?.close();
    tabs = undefined;
  };
  const stopFollowing = followPageLife({ conversation, ui, joinTabs, leaveTabs });

  let elements: Promise<PageElements> | undefined;
  const scan = (): void => {
    elements ??= Promise.all([import('./elements/page-elements.tsx'), speaking()]).then(([{ startPageElements }, loaded]) =>
      startPageElements(widget, loaded),
    );
    elements.then(
      (page) => mounted && page.scan(),
      () => {
        elements = undefined; // the next change of the page tries again
      },
    );
  };

  let started = false;
  /** First time the panel is seen: who the shop is, and what was said before. */
  const start = (): void => {
    if (!mounted || !ui.getState().open) return;
    show();
    if (started) return;
    started = true;
    void conversation.getState().restore();
    joinTabs();
    client.shop(locale).then(
      (shop) => {
        widget = { ...widget, shop };
        render();
      },
      // A shop without a profile is greeted for in our own words.
      () => undefined,
    );
  };
  const stopStarting = ui.subscribe((now, before) => now.open !== before.open && start());
  // After the calls that waited for us: whose conversation it is must be known before it is read.
  setTimeout(start);
  return {
    call: createCalls({
      client,
      conversation,
      ui,
      keep,
      tracker,
      locale,
      host,
      allowTraining: (allowed) => {
        training = allowed;
      },
      identify: (given) => {
        identity.set(given);
        if (given === undefined) conversation.getState().startOver();
        else conversation.getState().identified();
      },
    }),
    scan,
    unmount: () => {
      mounted = false;
      elements?.then((page) => page.dispose());
      identity.dispose();
      stopStarting();
      stopReports();
      stopFollowing();
      conversation.getState().dispose();
      leaveTabs();
      tracker.consent(false);
      reactRoot.unmount();
      container.remove();
      removeStyles();
    },
  };
};
