/** What a shop may put on its pages beside the launcher: a comparison, and a toggle for a tile. */
const SELECTOR = 'aisle-compare,[data-aisle-compare]';

/** Changes of the page that may bring such elements, alter them, or take ours away. */
export const WATCHED: MutationObserverInit = { childList: true, subtree: true, attributeFilter: ['data-aisle-compare', 'items'] };

/** Whether one of them stands above the end of the next window's height: that counts as intent. */
export const elementsAreNear = (): boolean =>
  [...document.querySelectorAll(SELECTOR)].some((element) => element.getBoundingClientRect().top < innerHeight * 2);
