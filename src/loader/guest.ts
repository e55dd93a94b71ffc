import type { AisleCall, AisleOptions, MountedWidget, MountWidget, WidgetHost } from '../protocol/host.ts';
import { createLauncher } from './launcher.ts';
import { elementsAreNear, WATCHED } from './page-elements.ts';
import { barHeight } from './sticky-bars.ts';
import { wasOpen } from './was-open.ts';
import { loadWidget } from './widget-files.ts';

/** A page that is never idle, or draws nothing more, is looked at all the same. */
const SOON = { timeout: 500 };

/**
 * Puts the launcher on the page and answers the shop's calls.
 * @param base where our files are, ending in a slash.
 * @param forget gives `window.Aisle` back; part of a shutdown.
 * @returns one function for every call; it never throws.
 */
export function startGuest(options: AisleOptions, base: string, forget: () => void): (...call: AisleCall) => void {
  type Files = { readonly mount: MountWidget };
  // Never defined: a name with a hyphen may have a shadow root, and the platform could not take a definition back.
  const element = document.createElement('aisle-copilot');
  const root = element.attachShadow({ mode: 'open' });
  const { button, show, theme } = createLauncher(root, /^zh/i.test(options.locale || document.documentElement.lang));
  /** Events that the shop listens to, one name after the other; none is part of another. */
  let heard = '';
  let files: Promise<Files | undefined> | undefined;
  let arrived: (files: Files) => void;
  let announced = 0;
  let looking: unknown; // handle of the look to come
  /** Once such elements were near, the widget is told of every change: the last one may have gone. */
  let near = false;
  let gone = false;

  const emit: WidgetHost['emit'] = (name, detail?: unknown) => {
    if (name === 'open') show('none');
    if (name === 'close') {
      show();
      if (root.activeElement) button.focus();
    }
    return element.dispatchEvent(
      new CustomEvent(`aisle:${name}`, {
        detail,
        bubbles: true,
        composed: true,
        // What the shop may take over: `item-click` and `add-to-cart`, the two with a hyphen, and `handoff`.
        cancelable: /-|ff/.test(name),
      }),
    );
  };

  /** Mounted once, when the files have arrived; calls wait on it in their order. */
  const widget = new Promise<Files>((resolve) => {
    arrived = resolve;
  }).then(({ mount }) => {
    show();
    return mount({ element, root, options, emit, listens: (name) => heard.includes(name) });
  });
  /** A mistake of ours becomes an event, never an exception in the shop's own code. */
  const fail = (_: unknown, code = 'internal'): unknown => emit('error', { code });
  const tell = (message: (widget: MountedWidget) => void): unknown => widget.then(message).catch(fail);

  const prefetch = (): NonNullable<typeof files> => {
    files ||= loadWidget(base).catch((): undefined => {
      files = undefined; // the next intent tries again
    });
    return files;
  };
  const load = (): unknown =>
    prefetch().then((files) => {
      if (files) arrived(files);
      else {
        show('', '↻ ');
        fail(0, 'load_failed');
      }
    });

  const answer = (...call: AisleCall): void => {
    const [name, first] = call;
    if (name === 'on') {
      heard += first;
      element.addEventListener(`aisle:${first}`, call[2] as (event: Event) => void);
    } else if (name === 'shutdown') {
      gone = true;
      observer.disconnect();
      removeEventListener('resize', look);
      removeEventListener('scrollend', look);
      element.remove();
      forget();
      tell((widget) => widget.unmount());
    }
    if (name === 'theme') theme(first);
    if (/open|ask|compare/.test(name)) load();
    tell((widget) => widget.call(...call));
  };

  /** Also for a page that replaced its body: it gets the same element again, conversation and all. */
  const attach = (): void => {
    if (!element.isConnected && document.body) {
      document.body.appendChild(element);
      // After the queue was answered, so that whoever waits for it there hears it, and before anything else happens.
      if (!announced) announced = setTimeout(emit, 0, 'ready');
    }
  };
  /** One look at what has changed on the page, however much did, when the browser has nothing better to do. */
  const look = (): void => {
    if (looking) return;
    looking = (window.requestIdleCallback || setTimeout)(() => {
      looking = 0;
      // Comforts: where the page forbids one, the shopper loses nothing that was asked for.
      try {
        if (gone) return;
        attach();
        button.style.translate = `0 -${barHeight(element)}px`;
        near ||= elementsAreNear();
        if (near) {
          load();
          tell((widget) => widget.scan());
        }
        // Fetched already: it was asked for here, and what the page before left open says nothing new.
        if (!files && wasOpen(options.site)) {
          load();
          tell(() => emit('open'));
        }
      } catch {}
    }, SOON);
  };
  const observer = new MutationObserver(look);

  button.onpointerenter = button.onfocus = prefetch;
  button.onclick = () => answer('open');
  addEventListener('resize', look);
  addEventListener('scrollend', look);
  observer.observe(document, WATCHED);
  attach();
  look();

  return (...call) => {
    try {
      answer(...call);
    } catch (error) {
      fail(error);
    }
  };
}
