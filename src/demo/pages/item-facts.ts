import type { Attribute, Item } from '../../protocol/item.ts';
import { type Child, html } from './html.ts';
import { rates } from './item-offers.ts';
import { icon } from './marks.ts';
import type { PageContext } from './page.ts';
import { isLease } from './rental.ts';
import type { Words } from './words.ts';

/** What the shop promises with this item. */
export function promises({ policies = [] }: Item, { words }: PageContext): Child {
  if (policies.length === 0) return null;
  return html`<section class="policies" aria-labelledby="policies"><h2 id="policies">${words.item.promises}</h2>
      <ul>${policies.map(({ label, description }) => html`<li>${icon.check}<p><strong>${label}</strong>${description && html`<br><span class="hint">${description}</span>`}</p></li>`)}</ul></section>`;
}

/** What it is, in a few sentences and words. */
export function about(item: Item, { words }: PageContext): Child {
  const chips = (name: string, list: readonly string[] = []) =>
    list.length > 0 && html`<div><dt>${name}</dt><dd><ul class="words">${list.map((word) => html`<li>${word}</li>`)}</ul></dd></div>`;
  return html`<section aria-labelledby="about">
      <h2 id="about">${words.item.about}</h2>
      ${item.description && html`<p class="lead">${item.description.plain}</p>`}
      <dl class="traits">${chips(words.item.highlights, item.features)}${chips(words.item.uses, item.use_cases)}${chips(words.item.audience, item.audience)}</dl>
    </section>`;
}

/** Specifications beside rates, seller and delivery. */
export function facts(item: Item, context: PageContext): Child {
  const { words } = context;
  return html`<div class="item-facts">
      ${specifications(item, context)}
      <div>
        ${item.offers.filter(isLease).map((offer) => html`<section class="section" aria-label="${words.item.tiers}"><h2>${words.item.tiers}</h2>${rates(offer, context)}</section>`)}
        ${seller(item, words)}
        ${delivery(item, words)}
      </div>
    </div>`;
}

function specifications({ attributes = {}, options = [], sku }: Item, { words, visitor }: PageContext): Child {
  const rows = [
    ...options.map(({ name, value }) => [name, value] as const),
    ...Object.values(attributes).map((fact) => [fact.label, factText(fact, words, visitor.locale)] as const),
    ...(sku ? [[words.item.sku, sku] as const] : []),
  ];
  if (rows.length === 0) return null;
  return html`<section class="section" aria-labelledby="specs"><h2 id="specs">${words.item.specs}</h2>
      <table class="specs"><tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table></section>`;
}

function factText({ value, values, unit }: Attribute, words: Words, locale: string): string {
  const said = (values ?? [value]).map((each) => {
    if (typeof each === 'boolean') return each ? words.item.yes : words.item.no;
    return typeof each === 'number' ? each.toLocaleString(locale, { maximumFractionDigits: 6 }) : String(each);
  });
  return `${said.join(' / ')}${unit ? ` ${unit}` : ''}`;
}

/** What reviews say about each side of the item, as shares, with a sentence of theirs. */
export function reviews({ rating, review_aspects = [] }: Item, { words }: PageContext): Child {
  if (!rating && review_aspects.length === 0) return null;
  return html`<section class="section" aria-labelledby="reviews"><div class="section-head"><h2 id="reviews">${words.item.reviewsTitle}</h2>
      ${rating && html`<p>${words.item.scale(rating.value, rating.scale_max)} · ${words.item.reviews(rating.count)}</p>`}</div>
      <ul class="aspects">${review_aspects.map(({ aspect, positive, negative, quote }) => {
        const all = positive + negative;
        const percent = all === 0 ? 0 : Math.round((positive * 100) / all);
        return html`<li><h3>${aspect}</h3><p class="share"><meter min="0" max="100" value="${percent}" aria-label="${words.item.positive(percent)}"></meter> <span aria-hidden="true">${words.item.positive(percent)}</span> <small>${words.item.ofReviews(all)}</small></p>${quote && html`<blockquote>${quote}</blockquote>`}</li>`;
      })}</ul></section>`;
}

function seller({ seller: who }: Item, words: Words): Child {
  if (!who) return null;
  return html`<section class="section" aria-labelledby="seller"><h2 id="seller">${words.item.seller}</h2>
      <p class="seller-name">${who.name}</p>
      <p class="hint">${[who.location, who.since !== undefined && words.item.since(String(who.since))].filter(Boolean).join(' · ')}</p>
      ${
        who.certifications &&
        html`<ul class="certifications" aria-label="${words.item.certifications}">${who.certifications.map(
          ({ name, covers }) =>
            html`<li>${icon.shield}<p><strong>${name}</strong>${covers && html`<br><span class="hint">${covers}</span>`}</p></li>`,
        )}</ul>`
      }</section>`;
}

function delivery({ shipping }: Item, words: Words): Child {
  if (!shipping) return null;
  return html`<section class="section" aria-labelledby="delivery"><h2 id="delivery">${words.item.delivery}</h2>
      ${shipping.days && html`<p class="seller-name">${words.item.shipDays(shipping.days.min, shipping.days.max)}</p>`}
      ${shipping.regions && html`<p class="hint">${words.item.shipsTo}: ${shipping.regions.join(' · ')}</p>`}</section>`;
}
