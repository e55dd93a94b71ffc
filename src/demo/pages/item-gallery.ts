import type { Item, Media } from '../../protocol/item.ts';
import { type Child, html } from './html.ts';
import { icon } from './marks.ts';
import type { PageContext } from './page.ts';

/** Pictures and film side by side in a strip that scrolls; the small ones under it lead to each. */
export function gallery({ media = [], title }: Item, context: PageContext): Child {
  const { words } = context;
  if (media.length === 0) return html`<div class="gallery"><div class="no-picture"></div></div>`;
  return html`<div class="gallery">
      <ul class="views" tabindex="0" aria-label="${words.item.pictures}">${media.map(
        (each, n) => html`<li id="view-${n + 1}">${each.type === 'video' ? film(each, title, context) : view(each, n)}</li>`,
      )}</ul>
      ${media.length > 1 && html`<ul class="thumbs">${media.map((each, n) => html`<li>${thumb(each, n, context)}</li>`)}</ul>`}
    </div>`;
}

function view({ url, alt_text, width = 800, height = 600 }: Media, n: number): Child {
  return html`<img class="picture" src="${url}" alt="${alt_text ?? ''}" width="${width}" height="${height}"${n > 0 ? html` loading="lazy"` : html` fetchpriority="high"`} decoding="async">`;
}

function film({ url, poster, captions, alt_text }: Media, title: string, { words, visitor }: PageContext): Child {
  return html`<video class="picture" controls preload="none" playsinline width="800" height="600" poster="${poster}" aria-label="${alt_text ?? title}"><source src="${url}" type="video/webm">${
    captions && html`<track kind="captions" src="${captions}" srclang="${visitor.locale}" label="${words.item.captions}" default>`
  }</video>`;
}

function thumb({ type, url, poster, duration_s }: Media, n: number, { words }: PageContext): Child {
  const label = type === 'video' ? words.item.minutes(clock(duration_s ?? 0)) : words.item.picture(n + 1);
  return html`<a href="#view-${n + 1}" aria-label="${label}"><img class="picture" src="${type === 'video' ? poster : url}" alt="" width="800" height="600" loading="lazy" decoding="async">${type === 'video' && html`<span class="thumb-film">${icon.play}${clock(duration_s ?? 0)}</span>`}</a>`;
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;
