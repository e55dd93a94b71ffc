import { html } from './html.ts';

/** The shop's mark: a paper lantern, lit. `public/favicon.svg` is the same drawing. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path d="M16 2v4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><path d="M11 6.5h10M11 24.5h10" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><path class="mark-paper" d="M11.5 8h9c4 3.400 5 5.600 5 7.500s-1 4.100-5 7.500h-9c-4-3.400-5-5.600-5-7.500s1-4.100 5-7.500z"/><path class="mark-rib" d="M12.800 8c-2.300 4.800-2.300 10.200 0 15M19.200 8c2.300 4.800 2.300 10.200 0 15" fill="none" stroke-width="1.300"/><path d="M16 26.500v3.500" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>`;

/** Line drawings of 20 × 20 for controls and lists; their meaning always stands beside them in words. */
export const icon = {
  search: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="9" cy="9" r="5.500"/><path d="m13.200 13.200 4 4"/></svg>`,
  cart: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M4 7h12l-1 9.500H5z"/><path d="M7 9V6a3 3 0 0 1 6 0v3"/></svg>`,
  check: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="m4.500 10.500 3.500 3.500 7.500-8"/></svg>`,
  star: html`<svg class="icon star" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true"><path d="m10 2.500 2.300 4.800 5.200.700-3.800 3.600.900 5.200-4.600-2.500-4.600 2.500.900-5.200L2.500 8l5.200-.700z"/></svg>`,
  play: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M6.500 4.500v11l9-5.500z"/></svg>`,
  shield: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M10 2.500 16 5v4.500c0 3.600-2.500 6.300-6 8-3.500-1.700-6-4.400-6-8V5z"/><path d="m7.200 9.800 2 2 3.600-4"/></svg>`,
  purse: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M3 6.500h14v9.500H3z"/><path d="M3 6.500 13 3.500v3M13 11.200h4"/></svg>`,
  van: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M2 5h10v9H2zM12 8h3.500L18 11v3h-6z"/><circle cx="6" cy="14.500" r="1.700"/><circle cx="15" cy="14.500" r="1.700"/></svg>`,
  key: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="6.500" cy="10" r="3.500"/><path d="M10 10h8M15 10v3M12.500 10v2"/></svg>`,
};
