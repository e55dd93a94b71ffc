import { type Amount, LEFT_CONTEXT, readAmount } from '../../language/amounts.ts';
import { type Commitment, readCommitment } from '../../language/commitments.ts';
import { foldWidth } from '../../language/fold.ts';
import { type Measure, readMeasure } from '../../language/measures.ts';
import { nextClaimStart, unfinishedStart } from './starts.ts';

/** So much around a quantity is looked at, in characters. */
const BEFORE = LEFT_CONTEXT * 2;
const AFTER = 8;

/** What leaves the judge of prose. */
export interface ProseSink {
  /** Source text, ready to be shown. */
  show(text: string): void;
  /** @returns what stands in the place of an amount, or null to let it stand; `before` is the text before it. */
  amount(amount: Amount, text: string, before: string): string | null;
  /** The same for a promise in the shop's name. */
  commitment(commitment: Commitment, text: string): string | null;
  /** The same for a measured quantity; `before` is the text before it, `after` a few characters. */
  measure(measure: Measure, before: string, after: string): string | null;
}

/**
 * Last stage: finds what the text claims, as rendered, and puts what has no evidence out. Marks are kept beside the text with
 * the place they stand at. Holds back only an end that may still be part of a claim.
 */
export class ProseJudge {
  readonly #sink: ProseSink;
  /** Rendered text: context that was shown, then what is held. */
  #text = '';
  /** The same in half width. */
  #folded = '';
  /** Where the held part begins. */
  #from = 0;
  /** Where the search goes on; before it nothing more is found. */
  #at = 0;
  /** The mark shown last, while no text has followed it. */
  #lastMark = '';
  #marks: { readonly at: number; readonly source: string }[] = [];

  constructor(sink: ProseSink) {
    this.#sink = sink;
  }

  /** Whether nothing is held and no mark waits. */
  get idle(): boolean {
    return this.#from === this.#text.length && this.#marks.length === 0;
  }

  /** Characters held back now. */
  get held(): number {
    return this.#text.length - this.#from;
  }

  text(text: string): void {
    this.#append(text);
    this.#judge(false);
  }

  /** Takes note of text that was shown without being judged: nothing in it can be a claim. */
  pass(text: string): void {
    this.#append(text);
    this.#from = this.#at = this.#text.length;
    this.#lastMark = '';
    this.#forget();
  }

  /** A full-width comma is folded by its neighbours, so the seam is folded again. */
  #append(text: string): void {
    const seam = Math.max(0, this.#text.length - 2);
    const near = this.#text.slice(seam) + text;
    this.#folded = this.#folded.slice(0, seam) + foldWidth(near);
    this.#text += text;
  }

  mark(source: string): void {
    if (this.held === 0 && this.#marks.length === 0) this.#showMark(source);
    else this.#marks.push({ at: this.#text.length, source });
  }

  flush(): void {
    this.#judge(true);
    this.#release(this.#text.length);
    for (const mark of this.#marks) this.#showMark(mark.source);
    this.#marks = [];
    // A card stands between: nothing before it belongs to an amount behind it.
    this.#text = '';
    this.#folded = '';
    this.#from = 0;
    this.#at = 0;
  }

  #judge(ended: boolean): void {
    const folded = this.#folded;
    for (;;) {
      const start = nextClaimStart(folded, this.#at);
      if (start < 0) break;
      const next = this.#claim(folded, start, ended);
      if (next === 'more') {
        this.#at = start;
        this.#release(start);
        this.#forget();
        return;
      }
      this.#at = Math.max(next, start + 1);
    }
    const held = ended ? 0 : unfinishedStart(folded, this.#at);
    this.#at = Math.max(this.#at, folded.length - held);
    this.#release(folded.length - held);
    this.#forget();
  }

  /** Reads what begins at `start`, a promise before an amount; returns where to go on. */
  #claim(folded: string, start: number, ended: boolean): number | 'more' {
    const promise = readCommitment(folded, start, ended);
    if (promise === 'more') return 'more';
    if (promise) {
      const replacement = this.#sink.commitment(promise, this.#text.slice(start, promise.end));
      // A promise that may be made still has its amounts judged.
      if (replacement !== null) return this.#replace(promise, replacement);
    }
    const reading = readAmount(folded, start, ended);
    if (reading.kind === 'more') return 'more';
    if (reading.kind === 'none') return this.#measured(folded, start, reading.next, ended);
    const { amount } = reading;
    const replacement = this.#sink.amount(amount, this.#text.slice(amount.start, amount.end), this.#before(amount.start));
    return replacement === null ? amount.end : this.#replace(amount, replacement);
  }

  /** A number that is no amount may be a quantity; returns where to go on. */
  #measured(folded: string, start: number, next: number, ended: boolean): number | 'more' {
    const measure = readMeasure(folded, start, ended);
    if (measure === 'more') return 'more';
    if (!measure) return next;
    if (!ended && folded.length < measure.end + AFTER) return 'more';
    const replacement = this.#sink.measure(measure, this.#before(start), this.#text.slice(measure.end, measure.end + AFTER));
    return replacement === null ? measure.end : this.#replace(measure, replacement);
  }

  #before(start: number): string {
    return this.#text.slice(Math.max(0, start - BEFORE), start);
  }

  /** Puts a phrase in the place of a claim; returns where to go on. */
  #replace({ start, end }: { readonly start: number; readonly end: number }, replacement: string): number {
    this.#release(start);
    const ahead = this.#marks.filter((mark) => mark.at <= start);
    const inside = this.#marks.filter((mark) => mark.at > start && mark.at < end).map((mark) => mark.source);
    this.#marks = this.#marks.filter((mark) => mark.at >= end);
    for (const mark of ahead) this.#showMark(mark.source);
    // `**¥**99`: the mark inside closes the one before, so it goes behind the phrase; `¥**99**`: it opens and goes first.
    const closes = inside[0] !== undefined && inside[0] === this.#lastMark;
    if (!closes) for (const source of inside) this.#showMark(source);
    this.#showText(replacement);
    if (closes) for (const source of inside) this.#showMark(source);
    this.#from = end;
    return end;
  }

  /** Shows the held text up to `end`, marks at their places. Marks at `end` stay with what follows. */
  #release(end: number): void {
    if (end <= this.#from) return;
    if (this.#marks.length === 0) this.#showText(this.#text.slice(this.#from, end));
    else {
      let at = this.#from;
      while (this.#marks[0] && this.#marks[0].at < end) {
        const mark = this.#marks.shift();
        if (!mark) break;
        if (mark.at > at) this.#showText(this.#text.slice(at, mark.at));
        at = mark.at;
        this.#showMark(mark.source);
      }
      this.#showText(this.#text.slice(at, end));
    }
    this.#from = end;
    if (end === this.#text.length) {
      for (const mark of this.#marks) this.#showMark(mark.source);
      this.#marks = [];
    }
  }

  #showText(text: string): void {
    if (text !== '') this.#lastMark = '';
    this.#sink.show(text);
  }

  #showMark(source: string): void {
    this.#lastMark = source;
    this.#sink.show(source);
  }

  /** Keeps no more context than an amount looks back at. */
  #forget(): void {
    const spare = this.#from - LEFT_CONTEXT * 2;
    if (spare < LEFT_CONTEXT * 4) return;
    this.#text = this.#text.slice(spare);
    this.#folded = this.#folded.slice(spare);
    this.#from -= spare;
    this.#at -= spare;
    for (let i = 0; i < this.#marks.length; i++) {
      const mark = this.#marks[i];
      if (mark) this.#marks[i] = { at: mark.at - spare, source: mark.source };
    }
  }
}
