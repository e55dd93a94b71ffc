import type { Plugin } from 'vite';

/** The element inside the shadow root that carries theme variables and inherited styles. */
export const ROOT_CLASS = '.aisle-root';

/**
 * Rewrites Tailwind 4 output, which is made for a document, for a shadow root on a page that is not ours.
 *
 * 1. Browsers ignore `@property` inside a shadow root, so borders, shadows and transforms vanish. Tailwind also emits
 *    the same initial values as plain declarations behind an `@supports` test for old browsers: that test is opened
 *    and the `@property` rules go. (Declarations rebuilt from `@property` would not do: minified, the initial value of
 *    a length is a bare `0`, which breaks `calc()` and with it every shadow.)
 * 2. `rem` follows the page's `<html>`, which many shops set to 62.5 %; it becomes `px`.
 * 3. Variables on `:root` or `:host` can be overridden by the page; they move to an element inside the root.
 *
 * @throws Error when Tailwind's output no longer has the shape that step 1 relies on.
 */
export function shadowCss(css: string): string {
  const supportsTest = /(@layer properties\s*\{\s*)@supports[^{]*\{/;
  if (css.includes('@property') && !supportsTest.test(css)) {
    throw new Error('Tailwind output changed: initial values are no longer behind @supports in @layer properties');
  }
  return css
    .replace(supportsTest, '$1@media all{')
    .replace(/@property\s+--[\w-]+\s*\{[^}]*\}/g, '')
    .replace(/:root\s*,\s*:host|html\s*,\s*:host/g, ROOT_CLASS)
    .replace(/(?<![\w#-])(-?(?:\d+\.?\d*|\.\d+))rem\b/g, (_, rem: string) => `${+(Number(rem) * 16).toFixed(4)}px`);
}

/** Applies {@link shadowCss} to every stylesheet imported as text. List it after the Tailwind plugin. */
export const shadowCssPlugin = (): Plugin => ({
  name: 'aisle:shadow-css',
  enforce: 'pre', // ahead of vite:css, which would otherwise have turned the sheet into a module
  transform: { filter: { id: /\.css\?inline$/ }, handler: (code) => ({ code: shadowCss(code), map: null }) },
});
