import { directiveLimits } from '../../../../protocol/directives.ts';

/** An item card. The reason is left out where nothing is to be said. */
export function itemCard(id: string, reason: string | null): string {
  return `<itemCard id="${id}"${reason ? ` reason="${attributeText(reason)}"` : ''}/>`;
}

/** A question with one choice. Options are cut to what a card takes; null when fewer than two are left. */
export function askCard(question: string, options: readonly string[]): string | null {
  const labels = [...new Set(options.map((option) => plainText(option)))].filter(
    (option) => option !== '' && [...option].length <= directiveLimits.option,
  );
  const asked = [...plainText(question)].slice(0, directiveLimits.question).join('');
  if (labels.length < 2) return null;
  // A "<" inside the JSON could look like the closing tag.
  return `<askCard>${JSON.stringify({ question: asked, options: labels.slice(0, 6), multi: false }).replaceAll('<', String.raw`\u003c`)}</askCard>`;
}

/** Text for inside a quoted attribute: no quotes, brackets, Markdown marks or line ends. */
function attributeText(text: string): string {
  return plainText(text).replace(/"/g, '”');
}

/** A text without anything that a reader of Markdown or tags would take for more than text. */
export function plainText(text: string): string {
  return text
    .replace(/[<>`*_[\]\\|~#]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
