/** Whether somebody is signed in, and if not, why. */
export type SessionState =
  | { readonly token: string; readonly refused?: undefined }
  /** `refused`: the server did not take the token that was shown. */
  | { readonly token?: undefined; readonly refused: boolean };

/** The operators' token, kept in this tab until it is closed. */
export interface Session {
  state(): SessionState;
  subscribe(changed: () => void): () => void;
  open(token: string): void;
  /** Forgets the token. */
  close(refused?: boolean): void;
}

const KEY = 'aisle-console-token';

/** @param storage throws where the browser keeps nothing; the token then lasts as long as the page. */
export function createSession(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Session {
  const listeners = new Set<() => void>();
  const keep = (token: string | undefined): void => {
    try {
      if (token === undefined) storage().removeItem(KEY);
      else storage().setItem(KEY, token);
    } catch {
      // Then it is asked for again after a reload.
    }
  };
  const kept = (): SessionState => {
    try {
      const token = storage().getItem(KEY);
      return token ? { token } : { refused: false };
    } catch {
      return { refused: false };
    }
  };
  let now = kept();
  const become = (next: SessionState): void => {
    now = next;
    keep(next.token);
    for (const listener of listeners) listener();
  };
  return {
    state: () => now,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    open: (token) => become({ token }),
    close: (refused = false) => become({ refused }),
  };
}
