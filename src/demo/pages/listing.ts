import { type Child, html } from './html.ts';
import type { Page, PageContext } from './page.ts';
import type { Filter } from './shelf.ts';
import { comparableTiles } from './tile.ts';

const PAGE_SIZE = 24;

/** What a listing's address asks for; null when it asks for nothing, which is the home page. */
export function listingOf(query: URLSearchParams): (Filter & { readonly page: number }) | null {
  const deal = query.get('deal');
  const type = query.get('type');
  const page = Math.trunc(Number(query.get('page'))) || 1;
  if (!['q', 'type', 'deal', 'page'].some((name) => query.has(name))) return null;
  return {
    words: (query.get('q') ?? '').trim().slice(0, 80),
    ...(type ? { type } : {}),
    ...(deal === 'rent' || deal === 'buy' ? { deal } : {}),
    page: Math.max(1, page),
  };
}

/** Items by words, type and deal, a page at a time. */
export function listingPage({ page: asked, ...filter }: Filter & { readonly page: number }, context: PageContext): Page {
  const { words, shelf } = context;
  const found = shelf.list(filter);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(asked, pages);
  const type = shelf.types.find(({ slug }) => slug === filter.type);
  const name = filter.words ? words.list.results(filter.words) : (type?.name ?? words.list.everything);
  return {
    title: name,
    styles: ['grid', 'home'],
    searched: filter.words,
    main: html`<div class="wrap section listing">
        <div class="listing-head"><h1>${name}</h1><p>${words.list.found(found.length)}</p></div>
        ${filters(filter, context)}
        ${
          found.length > 0
            ? html`<h2 class="hidden">${words.list.found(found.length)}</h2>${comparableTiles(found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), context)}${pager(filter, page, pages, context)}`
            : html`<div class="nothing"><h2>${words.list.nothing}</h2><p>${words.list.nothingText}</p><p><a class="button" href="/?page=1">${words.list.clear}</a></p></div>`
        }
      </div>`,
  };
}

/** Address of a listing. */
function listingHref({ words, type, deal }: Filter, page = 1): string {
  const query = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(type ? { type } : {}),
    ...(deal ? { deal } : {}),
    ...(page > 1 || !(words || type || deal) ? { page: String(page) } : {}),
  });
  return `/?${query.toString()}`;
}

function filters(filter: Filter, { words, shelf }: PageContext): Child {
  const { words: text, type, deal } = filter;
  const chip = (label: string, to: Filter, isOn: boolean) =>
    html`<li><a class="chip" href="${listingHref(to)}"${isOn && html` aria-current="true"`}>${label}</a></li>`;
  const withType = (slug?: string): Filter => ({ words: text, ...(slug ? { type: slug } : {}), ...(deal ? { deal } : {}) });
  const withDeal = (kind?: 'rent' | 'buy'): Filter => ({ words: text, ...(type ? { type } : {}), ...(kind ? { deal: kind } : {}) });
  return html`<nav class="filters" aria-label="${words.list.filters}">
      <ul aria-label="${words.list.deal}">${[
        chip(words.list.anyDeal, withDeal(), !deal),
        chip(words.site.rent, withDeal('rent'), deal === 'rent'),
        chip(words.site.buy, withDeal('buy'), deal === 'buy'),
      ]}</ul>
      <ul aria-label="${words.list.type}">${[
        chip(words.list.anyType, withType(), !type),
        ...shelf.types.map(({ slug, name }) => chip(name, withType(slug), slug === type)),
      ]}</ul>
    </nav>`;
}

function pager(filter: Filter, page: number, pages: number, { words }: PageContext): Child {
  if (pages < 2) return null;
  return html`<nav class="pager" aria-label="${words.list.pages}">
      ${page > 1 && html`<a class="button plain" href="${listingHref(filter, page - 1)}" rel="prev">${words.list.previous}</a>`}
      <span>${words.list.page(page, pages)}</span>
      ${page < pages && html`<a class="button plain" href="${listingHref(filter, page + 1)}" rel="next">${words.list.next}</a>`}
    </nav>`;
}
