import type { PageContext as LookedAt } from '../../protocol/chat.ts';
import type { Item } from '../../protocol/item.ts';
import type { Html } from './html.ts';
import type { Shelf } from './shelf.ts';
import type { Visitor } from './visitor.ts';
import type { Words } from './words.ts';

/** Who is signed in. */
export interface Account {
  /** Names them to the copilot; absent: nobody is signed in. */
  readonly token?: string;
}

/** What every page is made from. */
export interface PageContext {
  readonly visitor: Visitor;
  readonly words: Words;
  readonly shelf: Shelf;
  /** The shop's name in the visitor's language. */
  readonly shopName: string;
  readonly contact: string;
  /** Of the page asked for. */
  readonly url: URL;
  /** Present where a visitor can sign in. */
  readonly account?: Account;
}

/** A page without its frame. */
export interface Page {
  readonly title: string;
  readonly description?: string;
  readonly main: Html;
  /** Style sheets besides `shop.css`. */
  readonly styles: readonly string[];
  /** Default 200. */
  readonly status?: number;
  /** Words of the search field. */
  readonly searched?: string;
  /** What the copilot is told that the shopper is looking at. */
  readonly looksAt?: LookedAt;
}

/** Address of an item's page. */
export const itemHref = (item: Item) => item.url ?? `/p/${encodeURIComponent(item.id)}`;

/** A day of the shop's calendar as a reader writes it. @param date ISO 8601; anything else stays as it is. */
export function dateText(date: string, locale: string): string {
  const day = new Date(date);
  return Number.isNaN(day.getTime()) ? date : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
}
