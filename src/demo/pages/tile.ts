import type { Item } from '../../protocol/item.ts';
import { formatMoney } from '../../protocol/money.ts';
import { type Child, html } from './html.ts';
import { icon } from './marks.ts';
import { itemHref, type PageContext } from './page.ts';
import { isLease, lowestRate, rateText } from './rental.ts';

/** An item in a grid: picture, name, price, what it is rated. The whole tile leads to the item. */
export function tile(item: Item, { words, visitor, shelf }: PageContext): Child {
  const variants = shelf.variants(item).length;
  return html`<article class="tile">
      ${picture(item)}
      <p class="tile-brand">${item.brand}</p>
      <h3 class="tile-title"><a href="${itemHref(item)}">${item.title}</a></h3>
      ${prices(item, { words, visitor })}
      <p class="tile-facts">${stars(item, words)}${variants > 1 && html`<span>${words.tile.options(variants)}</span>`}</p>
    </article>`;
}

/** Items in a grid. */
export const tiles = (items: readonly Item[], context: PageContext): Child =>
  html`<ul class="grid">${items.map((item) => html`<li>${tile(item, context)}</li>`)}</ul>`;

/** Items among which a visitor chooses: the copilot puts its toggle for the compare tray under each. */
export const comparableTiles = (items: readonly Item[], context: PageContext): Child =>
  html`<ul class="grid">${items.map((item) => html`<li data-aisle-compare="${item.id}">${tile(item, context)}</li>`)}</ul>`;

/** The item's first picture, at the size of a tile; decorative, since the title stands beside it. */
export function picture(item: Item): Child {
  const image = item.media?.find((media) => media.type === 'image');
  if (!image) return html`<div class="no-picture"></div>`;
  return html`<img class="picture" src="${image.url}" alt="" width="${image.width ?? 800}" height="${image.height ?? 600}" loading="lazy" decoding="async">`;
}

function prices(item: Item, { words, visitor }: Pick<PageContext, 'words' | 'visitor'>): Child {
  const lease = item.offers.find(isLease);
  const sale = item.offers.find((offer) => offer.kind === 'sell');
  if (!lease && !sale) return html`<p class="tile-price">${words.tile.askShop}</p>`;
  const deposit = lease?.lease.deposit;
  return html`<p class="tile-price">
        ${lease && html`<span class="rent-price">${words.tile.rentFrom(rateText(lease.lease, lowestRate(lease), words, visitor.locale))}</span>`}
        ${sale && html`<span class="sale-price">${words.site.buy} ${formatMoney(sale.price, visitor.locale)}</span>`}
      </p>
      ${deposit === null && html`<p class="badge">${words.tile.noDeposit}</p>`}
      ${deposit?.waivable && html`<p class="badge">${words.tile.depositFree}</p>`}`;
}

/** Rating and how many stand behind it. */
export function stars({ rating }: Item, words: PageContext['words']): Child {
  if (!rating) return null;
  return html`<span class="stars">${icon.star}<span aria-hidden="true">${rating.value.toFixed(1)} <small>(${rating.count})</small></span><span class="hidden">${words.tile.rating(rating.value, rating.count)}</span></span>`;
}
