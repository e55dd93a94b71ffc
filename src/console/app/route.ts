import { useSyncExternalStore } from 'react';

/** A view of the console. Each has an address, so that it can be shared. */
export type Route =
  | { readonly view: 'runs'; readonly query: URLSearchParams }
  | { readonly view: 'run'; readonly id: string }
  | { readonly view: 'compare'; readonly a: string; readonly b: string }
  | { readonly view: 'insights'; readonly query: URLSearchParams }
  | { readonly view: 'unknown' };

const ROOT = '/console';

/** Reads an address; what names no view is `unknown`. */
export function routeOf(path: string, search: string): Route {
  const query = new URLSearchParams(search);
  const [view, id, ...rest] = path.slice(ROOT.length).split('/').filter(Boolean);
  if (view === undefined) return { view: 'runs', query };
  if (view === 'runs' && id !== undefined && rest.length === 0) {
    try {
      return { view: 'run', id: decodeURIComponent(id) };
    } catch {
      return { view: 'unknown' };
    }
  }
  if (view === 'compare' && id === undefined) return { view: 'compare', a: query.get('a') ?? '', b: query.get('b') ?? '' };
  if (view === 'insights' && id === undefined) return { view: 'insights', query };
  return { view: 'unknown' };
}

const withQuery = (path: string, query: URLSearchParams): string => (query.size > 0 ? `${path}?${query}` : path);

/** Addresses of the views. */
export const hrefs = {
  runs: (query: Readonly<Record<string, string>> | URLSearchParams = {}): string => withQuery(ROOT, new URLSearchParams(query)),
  run: (id: string): string => `${ROOT}/runs/${encodeURIComponent(id)}`,
  compare: (a: string, b: string): string => withQuery(`${ROOT}/compare`, new URLSearchParams({ a, b })),
  insights: (query: Readonly<Record<string, string>> | URLSearchParams = {}): string =>
    withQuery(`${ROOT}/insights`, new URLSearchParams(query)),
};

const MOVED = 'console:moved';

/** Goes to an address of the console. @param replace instead of adding a step to go back to. */
export function navigate(href: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  dispatchEvent(new Event(MOVED));
}

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener(MOVED, changed);
  };
}

/** The present address; changes with it. */
export function useAddress(): string {
  return useSyncExternalStore(subscribe, () => location.pathname + location.search);
}
