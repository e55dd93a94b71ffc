import { html } from './html.ts';
import { infoTexts } from './info-texts.ts';
import type { Page, PageContext } from './page.ts';

/** A page of plain words: help or privacy. */
export function infoPage(topic: 'help' | 'privacy', { visitor, contact }: PageContext): Page {
  const { title, lead, sections } = infoTexts[visitor.language][topic];
  return {
    title,
    description: lead,
    styles: [],
    main: html`<article class="wrap section prose">
        <h1>${title}</h1>
        <p class="lead">${lead}</p>
        ${sections.map(({ id, heading, paragraphs }) => html`<h2 id="${id}">${heading}</h2>${paragraphs.map((text) => html`<p>${text}</p>`)}`)}
        ${topic === 'privacy' && contact && html`<p><a href="${contact}">${contact.replace(/^mailto:/, '')}</a></p>`}
      </article>`,
  };
}

/** For an address that leads nowhere. */
export function notFoundPage({ words }: PageContext): Page {
  return {
    title: words.site.notFound,
    status: 404,
    styles: [],
    main: html`<div class="wrap section prose">
        <h1>${words.site.notFound}</h1>
        <p>${words.site.notFoundText}</p>
        <p><a class="button" href="/">${words.site.backHome}</a></p>
      </div>`,
  };
}
