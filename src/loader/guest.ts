import type { AisleCall, AisleOptions, MountedWidget, MountWidget, WidgetHost } from '../protocol/host.ts';
import { createHostElement } from './host-element.ts';
import { createLauncher } from './launcher.ts';
import { barHeight } from './sticky-bars.ts';
import { wasOpen } from './was-open.ts';
import { loadWidget } from './widget-files.ts';

/**
 * Puts the launcher on the page and answers the shop's calls.
 * @param base where our files are, ending in a slash.
 * @param forget gives `window.Aisle` back; part of a shutdown.
 * @returns one function for every call; it never throws.
 */
export function startGuest(options: AisleOptions, base: string, forget: () => void): (...call: AisleCall) => void {
  type Files = { readonly mount: MountWidget };
  const element = createHostElement();
  const root = element.attachShadow({ mode: 'open' });
  const { button, show, theme } = createLauncher(root, /^zh/i.test(options.locale || document.documentElement.lang));
  const listening = new AbortController();
  const { signal } = listening;
  /** Events that the shop listens to, one name after the other; none is part of another. */
  let heard = '';
  let files: Promise<Files | undefined> | undefined;
  let arrived: (files: Files) => void;

  const emit: WidgetHost['emit'] = (name, detail?: unknown) => {
    if (name === 'open') show(name);
    if (name === 'close') {
      show();
      if (root.activeElement) button.focus();
    }
    // `item-click` and `add-to-cart`, the two that the shop may take over, are the two with a hyphen.
    const cancelable = /-/.test(name);
    return element.dispatchEvent(new CustomEvent(`aisle:${name}`, { detail, bubbles: true, composed: true, cancelable }));
  };

  /** Mounted once, when the files have arrived; calls wait on it in their order. */
  const widget = new Promise<Files>((resolve) => {
    arrived = resolve;
  }).then(({ mount }) => {
    show();
    return mount({ element, root, options, emit, listens: (name) => heard.includes(name) });
  });
  /** A mistake of ours becomes an event, never an exception in the shop's own code. */
  const fail = (): unknown => emit('error', { code: 'internal' });
  const tell = (message: (widget: MountedWidget) => void): unknown => widget.then(message).catch(fail);

  const prefetch = (): NonNullable<typeof files> => {
    files ||= loadWidget(base).catch(() => {
      files = undefined; // the next intent tries again
      return files;
    });
    return files;
  };
  const open = (): unknown =>
    prefetch().then((files) => {
      if (files) arrived(files);
      else {
        show('failed');
        emit('error', { code: 'load_failed' });
      }
    });

  const answer = (...call: AisleCall): void => {
    const [name, first] = call;
    if (name === 'on') {
      heard += first;
      element.addEventListener(`aisle:${first}`, call[2] as (event: Event) => void);
    } else if (name === 'shutdown') {
      listening.abort();
      element.remove();
      forget();
      tell((widget) => widget.unmount());
    } else {
      if (name === 'theme') theme(first);
      if (/open|ask|compare/.test(name)) open();
      tell((widget) => widget.call(...call));
    }
  };

  const attach = (): unknown => signal.aborted || document.body.appendChild(element);
  /** For comforts only: where the page forbids one, the shopper loses nothing that was asked for. */
  const whenIdle = (comfort: () => void): unknown =>
    (window.requestIdleCallback || setTimeout)(() => {
      try {
        comfort();
      } catch {}
    });
  const makeRoom = (): unknown =>
    whenIdle(() => {
      button.style.translate = `0 -${barHeight(element)}px`;
    });

  button.onpointerenter = button.onfocus = prefetch;
  button.onclick = () => answer('open');
  addEventListener('resize', makeRoom, { signal });
  addEventListener('scrollend', makeRoom, { signal });
  // A page that replaced its body gets the same element again, conversation and all.
  element.removed = () => setTimeout(attach);
  /** After the queue was answered, so that whoever waits for it there hears it, and before anything else happens. */
  const begin = (): void => {
    attach();
    setTimeout(() => emit('ready'));
  };
  if (document.body) begin();
  else addEventListener('DOMContentLoaded', begin, { signal });
  makeRoom();
  whenIdle(() => {
    // Fetched already: it was asked for here, and what the page before left open says nothing new.
    if (!files && wasOpen(options.site)) {
      open();
      tell(() => emit('open'));
    }
  });

  return (...call) => {
    try {
      answer(...call);
    } catch {
      fail();
    }
  };
}
