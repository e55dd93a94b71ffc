import type { Language } from '../../protocol/locale.ts';
import { say } from '../catalog/bilingual.ts';
import { shoppers } from '../orders/rows.ts';
import type { SignToken } from './token.ts';

/** A made-up shopper whom a visitor may sign in as. */
export interface DemoAccount {
  readonly user_id: string;
  readonly name: string;
  /** What there is to see in their orders. */
  readonly about: string;
}

/** Those three, in one language. */
export const demoAccounts = (language: Language): DemoAccount[] =>
  shoppers.map(({ user_id, name, about }) => ({ user_id, name: say(name, language), about: say(about, language) }));

/** The cookie that remembers who is signed in, for as long as the browser is open; there are no passwords to protect. */
const COOKIE = 'shopper';
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Lax';

/** Bytes. */
const LONGEST_FORM = 4096;

/** Who a request says is signed in; undefined for nobody, and for anybody who is none of the three. */
export function signedIn(cookies: ReadonlyMap<string, string>): string | undefined {
  const id = cookies.get(COOKIE);
  return shoppers.find(({ user_id }) => user_id === id)?.user_id;
}

/**
 * `POST /account` with the form's `shopper` (empty: sign out) and `back`, the page to return to.
 * A form of another site is refused, and `back` leads nowhere but into this shop.
 */
export async function changeAccount(request: Request): Promise<Response> {
  const here = new URL(request.url);
  const origin = request.headers.get('origin');
  if (origin !== null && URL.parse(origin)?.host !== here.host) return new Response(null, { status: 403 });
  // Chunked or long: none of our forms.
  const length = request.headers.get('content-length');
  if (length === null || Number(length) > LONGEST_FORM) return new Response(null, { status: 413 });
  const form = new URLSearchParams(await request.text());
  const chosen = form.get('shopper') ?? '';
  const known = signedIn(new Map([[COOKIE, chosen]]));
  if (chosen !== '' && known === undefined) return new Response(null, { status: 400 });
  const back = URL.parse(form.get('back') ?? '/', here);
  return new Response(null, {
    status: 303,
    headers: {
      location: back?.origin === here.origin ? `${back.pathname}${back.search}` : '/',
      'set-cookie': known ? `${COOKIE}=${known}; ${ATTRIBUTES}` : `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`,
    },
  });
}

/** `GET /account/token`: a new token for whoever is signed in, 401 for nobody. */
export async function freshToken(user_id: string | undefined, sign: SignToken): Promise<Response> {
  const headers = { 'cache-control': 'no-store', vary: 'Cookie' };
  if (user_id === undefined) return Response.json({ error: 'nobody is signed in' }, { status: 401, headers });
  return Response.json({ token: await sign(user_id) }, { headers });
}
