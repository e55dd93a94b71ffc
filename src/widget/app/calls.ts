import type { AisleCall, AisleCalls, WidgetHost } from '../../protocol/host.ts';
import type { Client } from '../api/client.ts';
import type { ConversationStore } from '../stores/conversation-store.ts';
import type { Keep } from '../stores/keep.ts';
import type { UiStore } from '../stores/ui-store.ts';
import { callFault } from './call-fault.ts';
import { tellShop } from './shop-console.ts';
import type { Tracker } from './tracker.ts';

interface CallDeps {
  readonly client: Client;
  readonly conversation: ConversationStore;
  readonly ui: UiStore;
  readonly keep: Keep;
  readonly tracker: Tracker;
  readonly locale: string;
  readonly host: WidgetHost;
  /** Whether what is asked from now on may train models. */
  allowTraining(training: boolean): void;
  /** @param token undefined once the shopper has signed out. */
  identify(token: string | undefined): void;
}

type Calls = { readonly [K in keyof AisleCalls]: (...args: AisleCalls[K]) => void };

/** Carries out the shop's calls; one that cannot be is told and left. `on` is the loader's own and does nothing here. */
export function createCalls({
  client,
  conversation,
  ui,
  keep,
  tracker,
  locale,
  host,
  allowTraining,
  identify,
}: CallDeps): (...call: AisleCall) => void {
  const open = (): void => {
    keep.allow();
    ui.getState().setOpen(true);
  };
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
      import('../tray/compare-call.ts').then(
        ({ compareCall }) => compareCall(ids, locale, client, conversation),
        () => host.emit('error', { code: 'load_failed' }),
      );
    },
    page: (context) => ui.getState().setPage(context),
    identify: (identity) => identify(identity?.token),
    theme: (tokens) => {
      ui.getState().setTheme(tokens);
      // Only words for the console: the theme holds without them.
      import('./theme-check.ts').then(({ remarkOn }) => remarkOn(tokens)).catch(() => undefined);
    },
    consent: ({ storage, analytics, training }) => {
      if (storage !== undefined) keep.consent(storage);
      if (analytics !== undefined) tracker.consent(analytics);
      if (training !== undefined) allowTraining(training);
    },
    on: () => undefined,
    // Everything is undone, what was stored for later pages too.
    shutdown: () => keep.consent(false),
  };
  return (name, ...args) => {
    const fault = callFault(name, args[0], Object.keys(calls));
    if (fault !== undefined) {
      tellShop(`call '${name}' ${fault}`);
      host.emit('error', { code: 'invalid_call' });
      return;
    }
    // The tuple pairs each name with its arguments; the compiler cannot follow the pair through the table.
    (calls[name] as (...given: unknown[]) => void)(...args);
  };
}
