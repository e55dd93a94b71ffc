/**
 * How far the launcher must move up so that it covers no bar which the shop keeps at the bottom of the window, such as
 * "add to cart" on a phone. One look at what lies under the launcher; call it when the browser is idle.
 * @param host our own element, which is looked through.
 * @returns pixels; 0 when nothing is in the way.
 */
export function barHeight(host: Element): number {
  for (const element of document.elementsFromPoint(innerWidth - 60, innerHeight - 20)) {
    const height = innerHeight - element.getBoundingClientRect().top;
    // What reaches higher is a dialog or a side bar.
    if (element !== host && height < 200 && /fixed|sticky/.test(getComputedStyle(element).position)) return height;
  }
  return 0;
}
