/**
 * Whether the panel stood open when the shopper left the last page of this tab. The widget writes the record
 * (`src/widget/stores/keep.ts`); the loader only looks, so nothing is stored before the shopper's first action.
 * @param site the site key, part of the record's name.
 * @throws DOMException where the page or the browser blocks storage.
 */
export function wasOpen(site: string): boolean {
  // A look at the text spares the loader a parser; "open" is the record's own flag and no name inside a string.
  return /"open":true/.test(sessionStorage[`aisle:${site}`]);
}
