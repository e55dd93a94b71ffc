import { bestLocale } from '../locales.ts';
import type { TermLists } from './columns.ts';

/** A record's own terms. */
export interface RecordTerms {
  readonly locale: string;
  /** Term numbers as the bytes of 32-bit integers. */
  readonly terms: Uint8Array;
}

/** The terms of an item's record in the best locale it has. */
function bestTerms(records: readonly RecordTerms[], wanted: string, fallback: string): Uint32Array {
  const locales = records.map((record) => record.locale);
  const best = bestLocale(wanted, locales, fallback);
  const bytes = records.find((record) => record.locale === best)?.terms ?? new Uint8Array();
  // Copied, since bytes that came as part of a larger answer may stand at an odd address.
  return new Uint32Array(Uint8Array.from(bytes).buffer);
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
  #records: RecordTerms[] = [];

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
    const list = bestTerms(this.#records, this.#wanted, this.#fallback);
    if (this.#used + list.length > this.#terms.length) {
      const larger = new Uint32Array(Math.max(this.#terms.length * 2, this.#used + list.length));
      larger.set(this.#terms);
      this.#terms = larger;
    }
    for (; this.#at <= this.#item; this.#at++) this.#offsets[this.#at] = this.#used;
    this.#terms.set(list, this.#used);
    this.#used += list.length;
    this.#records = [];
  }
}

/**
 * The lists after some items changed, those given where nothing did: what lies between two changed items is copied as one piece.
 * @param changed all records of each item that changed.
 * @param size one past the highest item number.
 */
export function changedTermLists(
  before: TermLists,
  changed: ReadonlyMap<number, readonly RecordTerms[]>,
  wanted: string,
  fallback: string,
  size: number,
): TermLists {
  const { offsets, terms } = before;
  const known = offsets.length - 1;
  const start = (no: number): number => offsets[Math.min(no, known)] ?? 0;
  const lists = [...changed]
    .map(([no, records]) => ({ no, list: bestTerms(records, wanted, fallback) }))
    .filter(({ no, list }) => !isSame(list, terms.subarray(start(no), start(no + 1))))
    .sort((a, b) => a.no - b.no);
  if (lists.length === 0 && size === known) return before;
  const more = lists.reduce((sum, { no, list }) => sum + list.length - (start(no + 1) - start(no)), 0);
  const next = { offsets: new Uint32Array(size + 1), terms: new Uint32Array(terms.length + more) };
  let shift = 0;
  let at = 0;
  const copyUpTo = (no: number): void => {
    next.terms.set(terms.subarray(start(at), start(no)), start(at) + shift);
    for (; at < no; at++) next.offsets[at] = start(at) + shift;
  };
  for (const { no, list } of lists) {
    copyUpTo(no);
    next.terms.set(list, start(no) + shift);
    next.offsets[no] = start(no) + shift;
    shift += list.length - (start(no + 1) - start(no));
    at = no + 1;
  }
  copyUpTo(size);
  next.offsets[size] = start(size) + shift;
  return next;
}

const isSame = (one: Uint32Array, other: Uint32Array): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);
