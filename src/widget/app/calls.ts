import type { AisleCall, AisleCalls, WidgetHost } from '../../protocol/host.ts';
import type { Client } from '../api/client.ts';
import type { Language } from '../i18n/language.ts';
import type { ConversationStore } from '../stores/conversation-store.ts';
import type { Keep } from '../stores/keep.ts';
import type { UiStore } from '../stores/ui-store.ts';
import type { Tracker } from './tracker.ts';

interface CallDeps {
  readonly client: Client;
  readonly conversation: ConversationStore;
  readonly ui: UiStore;
  readonly keep: Keep;
  readonly tracker: Tracker;
  /** The words of the interface; rejects where they do not come. */
  speaking(): Promise<Language>;
  readonly host: WidgetHost;
  /** @param token undefined once the shopper has signed out. */
  identify(token: string | undefined): void;
}

type Calls = { readonly [K in keyof AisleCalls]: (...args: AisleCalls[K]) => void };

/** Carries out the shop's calls. `on` is the loader's own and does nothing here. */
export function createCalls({ client, conversation, ui, keep, tracker, speaking, host, identify }: CallDeps): (...call: AisleCall) => void {
  const open = (): void => {
    keep.allow();
    ui.getState().setOpen(true);
  };
  /** The question names titles, not ids; where they cannot be read the comparison itself will say so. */
  async function compare(ids: readonly string[]): Promise<void> {
    const { t, locale } = await speaking();
    const titles = await import('../queries/titles.ts').then(
      ({ titlesOf }) => titlesOf(client, ids, locale),
      () => ids,
    );
    conversation.getState().ask(t.compare.question(titles.join(t.separator)), { compare: [...ids] });
  }
  const calls: Calls = {
    open,
    close: () => ui.getState().setOpen(false),
    ask: (text) => {
      open();
      conversation.getState().ask(text);
    },
    compare: (ids) => {
      open();
      if (ids.length < 2) return;
      host.emit('compare', { ids });
      // Where the words do not come, the panel says so by not opening.
      compare(ids).catch(() => undefined);
    },
    page: (context) => ui.getState().setPage(context),
    identify: (identity) => identify(identity?.token),
    theme: (tokens) => {
      ui.getState().setTheme(tokens);
      // Only words for the console: the theme holds without them.
      import('./theme-check.ts').then(({ remarkOn }) => remarkOn(tokens)).catch(() => undefined);
    },
    consent: ({ storage, analytics }) => {
      if (storage !== undefined) keep.consent(storage);
      if (analytics !== undefined) tracker.consent(analytics);
    },
    on: () => undefined,
    // Everything is undone, what was stored for later pages too.
    shutdown: () => keep.consent(false),
  };
  return (name, ...args) => {
    // The tuple pairs each name with its arguments; the compiler cannot follow the pair through the table.
    (calls[name] as (...given: unknown[]) => void)(...args);
  };
}
