import { Parser } from 'htmlparser2';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'blockquote',
  'hr',
]);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg']);
const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]{1,30});/i;

/**
 * The words of a feed's text: markup taken away, entities decoded (twice where a shop's export encoded them twice), blocks
 * on lines of their own. Undefined for what holds no words.
 */
export function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  let text = String(value);
  for (let pass = 0; pass < 2 && (/<[a-z!/]/i.test(text) || ENTITY.test(text)); pass++) text = withoutMarkup(text);
  const lines = text.split('\n').map((line) => line.replace(/[^\S\n]+/g, ' ').trim());
  const joined = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return joined === '' ? undefined : joined;
}

/** {@link plainText} on one line: a title, a brand, a value. */
export const plainLine = (value: unknown): string | undefined => plainText(value)?.replaceAll('\n', ' ');

function withoutMarkup(html: string): string {
  let text = '';
  let unseen = 0;
  const parser = new Parser({
    onopentag(name) {
      if (UNSEEN.has(name)) unseen++;
      if (BLOCKS.has(name)) text += '\n';
    },
    ontext(data) {
      if (unseen === 0) text += data;
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen--;
      if (BLOCKS.has(name)) text += '\n';
    },
  });
  parser.write(html);
  parser.end();
  return text;
}
