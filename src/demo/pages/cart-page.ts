import type { Item } from '../../protocol/item.ts';
import { formatMoney, type Money } from '../../protocol/money.ts';
import type { Offer } from '../../protocol/offer.ts';
import { totalFor } from '../../protocol/total.ts';
import type { CartLine } from './cart-lines.ts';
import { type Child, html } from './html.ts';
import { icon } from './marks.ts';
import { itemHref, type Page, type PageContext } from './page.ts';
import { daysText, isLease } from './rental.ts';
import { picture } from './tile.ts';

/** A cart line with what the catalogue says about it today. */
interface PricedLine {
  /** Place in the cart, which the shop's script changes it by. */
  readonly index: number;
  readonly line: CartLine;
  readonly item: Item;
  readonly offer: Offer;
  readonly each: Money;
}

/** The cart, priced by the catalogue; deposits are apart from what is paid. */
export function cartPage(context: PageContext): Page {
  const { words, visitor, shelf } = context;
  const lines = visitor.cart.flatMap((line, index) => priced(line, index, shelf.find(line.item_id)));
  const kept = new Set(lines.map(({ index }) => index));
  const lost = [...visitor.cart.keys()].filter((index) => !kept.has(index));
  return {
    title: words.cart.title,
    looksAt: { cart: lines.map(({ line }) => ({ item_id: line.item_id, quantity: line.quantity })) },
    styles: ['cart'],
    main: html`<div class="wrap section cart">
        <h1>${words.cart.title}</h1>
        <noscript><p>${words.cart.noScript}</p></noscript>
        ${lost.length > 0 && html`<p class="hint">${words.cart.unavailable(lost.length)} <button class="link" type="button" data-drop="${lost.join(',')}">${words.cart.dropUnavailable}</button></p>`}
        ${lines.length === 0 ? empty(context) : html`<div class="cart-cols"><ul class="lines">${lines.map((line) => html`<li>${row(line, context)}</li>`)}</ul>${summary(lines, context)}</div>${comparison(lines, context)}`}
      </div>`,
  };
}

function priced(line: CartLine, index: number, item: Item | undefined): PricedLine[] {
  const offer = item?.offers.find(({ id }) => id === line.offer_id);
  if (!item || !offer || (isLease(offer) && line.rental_days === undefined)) return [];
  const each = totalFor(offer, line.rental_days ?? 1);
  return each ? [{ index, line, item, offer, each }] : [];
}

function empty({ words }: PageContext): Child {
  return html`<div class="nothing">${icon.cart}<h2>${words.cart.empty}</h2><p>${words.cart.emptyText}</p><p><a class="button" href="/">${words.cart.browse}</a></p></div>`;
}

function row({ index, line, item, offer, each }: PricedLine, { words, visitor }: PageContext): Child {
  const kind = isLease(offer) ? words.cart.rental(daysText(offer.lease, line.rental_days ?? 1, words)) : words.cart.sale;
  const whole = { ...each, amount: each.amount * line.quantity };
  return html`<article class="line" data-line="${index}">
      <a class="line-picture" href="${itemHref(item)}" tabindex="-1" aria-hidden="true">${picture(item)}</a>
      <div class="line-words"><h2><a href="${itemHref(item)}">${item.title}</a></h2><p class="line-kind">${kind}</p>${deposit(offer, words, visitor.locale)}
        <div class="line-compare" role="group" aria-label="${item.title}" data-aisle-compare="${item.id}"></div></div>
      <p class="line-quantity"><label for="quantity-${index}">${words.cart.quantity}</label><input id="quantity-${index}" type="number" min="1" max="99" value="${line.quantity}" inputmode="numeric" data-quantity></p>
      <p class="line-sum"><strong>${formatMoney(whole, visitor.locale)}</strong>${line.quantity > 1 && html`<small>${words.cart.each} ${formatMoney(each, visitor.locale)}</small>`}</p>
      <button class="link" type="button" data-remove aria-label="${words.cart.removeNamed(item.title)}">${words.cart.remove}</button>
    </article>`;
}

/** Where what is ticked stands side by side: the copilot's own element, filled from its tray, for the term of the first rental. */
function comparison(lines: readonly PricedLine[], { words }: PageContext): Child {
  const days = lines.find(({ line }) => line.rental_days !== undefined)?.line.rental_days;
  return html`<section class="cart-compare" aria-labelledby="cart-compare"><h2 id="cart-compare">${words.cart.compare}</h2>
      <aisle-compare items="tray"${days !== undefined && html` days="${days}"`}></aisle-compare></section>`;
}

function deposit(offer: Offer, words: PageContext['words'], locale: string): Child {
  const held = offer.lease?.deposit;
  return (
    held &&
    html`<p class="hint">${words.item.deposit} ${formatMoney(held.amount, locale)}${held.waivable && ` · ${words.item.waivable}`}</p>`
  );
}

function summary(lines: readonly PricedLine[], { words, visitor }: PageContext): Child {
  const currency = lines[0]?.each.currency ?? 'CNY';
  const sum = (amounts: readonly number[]) =>
    formatMoney({ amount: amounts.reduce((all, each) => all + each, 0), currency }, visitor.locale);
  const costOf = (some: readonly PricedLine[]) => some.map(({ each, line }) => each.amount * line.quantity);
  const deposits = lines.flatMap(({ offer, line }) => (offer.lease?.deposit ? [{ deposit: offer.lease.deposit, line }] : []));
  const held = deposits.map(({ deposit, line }) => deposit.amount.amount * line.quantity);
  const waivable = deposits.filter(({ deposit }) => deposit.waivable).map(({ deposit, line }) => deposit.amount.amount * line.quantity);
  const [rentals, sales] = [lines.filter(({ offer }) => isLease(offer)), lines.filter(({ offer }) => !isLease(offer))];
  return html`<section class="summary" aria-labelledby="summary"><h2 id="summary">${words.cart.summary}</h2><dl class="sums">
      ${sales.length > 0 && html`<div><dt>${words.cart.saleSum}</dt><dd>${sum(costOf(sales))}</dd></div>`}
      ${rentals.length > 0 && html`<div><dt>${words.cart.rentSum}</dt><dd>${sum(costOf(rentals))}</dd></div>`}
      <div class="sum-total"><dt>${words.cart.payNow}</dt><dd>${sum(costOf(lines))}</dd></div>
      ${held.length > 0 && html`<div class="apart"><dt>${words.cart.depositSum}</dt><dd>${sum(held)}</dd></div>`}
      ${waivable.length > 0 && html`<div class="minor"><dd>${words.cart.depositHint(sum(waivable))}</dd></div>`}
    </dl>
    ${held.length > 0 && html`<p class="hint">${words.cart.depositApart}</p>`}
    <a class="button lamp" href="/help#checkout">${words.cart.checkout}</a></section>`;
}
