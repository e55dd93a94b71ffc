import { readFileSync } from 'node:fs';
import { accountMenu } from './account-menu.ts';
import { type Child, fillSlots, html } from './html.ts';
import { icon, mark } from './marks.ts';
import type { Page, PageContext } from './page.ts';

/** The shop's page template, with the copilot's script tag where any shop would paste it. */
const template = readFileSync(new URL('../../../index.html', import.meta.url), 'utf8');

/** A whole document: template, header, the page, footer. */
export function framed(page: Page, context: PageContext): string {
  const { visitor, words, shopName } = context;
  return fillSlots(template, {
    lang: visitor.locale,
    title: page.title === shopName ? `${shopName} · ${words.site.tagline}` : `${page.title} · ${shopName}`,
    description: page.description ?? words.site.description,
    styles: ['shop', 'parts', 'frame', ...page.styles].map((name) => html`<link rel="stylesheet" href="/${name}.css">`),
    looksAt: looksAt(page, context),
    body: html`<a class="skip" href="#main">${words.site.skip}</a>
    ${header(context, page.searched)}
    <main id="main" tabindex="-1">${page.main}</main>
    ${footer(context)}
    <div class="toast" id="toast" role="status" data-added="${words.site.added}" data-link="${words.site.viewCart}"></div>`,
  });
}

/** What the shop's script tells the copilot about this page and its shopper. */
function looksAt({ looksAt: { item_id, cart } = {} }: Page, { account }: PageContext): Child {
  return [
    item_id && html`data-item="${item_id}" `,
    cart && html`data-cart="${JSON.stringify(cart)}" `,
    account?.token && html`data-token="${account.token}" `,
  ];
}

function header(context: PageContext, searched = ''): Child {
  const { visitor, words, shopName } = context;
  const count = visitor.cart.reduce((sum, line) => sum + line.quantity, 0);
  return html`<header class="top">
      <div class="top-row wrap">
        <a class="brand" href="/">${mark}<span>${shopName}</span></a>
        <form class="search" action="/" role="search">
          <label class="hidden" for="q">${words.site.search}</label>
          <input id="q" name="q" type="search" value="${searched}" placeholder="${words.site.searchHint}" autocomplete="off" maxlength="80">
          <button type="submit" aria-label="${words.site.search}">${icon.search}</button>
        </form>
        <nav class="top-links" aria-label="${words.site.footerShop}">
          <a class="wide" href="/?deal=rent">${words.site.rent}</a>
          <a class="wide" href="/?deal=buy">${words.site.buy}</a>
          ${languageLink(context)}
          ${accountMenu(context)}
          <a class="cart-link" href="/cart" aria-label="${words.site.cartCount(count)}">${icon.cart}<span class="cart-count" id="cart-count"${count ? '' : html` hidden`}>${count}</span></a>
        </nav>
      </div>
    </header>`;
}

/** The same page in the other language. */
function languageLink({ visitor, words, url }: PageContext): Child {
  const other = visitor.language === 'zh' ? 'en' : 'zh-CN';
  const query = new URLSearchParams(url.searchParams);
  query.set('lang', other);
  return html`<a href="${url.pathname}?${query.toString()}" lang="${other}" hreflang="${other}">${words.site.otherLanguage}</a>`;
}

function footer({ words, shelf, shopName, contact }: PageContext): Child {
  return html`<footer class="foot">
      <div class="wrap foot-cols">
        <div>
          <p class="foot-name">${mark}<span>${shopName}</span></p>
          <p>${words.site.tagline}</p>
        </div>
        <nav aria-label="${words.site.sections}">
          <h2>${words.site.footerShop}</h2>
          <ul class="foot-types">${shelf.types.map(({ slug, name }) => html`<li><a href="/?type=${slug}">${name}</a></li>`)}</ul>
        </nav>
        <nav aria-label="${words.site.footerService}">
          <h2>${words.site.footerService}</h2>
          <ul>
            <li><a href="/help">${words.site.help}</a></li>
            <li><a href="/privacy">${words.site.privacy}</a></li>
            ${contact && html`<li><a href="${contact}">${contact.replace(/^mailto:/, '')}</a></li>`}
          </ul>
        </nav>
      </div>
      <p class="wrap foot-note">${words.site.footerNote}</p>
    </footer>`;
}
