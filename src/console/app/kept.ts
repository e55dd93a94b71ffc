/** A reader's own choice, kept in this browser; where nothing can be kept, for as long as the page lives. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it is chosen again next time.
  }
}
