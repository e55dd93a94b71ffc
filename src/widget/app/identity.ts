/** The shopper's token as the shop gave it. */
export interface Identity {
  token(): string | undefined;
  /** @param token undefined once the shopper has signed out. */
  set(token: string | undefined): void;
  dispose(): void;
}

/** @param onNeeded the token is about to end; called once for each. */
export function createIdentity(onNeeded: () => void): Identity {
  let token: string | undefined;
  let stop: (() => void) | undefined;
  const set = (given: string | undefined): void => {
    stop?.();
    stop = undefined;
    token = given;
    if (given === undefined) return;
    import('./token-end.ts').then(
      ({ beforeEnd }) => {
        if (token === given) stop ??= beforeEnd(given, onNeeded);
      },
      // Then the BFF's refusal asks for the next one.
      () => undefined,
    );
  };
  return { token: () => token, set, dispose: () => set(undefined) };
}
