import { bestLocale } from '../locales.ts';
import type { TermLists } from './columns.ts';

interface OwnTerms {
  readonly locale: string;
  readonly terms: Uint8Array;
}

/** Puts the terms of every item side by side for readers of one locale, each item's in the best locale it has. */
export class TermListsBuilder {
  readonly #wanted: string;
  readonly #fallback: string;
  readonly #offsets: Uint32Array;
  #terms = new Uint32Array(1024);
  #used = 0;
  #at = 0;
  #item = -1;
  #records: OwnTerms[] = [];

  /**
   * @param fallback the catalogue's default locale.
   * @param size one past the highest item number.
   */
  constructor(wanted: string, fallback: string, size: number) {
    this.#wanted = wanted;
    this.#fallback = fallback;
    this.#offsets = new Uint32Array(size + 1);
  }

  /** Takes the records of all items, ordered by item. @param terms term numbers as the bytes of 32-bit integers. */
  record(item: number, locale: string, terms: Uint8Array): void {
    if (item !== this.#item) this.#append();
    this.#item = item;
    this.#records.push({ locale, terms });
  }

  finish(): TermLists {
    this.#append();
    for (; this.#at < this.#offsets.length; this.#at++) this.#offsets[this.#at] = this.#used;
    return { offsets: this.#offsets, terms: this.#terms.subarray(0, this.#used) };
  }

  #append(): void {
    if (this.#item < 0) return;
    const locales = this.#records.map((record) => record.locale);
    const best = bestLocale(this.#wanted, locales, this.#fallback);
    const bytes = this.#records.find((record) => record.locale === best)?.terms ?? new Uint8Array();
    const list = new Uint32Array(Uint8Array.from(bytes).buffer);
    if (this.#used + list.length > this.#terms.length) {
      const grown = new Uint32Array(Math.max(this.#terms.length * 2, this.#used + list.length));
      grown.set(this.#terms);
      this.#terms = grown;
    }
    for (; this.#at <= this.#item; this.#at++) this.#offsets[this.#at] = this.#used;
    this.#terms.set(list, this.#used);
    this.#used += list.length;
    this.#records = [];
  }
}
