import { type RefObject, useLayoutEffect } from 'react';
import css from './compare.css?inline';

let sheet: CSSStyleSheet | undefined;

/** Our sheet once for all tables of a page; made when the first one shows. */
function tableSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

/** Adopts the table's styles into the tree the element stands in; they stay, as the next table there needs them too. */
export function useSheet(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const tree = element.current?.getRootNode();
    if (!(tree instanceof ShadowRoot || tree instanceof Document)) return;
    const own = tableSheet();
    if (!tree.adoptedStyleSheets.includes(own)) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, own];
  }, [element]);
}
