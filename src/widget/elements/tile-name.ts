/** Where a tile of a shop says what it shows, the most certain first. */
const NAMES = '[itemprop="name"],h1,h2,h3,h4,h5,h6,[role="heading"]';
const LONGEST = 120;

/**
 * What the item in a tile is called, read off the shop's own page: for the toggle's name, and for the tray until the
 * catalogue has been asked. Only ever shown as text.
 * @returns undefined when the tile does not say.
 */
export function tileName(tile: Element): string | undefined {
  const texts = [
    tile.querySelector(NAMES)?.textContent,
    tile.querySelector('img[alt]')?.getAttribute('alt'),
    tile.getAttribute('aria-label'),
    tile.querySelector('a[href]')?.textContent,
  ];
  const name = texts.map((text) => (text ?? '').replace(/\s+/g, ' ').trim()).find((text) => text !== '');
  return name?.slice(0, LONGEST);
}
