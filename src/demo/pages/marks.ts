import { html } from './html.ts';

/** The shop's mark: a paper lantern, lit. `public/favicon.svg` is the same drawing. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path d="M16 2v4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><path d="M11 6.5h10M11 24.5h10" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><path class="mark-paper" d="M11.5 8h9c4 3.4 5 5.6 5 7.5s-1 4.1-5 7.5h-9c-4-3.4-5-5.6-5-7.5s1-4.1 5-7.5z"/><path class="mark-rib" d="M12.8 8c-2.3 4.8-2.3 10.2 0 15M19.2 8c2.3 4.8 2.3 10.2 0 15" fill="none" stroke-width="1.3"/><path d="M16 26.5v3.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>`;

/** Line drawings of 20 × 20 for controls and lists; their meaning always stands beside them in words. */
export const icon = {
  search: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4 4"/></svg>`,
  cart: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M4 7h12l-1 9.5H5z"/><path d="M7 9V6a3 3 0 0 1 6 0v3"/></svg>`,
  person: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="10" cy="6.5" r="3.2"/><path d="M3.8 16.5c.8-3 3.2-4.6 6.2-4.6s5.4 1.6 6.2 4.6"/></svg>`,
  check: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="m4.5 10.5 3.5 3.5 7.5-8"/></svg>`,
  star: html`<svg class="icon star" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true"><path d="m10 2.5 2.3 4.8 5.2.7-3.8 3.6.9 5.2-4.6-2.5-4.6 2.5.9-5.2L2.5 8l5.2-.7z"/></svg>`,
  play: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M6.5 4.5v11l9-5.5z"/></svg>`,
  shield: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M10 2.5 16 5v4.5c0 3.6-2.5 6.3-6 8-3.5-1.7-6-4.4-6-8V5z"/><path d="m7.2 9.8 2 2 3.6-4"/></svg>`,
  purse: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M3 6.5h14v9.5H3z"/><path d="M3 6.5 13 3.5v3M13 11.2h4"/></svg>`,
  van: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M2 5h10v9H2zM12 8h3.5L18 11v3h-6z"/><circle cx="6" cy="14.5" r="1.7"/><circle cx="15" cy="14.5" r="1.7"/></svg>`,
  key: html`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="6.5" cy="10" r="3.5"/><path d="M10 10h8M15 10v3M12.5 10v2"/></svg>`,
};
