import type { Item } from '../../protocol/item.ts';
import { type Child, html } from './html.ts';
import { icon } from './marks.ts';
import { itemHref, type Page, type PageContext } from './page.ts';
import type { ShelfType } from './shelf.ts';
import { picture, tiles } from './tile.ts';

/** Tiles of one department on the home page. */
const SHELF_TILES = 4;
const promiseIcons = [icon.purse, icon.shield, icon.van, icon.key];

/** The shop's front: what it is, its types, a shelf of each department, what a rental comes with. */
export function homePage(context: PageContext): Page {
  const { words, shelf, shopName } = context;
  const departments = [...Map.groupBy(shelf.types, (type) => type.group)];
  return {
    title: shopName,
    styles: ['grid', 'home'],
    main: html`${hero(context)}
      <section class="wrap section" aria-labelledby="types">
        <h2 id="types">${words.home.types}</h2>
        <ul class="types">${shelf.types.map((type) => typeLink(type, context))}</ul>
      </section>
      ${departments.map(([name, types], n) => department(name, types, n, context))}
      ${promises(context)}`,
  };
}

function hero({ words, shelf }: PageContext): Child {
  const shown = shelf.types.flatMap(({ items }) => items[0] ?? []);
  const window = [shown[0], shown.find((item) => item.id.startsWith('tent')), shown.find((item) => item.id.startsWith('proj'))];
  const display = window.every(Boolean) ? window : shown.slice(0, 3);
  return html`<section class="hero">
      <div class="wrap hero-row">
        <div class="hero-words">
          <h1>${words.home.title}</h1>
          <p>${words.home.lead}</p>
          <p class="hero-actions">
            <a class="button lamp" href="/?deal=rent">${words.home.rentAll}</a>
            <a class="button quiet-dark" href="/?deal=buy">${words.home.buyAll}</a>
          </p>
        </div>
        <ul class="hero-window">${display.map((item) => item && html`<li><a href="${itemHref(item)}" aria-label="${item.title}">${picture(item)}</a></li>`)}</ul>
      </div>
    </section>`;
}

function typeLink({ slug, name, items }: ShelfType, { words }: PageContext): Child {
  return html`<li><a class="type" href="/?type=${slug}">${items[0] && picture(items[0])}<span>${name}</span><small>${words.home.count(items.length)}</small></a></li>`;
}

/** The most popular of each type in turn, so that no type fills the shelf alone. */
function bestOf(types: readonly ShelfType[], limit: number): Item[] {
  const rounds = Array.from({ length: limit }, (_, round) => types.flatMap(({ items }) => items[round] ?? []));
  return rounds.flat().slice(0, limit);
}

function department(name: string, types: readonly ShelfType[], n: number, context: PageContext): Child {
  const { words } = context;
  return html`<section class="wrap section" aria-labelledby="department-${n}">
      <div class="section-head">
        <h2 id="department-${n}">${name}</h2>
        <p>${types.map((type) => html`<a href="/?type=${type.slug}">${words.home.all(type.name, type.items.length)}</a>`)}</p>
      </div>
      ${tiles(bestOf(types, SHELF_TILES), context)}
    </section>`;
}

function promises({ words }: PageContext): Child {
  return html`<section class="promises" aria-labelledby="promises">
      <div class="wrap">
        <h2 id="promises">${words.home.trust}</h2>
        <ul>${words.home.promises.map(([title, text], n) => html`<li>${promiseIcons[n]}<h3>${title}</h3><p>${text}</p></li>`)}</ul>
      </div>
    </section>`;
}
