import { type Language, languageOf } from '../../protocol/locale.ts';
import { signedIn } from '../account/account.ts';
import { type CartLine, readCart } from './cart-lines.ts';

/** Who asks for a page, as far as the shop knows: their language, what lies in their cart, and whether they signed in. */
export interface Visitor {
  readonly language: Language;
  /** BCP 47, for formats and `<html lang>`. */
  readonly locale: 'zh-CN' | 'en';
  readonly cart: readonly CartLine[];
  /** Id of the demo shopper who is signed in. */
  readonly shopper?: string;
  /** Set when this request chose a language: the cookie that remembers it. */
  readonly remember?: string;
}

const YEAR_S = 365 * 24 * 3600;
const localeOf = { zh: 'zh-CN', en: 'en' } as const;

/** Reads the visitor from a request. Language: `?lang=`, else the cookie, else Accept-Language, else Chinese. */
export function visitorOf(request: Request): Visitor {
  const cookies = cookiesOf(request.headers.get('cookie') ?? '');
  const asked = spoken(new URL(request.url).searchParams.get('lang') ?? '');
  const language = asked ?? spoken(cookies.get('lang') ?? '') ?? preferred(request.headers.get('accept-language') ?? '') ?? 'zh';
  const shopper = signedIn(cookies);
  return {
    language,
    locale: localeOf[language],
    cart: readCart(cookies.get('cart') ?? ''),
    ...(shopper ? { shopper } : {}),
    ...(asked ? { remember: `lang=${localeOf[asked]}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax` } : {}),
  };
}

/** The language of a tag that the shop speaks. */
function spoken(tag: string): Language | undefined {
  return /^(zh|en)\b/i.test(tag.trim()) ? languageOf(tag.trim()) : undefined;
}

/** The first of an Accept-Language list, by weight, that the shop speaks. */
function preferred(header: string): Language | undefined {
  const ranges = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';');
    const weight = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
    return { language: spoken(tag), weight: weight === undefined ? 1 : Number(weight) };
  });
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .find(({ language }) => language)?.language;
}

function cookiesOf(header: string): Map<string, string> {
  return new Map(
    header.split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const];
    }),
  );
}
