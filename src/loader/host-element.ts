const NAME = 'aisle-copilot';

/** `<aisle-copilot>`: an empty element on the shop's page; everything of ours is in its shadow root. */
export interface HostElement extends HTMLElement {
  /** Called when the page takes the element out, as single-page shops do that replace `body`. */
  removed?: () => void;
}

/**
 * Makes the element, not yet on the page. The definition outlives a shutdown (the platform cannot take it
 * back), so it holds no state and a second start uses it again.
 */
export function createHostElement(): HostElement {
  if (!customElements.get(NAME)) {
    customElements.define(
      NAME,
      class extends HTMLElement implements HostElement {
        declare removed?: () => void;
        disconnectedCallback(): void {
          this.removed?.();
        }
      },
    );
  }
  return document.createElement(NAME);
}
