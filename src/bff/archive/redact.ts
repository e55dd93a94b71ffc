import { type PersonalKind, personalIn } from '../language/personal.ts';

/** Replaces personal data in the texts of one run, each value by the same placeholder wherever it stands: `[phone]`, `[phone 2]`. */
export class Redactor {
  readonly #known = new Map<string, string>();
  readonly #counts = new Map<PersonalKind, number>();
  readonly #searched = new Set<string>();
  readonly #keep: ReadonlySet<string>;

  /** @param keep values that only look personal: ids of items. */
  constructor(keep: ReadonlySet<string>) {
    this.#keep = keep;
  }

  /** Whether any value is known to be personal: without one every text stays as it is. */
  get knowsAny(): boolean {
    return this.#known.size > 0;
  }

  /** Takes note of a value that is personal whatever it looks like, such as the id of an order. */
  know(kind: PersonalKind, value: string): string {
    const before = this.#known.get(value);
    if (before !== undefined) return before;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const placeholder = count === 1 ? `[${kind}]` : `[${kind} ${count}]`;
    this.#known.set(value, placeholder);
    // A model writes a number that it passes on without its spaces.
    // A search takes an address apart. Its host stays: it may be the shop's own.
    const name = kind === 'email' ? value.slice(0, value.indexOf('@')) : '';
    if (/[\d._-]/.test(name) || name.length >= 6) this.#known.set(name, placeholder);
    const digits = value.replace(/[ ()-]/g, '');
    if (/^\+?\d{7,}$/.test(digits)) this.#known.set(digits, placeholder);
    return placeholder;
  }

  /** A text that people or models wrote: what looks personal is replaced, and known from then on. */
  authored(text: string): string {
    return this.pieces([text])[0] ?? '';
  }

  /** The same for a text that came in pieces: a value cut by their borders is found, and stands in the piece it began in. */
  pieces(texts: readonly string[]): string[] {
    const whole = texts.join('');
    this.#search(whole);
    const spans = this.#spans(whole);
    if (spans.length === 0) return [...texts];
    let from = 0;
    return texts.map((text) => {
      const to = from + text.length;
      let out = '';
      let at = from;
      for (const { start, end, placeholder } of spans) {
        if (end <= from || start >= to) continue;
        if (start >= at) out += whole.slice(at, start) + placeholder;
        at = Math.min(end, to);
      }
      out += whole.slice(at, to);
      from = to;
      return out;
    });
  }

  /** Steps repeat what was said before them: a text is searched once. */
  #search(text: string): void {
    if (this.#searched.has(text)) return;
    this.#searched.add(text);
    for (const { kind, start, end } of personalIn(text)) {
      const value = text.slice(start, end);
      if (!this.#keep.has(value)) this.know(kind, value);
    }
  }

  /** Where known values stand in a text, longest first where they overlap. */
  #spans(text: string): { readonly start: number; readonly end: number; readonly placeholder: string }[] {
    const found: { start: number; end: number; placeholder: string }[] = [];
    for (const [value, placeholder] of this.#known)
      for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length))
        found.push({ start, end: start + value.length, placeholder });
    found.sort((a, b) => a.start - b.start || b.end - a.end);
    let end = 0;
    return found.filter((span) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
  }

  /** A text of the shop's own: only values that are known to be personal are replaced. */
  known(text: string): string {
    let out = '';
    let at = 0;
    for (const { start, end, placeholder } of this.#spans(text)) {
      out += text.slice(at, start) + placeholder;
      at = end;
    }
    return out + text.slice(at);
  }

  /** A JSON value with every text in it rewritten; keys stay. A number that is a known value becomes its placeholder. */
  every<T>(value: T, rewrite: (text: string) => string): T {
    return this.#every(value, rewrite) as T;
  }

  #every(value: unknown, rewrite: (text: string) => string): unknown {
    if (typeof value === 'string') return rewrite(value);
    if (typeof value === 'number') return this.#known.get(String(value)) ?? value;
    if (Array.isArray(value)) return value.map((each) => this.#every(each, rewrite));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.#every(each, rewrite)]));
  }
}
