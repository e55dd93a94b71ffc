/** Text that is HTML already: only {@link html} makes it, so every other string on a page has been escaped. */
export class Html {
  readonly #text: string;

  constructor(strings: readonly string[], children: readonly Child[]) {
    this.#text = strings.reduce((text, string, n) => text + render(children[n - 1]) + string);
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template's gap. `null`, `undefined` and `false` are nothing, a list is its members in a row. */
export type Child = Html | string | number | null | undefined | false | readonly Child[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(child: Child): string {
  if (child instanceof Html) return child.toString();
  if (Array.isArray(child)) return child.map(render).join('');
  if (child === null || child === undefined || child === false) return '';
  return String(child).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A piece of a page. Gaps are escaped for text and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  return new Html(strings, children);
}

/**
 * Fills the `{{slots}}` of a page template. What is put in is not read again, so a title that looks like a slot stays text.
 * @throws RangeError for a slot that nobody fills.
 */
export function fillSlots(template: string, slots: Readonly<Record<string, Child>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (!Object.hasOwn(slots, name)) throw new RangeError(`nothing fills {{${name}}}`);
    return render(slots[name]);
  });
}
