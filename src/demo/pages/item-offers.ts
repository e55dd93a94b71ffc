import type { Item } from '../../protocol/item.ts';
import { formatMoney } from '../../protocol/money.ts';
import type { Offer } from '../../protocol/offer.ts';
import { type Child, html } from './html.ts';
import { dateText, type PageContext } from './page.ts';
import {
  dayLimits,
  daysOf,
  daysText,
  depositOf,
  isLease,
  type LeaseOffer,
  type Quote,
  quoteFor,
  rateText,
  startingQuote,
  termRange,
  termText,
  usualTerms,
} from './rental.ts';

/** Lengths offered as a choice; any other can be typed. */
const TERM_CHOICES = 5;

/** A form for each way the item can be had, rental first. */
export function offerForms(item: Item, context: PageContext): Child {
  if (item.offers.length === 0) return html`<p class="offer">${context.words.tile.askShop}</p>`;
  const rentals = item.offers.filter(isLease);
  const sales = item.offers.filter((offer) => !isLease(offer));
  return [rentals.map((offer) => rental(item, offer, context)), sales.map((offer) => sale(item, offer, context))];
}

function rental(item: Item, offer: LeaseOffer, context: PageContext): Child {
  const { words, visitor, url } = context;
  const quote = startingQuote(offer, Number(url.searchParams.get('days')) || undefined);
  if (!quote) return null;
  const { lease } = offer;
  const terms = usualTerms(offer)
    .slice(0, TERM_CHOICES)
    .flatMap((periods) => quoteFor(offer, daysOf(lease, periods)) ?? []);
  const limits = dayLimits(lease);
  const isOther = !terms.some(({ days }) => days === quote.days);
  return html`<form class="offer rent" data-cart data-item="${item.id}" data-offer="${offer.id}">
      <h2>${words.item.rent}</h2>
      <p class="price"><output data-say="rate">${rateText(lease, quote.rate, words, visitor.locale)}</output></p>
      <fieldset class="terms">
        <legend>${words.item.term}</legend>
        ${terms.map(
          (each) =>
            html`<label class="term"><input type="radio" name="days" value="${each.days}"${each.days === quote.days && html` checked`}><span>${termText(lease, each.periods, words)}</span></label>`,
        )}
        <label class="term other"><input type="radio" name="days" value="other"${isOther && html` checked`}><span>${words.item.otherTerm}</span></label>
        <label class="other-days"><span class="hidden">${words.item.otherTerm}</span><input type="number" name="other" inputmode="numeric" min="${limits.min}" max="${limits.max}" value="${quote.days}"> ${words.item.days}</label>
      </fieldset>
      <p class="hint">${termRange(lease, words)}</p>
      <dl class="sums">${sums(offer, quote, context)}</dl>
      <button class="button lamp" type="submit"${!item.availability || item.availability.available ? '' : html` disabled`}>${words.item.addRent}</button>
    </form>`;
}

function sums(offer: LeaseOffer, quote: Quote, { words, visitor }: PageContext): Child {
  const { lease, fees } = offer;
  const deposit = depositOf(offer);
  const included = fees.filter((fee) => !fee.optional);
  const optional = fees.filter((fee) => fee.optional);
  const money = (amount: Quote['total']) => formatMoney(amount, visitor.locale);
  return html`<div class="sum-total"><dt data-say="term">${words.item.total(daysText(lease, quote.days, words))}</dt><dd data-say="total">${money(quote.total)}</dd></div>
        <div class="minor"><dd class="good" data-say="saved">${quote.saved && words.item.saved(money(quote.saved))}</dd></div>
        ${included.map((fee) => html`<div class="minor"><dt>${words.item.included} · ${fee.label}</dt><dd>${money(fee.amount)}</dd></div>`)}
        ${optional.map((fee) => html`<div class="minor"><dt>${words.item.fees} · ${fee.label}</dt><dd>${money(fee.amount)}</dd></div>`)}
        <div><dt>${words.item.deposit}</dt><dd>${
          deposit === 'none'
            ? html`<span class="good">${words.item.noDeposit}</span>`
            : deposit === 'unstated'
              ? words.item.depositUnstated
              : html`${money(deposit.amount)}${deposit.waivable && html` <span class="good">${words.item.waivable}</span>`}`
        }</dd></div>
        ${typeof deposit === 'object' && html`<div class="minor"><dd>${[deposit.waiver_condition, deposit.refund_within_days !== undefined && words.item.refund(deposit.refund_within_days)].filter(Boolean).join(' · ')}</dd></div>`}
        ${lease.buyout && html`<div class="minor"><dd>${words.item.buyout(termText(lease, lease.buyout.after_periods, words), money(lease.buyout.price))}</dd></div>`}`;
}

function sale(item: Item, offer: Offer, { words, visitor }: PageContext): Child {
  const { price, list_price, valid_until } = offer;
  return html`<form class="offer sale" data-cart data-item="${item.id}" data-offer="${offer.id}">
      <h2>${words.item.buy}</h2>
      <p class="price">${formatMoney(price, visitor.locale)}</p>
      ${list_price && html`<p class="hint was">${words.item.was} <s>${formatMoney(list_price, visitor.locale)}</s>${valid_until && html` · ${words.item.until(dateText(valid_until, visitor.locale))}`}</p>`}
      <button class="button" type="submit"${!item.availability || item.availability.available ? '' : html` disabled`}>${words.item.addBuy}</button>
    </form>`;
}

/** What a rental costs at each length where its price changes. */
export function rates(offer: LeaseOffer, { words, visitor }: PageContext): Child {
  const { lease } = offer;
  const quotes = usualTerms(offer).flatMap((periods) => quoteFor(offer, daysOf(lease, periods)) ?? []);
  return html`<table class="rates">
      <thead><tr><th scope="col">${words.item.term}</th><th scope="col">${words.item.perPeriod}</th><th scope="col">${words.item.sum}</th></tr></thead>
      <tbody>${quotes.map(
        ({ periods, rate, total, saved }) =>
          html`<tr><th scope="row">${words.item.tierFrom(termText(lease, periods, words))}</th><td>${rateText(lease, rate, words, visitor.locale)}</td><td>${formatMoney(total, visitor.locale)}${saved && html` <small class="good">${words.item.packagePrice}</small>`}</td></tr>`,
      )}</tbody></table>
    <p class="hint">${words.item.ratesNote}</p>`;
}

/** What the shop's script shows when another length is chosen; null when the rental cannot be that long. */
export function quoteTexts(offer: LeaseOffer, days: number, { words, visitor }: PageContext): Record<string, string> | null {
  const quote = quoteFor(offer, days);
  if (!quote) return null;
  return {
    rate: rateText(offer.lease, quote.rate, words, visitor.locale),
    term: words.item.total(daysText(offer.lease, days, words)),
    total: formatMoney(quote.total, visitor.locale),
    saved: quote.saved ? words.item.saved(formatMoney(quote.saved, visitor.locale)) : '',
  };
}
