/** How long before its end a token is asked for anew: a request that is under way must not be refused. */
const EARLY_MS = 60_000;
/** The longest a browser's timer can count. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Calls `onNeeded` a minute before a JWT ends, or at once where that is past. One that does not say when it ends is
 * never asked for here: the BFF's refusal is the first word of it.
 * @returns how to stop waiting.
 */
export function beforeEnd(token: string, onNeeded: () => void): () => void {
  const left = endOf(token) - Date.now() - EARLY_MS;
  const timer = left < LONGEST_MS ? setTimeout(onNeeded, left) : undefined;
  return () => clearTimeout(timer);
}

/** Milliseconds since 1970. Only `exp` is read, and nothing is believed: the BFF checks the token. */
function endOf(token: string): number {
  try {
    const { exp } = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as { exp?: unknown };
    return Number(exp) * 1000 || Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
