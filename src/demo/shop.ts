import type { Item } from '../protocol/item.ts';
import { changeAccount, freshToken } from './account/account.ts';
import type { SignToken } from './account/token.ts';
import { demoItems } from './catalog/items.ts';
import { cartPage } from './pages/cart-page.ts';
import { publicFile } from './pages/files.ts';
import { framed } from './pages/frame.ts';
import { pageHeaders } from './pages/headers.ts';
import { homePage } from './pages/home.ts';
import { infoPage, notFoundPage } from './pages/info.ts';
import { quoteTexts } from './pages/item-offers.ts';
import { itemPage } from './pages/item-page.ts';
import { listingOf, listingPage } from './pages/listing.ts';
import type { Account, Page, PageContext } from './pages/page.ts';
import { pictureFiles } from './pages/picture-files.ts';
import { isLease } from './pages/rental.ts';
import { shelvesOf } from './pages/shelf.ts';
import { visitorOf } from './pages/visitor.ts';
import { words } from './pages/words.ts';
import { demoProfile } from './profile.ts';

/** The demo storefront: pages, pictures and files over Web-standard requests. */
export interface DemoShop {
  /** @returns null when the address is none of the shop's. */
  fetch(request: Request): Promise<Response | null>;
}

export interface DemoShopOptions {
  /** The catalogue in every language; default: the demo shop's own. */
  readonly items?: readonly Item[];
  /** Signs shoppers' tokens; absent: nobody can sign in. */
  readonly signToken?: SignToken | undefined;
}

export function createDemoShop({ items = demoItems(), signToken }: DemoShopOptions = {}): DemoShop {
  const shelves = shelvesOf(items);
  const pictures = pictureFiles(items);

  function contextOf(request: Request): PageContext {
    const visitor = visitorOf(request);
    const { name, contact = '' } = demoProfile;
    return {
      visitor,
      words: words[visitor.language],
      shelf: shelves[visitor.language],
      shopName: typeof name === 'string' ? name : name[visitor.language],
      contact,
      url: new URL(request.url),
    };
  }

  function pageAt(pathname: string, context: PageContext): Page | null {
    if (pathname === '/') {
      const listing = listingOf(context.url.searchParams);
      return listing ? listingPage(listing, context) : homePage(context);
    }
    if (pathname === '/cart') return cartPage(context);
    if (pathname === '/help') return infoPage('help', context);
    if (pathname === '/privacy') return infoPage('privacy', context);
    const id = segmentAfter('/p/', pathname);
    if (id === null) return null;
    const item = context.shelf.find(id);
    return item ? itemPage(item, context) : notFoundPage(context);
  }

  return {
    async fetch(request) {
      const { pathname } = new URL(request.url);
      if (signToken && pathname === '/account' && request.method === 'POST') return changeAccount(request);
      if (request.method !== 'GET' && request.method !== 'HEAD') return null;
      if (signToken && pathname === '/account/token') return freshToken(visitorOf(request).shopper, signToken);
      if (pathname === '/quote') return quoteResponse(contextOf(request));
      const picture = segmentAfter('/pictures/', pathname);
      if (picture?.endsWith('.svg')) return pictures.fetch(request, picture.slice(0, -'.svg'.length));
      const context = contextOf(request);
      const page = pageAt(pathname, context);
      if (!page) return publicFile(request, pathname);
      return pageResponse(request, page, signToken ? { ...context, account: await accountOf(context, signToken) } : context);
    },
  };
}

async function accountOf({ visitor: { shopper } }: PageContext, signToken: SignToken): Promise<Account> {
  return shopper === undefined ? {} : { token: await signToken(shopper) };
}

function pageResponse(request: Request, page: Page, context: PageContext): Response {
  return new Response(request.method === 'HEAD' ? null : framed(page, context), {
    status: page.status ?? 200,
    headers: {
      ...pageHeaders,
      'content-language': context.visitor.locale,
      ...(context.visitor.remember ? { 'set-cookie': context.visitor.remember } : {}),
    },
  });
}

/** `/quote?item=&offer=&days=`: a rental worked out for another length, in the words of the page that asks. */
function quoteResponse(context: PageContext): Response {
  const { searchParams } = context.url;
  const offer = context.shelf.find(searchParams.get('item') ?? '')?.offers.find(({ id }) => id === searchParams.get('offer'));
  const days = Number(searchParams.get('days'));
  const texts = offer && isLease(offer) && days > 0 ? quoteTexts(offer, days, context) : null;
  return Response.json(texts, {
    status: texts ? 200 : 404,
    headers: { 'cache-control': 'private, no-cache', vary: 'Accept-Language, Cookie' },
  });
}

/** What follows a prefix, as one decoded path segment; null when it is none. */
function segmentAfter(prefix: string, pathname: string): string | null {
  if (!pathname.startsWith(prefix)) return null;
  try {
    return decodeURIComponent(pathname.slice(prefix.length));
  } catch {
    return null;
  }
}
