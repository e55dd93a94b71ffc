import { describe, expect, it } from 'vitest';
import { shadowCss } from './shadow-css.ts';

const tailwind = `@layer properties{@supports ((-webkit-hyphens: none)) and (not (margin-trim: inline)){*,:before,:after{--tw-border-style:solid;--tw-shadow:0 0 #0000}}}
:root,:host{--color-line:#ddd}
.border{border-style:var(--tw-border-style);border-width:1px}
.shadow{box-shadow:var(--tw-ring-offset-shadow, 0 0 #0000), var(--tw-shadow)}
.p{padding:.5rem 1.25rem;margin:-1rem;--x1rem:2;content:"#1rem"}
@property --tw-border-style{syntax:"*";inherits:false;initial-value:solid}
@property --tw-shadow{syntax:"*";inherits:false;initial-value:0 0 #0000}`;

describe('a stylesheet for a shadow root', () => {
  const css = shadowCss(tailwind);

  it('states the initial values of borders and shadows itself, since @property does nothing there', () => {
    expect(css).toContain('@layer properties{@media all{*,:before,:after{--tw-border-style:solid;--tw-shadow:0 0 #0000}}}');
    expect(css).not.toContain('@property');
  });
  it('keeps theme variables out of reach of the page', () => {
    expect(css).toContain('.aisle-root{--color-line:#ddd}');
    expect(css).not.toMatch(/:root|:host/);
  });
  it("does not follow the page's font size", () => {
    expect(css).toContain('padding:8px 20px;margin:-16px');
  });
  it('leaves names and strings that only look like a length alone', () => {
    expect(css).toContain('--x1rem:2;content:"#1rem"');
  });
  it('refuses Tailwind output whose initial values it cannot find', () => {
    expect(() => shadowCss('@property --tw-shadow{initial-value:0}')).toThrow('Tailwind output changed');
  });
});
