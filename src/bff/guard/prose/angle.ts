/** A tag of HTML, which is never shown as characters. */
const HTML =
  /<(\/?)(a|abbr|audio|b|base|blockquote|body|br|button|center|code|del|details|div|em|embed|font|form|frame|h[1-6]|head|hr|html|i|iframe|img|input|ins|kbd|li|link|mark|math|meta|object|ol|option|p|pre|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|th|thead|title|tr|u|ul|video)(?=[\s/>])[^<>\n]{0,500}>/iy;
const HALF_HTML = /<\/?(?:[a-z][a-z0-9]{0,11}|[a-z][a-z0-9]{0,11}[\s/][^<>\n]{0,500})?$/iy;
const AUTOLINK = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{0,2000})>/iy;
const HALF_AUTOLINK = /<[a-z][a-z0-9+.-]{0,31}(?::[^\s<>]{0,2000})?$/iy;

/** What a `<` in shown text begins. */
export type Angle =
  | { readonly kind: 'more' }
  | { readonly kind: 'literal' }
  /** `<https://…>`. */
  | { readonly kind: 'address'; readonly end: number; readonly url: string }
  | { readonly kind: 'html'; readonly end: number; readonly isBreak: boolean };

/** Tells what the `<` at `at` begins: an address in brackets, HTML, or nothing. */
export function readAngle(text: string, at: number, ended: boolean): Angle {
  const address = execAt(AUTOLINK, text, at);
  if (address) return { kind: 'address', end: at + address[0].length, url: address[1] ?? '' };
  if (!ended && execAt(HALF_AUTOLINK, text, at)) return { kind: 'more' };
  const html = execAt(HTML, text, at);
  if (html) return { kind: 'html', end: at + html[0].length, isBreak: /^<br/i.test(html[0]) };
  return { kind: !ended && execAt(HALF_HTML, text, at) ? 'more' : 'literal' };
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
