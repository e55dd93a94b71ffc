import type { Item } from '../../protocol/item.ts';
import { type Child, html } from './html.ts';
import { about, facts, promises, reviews } from './item-facts.ts';
import { gallery } from './item-gallery.ts';
import { offerForms } from './item-offers.ts';
import { dateText, itemHref, type Page, type PageContext } from './page.ts';
import { comparableTiles, stars } from './tile.ts';

/** Everything about one item, and the forms that put it into the cart. */
export function itemPage(item: Item, context: PageContext): Page {
  const { words, shelf } = context;
  const similar = shelf.similar(item, 4);
  return {
    title: item.title,
    ...(item.description ? { description: item.description.plain } : {}),
    looksAt: { item_id: item.id },
    styles: ['grid', 'item', 'offer', 'facts'],
    main: html`<div class="wrap">
        ${path(item, context)}
        <div class="item">
          ${gallery(item, context)}
          <div class="item-side">
            <p class="item-brand">${item.brand}</p>
            <h1>${item.title}</h1>
            <p class="item-meta">${item.rating && html`<a href="#reviews">${stars(item, words)}</a>`}${item.condition && html`<span>${words.item.conditions[item.condition]}</span>`}${stock(item, context)}</p>
            ${variants(item, context)}
            ${offerForms(item, context)}
          </div>
          <div class="item-about">${about(item, context)}${promises(item, context)}</div>
        </div>
        ${facts(item, context)}
        ${reviews(item, context)}
        ${similar.length > 0 && html`<section class="section" aria-labelledby="similar"><h2 id="similar">${words.item.similar}</h2>${comparableTiles(similar, context)}</section>`}
      </div>`,
  };
}

function path(item: Item, { words, shelf }: PageContext): Child {
  const type = shelf.typeOf(item);
  return html`<nav class="path" aria-label="${words.item.path}"><ol>
          <li><a href="/">${words.item.home}</a></li>
          ${type && html`<li><a href="/?type=${type.slug}">${type.name}</a></li>`}
          <li aria-current="page">${item.model ?? item.title}</li>
        </ol></nav>`;
}

function stock({ availability }: Item, { words, visitor }: PageContext): Child {
  if (!availability) return null;
  const { status, available, quantity, from } = availability;
  const known = Object.hasOwn(words.item.stock, status) ? (status as keyof typeof words.item.stock) : undefined;
  const said = known === undefined ? status : known === 'in_stock' ? words.item.stock.in_stock(quantity) : words.item.stock[known];
  return html`<span class="stock${available ? '' : ' none'}">${said}${from && html`, ${words.item.from(dateText(from, visitor.locale))}`}</span>`;
}

/** Links to the same product in other colours and sizes. */
function variants(item: Item, { words, shelf }: PageContext): Child {
  const all = shelf.variants(item);
  if (all.length < 2) return null;
  const nameOf = ({ options, title }: Item) => options?.map(({ value }) => value).join(' · ') || title;
  return html`<nav aria-label="${words.tile.options(all.length)}"><ul class="variants">${all.map(
    (each) =>
      html`<li><a class="chip" href="${itemHref(each)}"${each.id === item.id && html` aria-current="true"`}>${nameOf(each)}</a></li>`,
  )}</ul></nav>`;
}
