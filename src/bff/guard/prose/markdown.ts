import { allowedUrl } from '../rules/link.ts';
import { readAngle } from './angle.ts';
import { SEAM_MEMORY, seam } from './seam.ts';
import { readDestination, urlEnd } from './urls.ts';

/** What the Markdown stage makes of shown text. */
export interface MarkdownSink {
  /** Characters the shopper reads, in order. */
  text(text: string): void;
  /** Source that renders as nothing: emphasis marks, a link's brackets and address. */
  mark(text: string): void;
  /** A link, image or HTML tag was taken out. */
  dropped(rule: 'link' | 'hygiene', subject: string, reason: string): void;
}

const HOT = /[[\]!*_\\<]|~~|(?:https?|ftp):\/\/|www\.(?=[a-z0-9])/gi;
/** A text's end that may grow into an address or a pair. */
const PARTIAL = /(?:(?:h(?:tt?)?|https?|ft?|ftp)(?::\/?)?|w{1,3}|www\.|~)$/i;
const PARTIAL_LENGTH = 7;
const UNLISTED = 'the address is not on a listed host';
const LABEL = /\[([^[\]\n]{0,120})\]/y;
const OPEN_LABEL = /\[[^[\]\n]{0,120}$/y;
/**
 * Second half of what a shopper sees: takes links, images and HTML to places the shop has not listed out (G14) and tells
 * marks from text, so that amounts are matched as rendered. Incremental; what it holds back is a label (120 characters)
 * or an address (2 000).
 */
export class Markdown {
  readonly #sink: MarkdownSink;
  readonly #hosts: ReadonlySet<string>;
  #text = '';
  #at = 0;
  /** The last characters shown. */
  #tail = '\n';
  /** Something was taken out just before. */
  #gap = false;

  constructor(sink: MarkdownSink, linkHosts: ReadonlySet<string>) {
    this.#sink = sink;
    this.#hosts = linkHosts;
  }

  /** Whether nothing is held. */
  get idle(): boolean {
    return this.#at === this.#text.length && !this.#gap;
  }

  /** Takes note of text that was shown without being read. */
  pass(text: string): void {
    this.#tail = (this.#tail + text).slice(-SEAM_MEMORY);
  }

  write(text: string): void {
    this.#text = this.#at === this.#text.length ? text : this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#run(false);
  }

  /** Inert text: nothing in it is Markdown, and nothing before it goes on in it. */
  code(text: string): void {
    this.flush();
    this.#put(text);
  }

  mark(text: string): void {
    this.flush();
    this.#sink.mark(text);
  }

  /** Judges what is held: a card follows, or the end. */
  flush(): void {
    this.#run(true);
  }

  #run(ended: boolean): void {
    while (this.#at < this.#text.length) if (!this.#step(ended)) return;
  }

  #step(ended: boolean): boolean {
    HOT.lastIndex = this.#at;
    const hit = HOT.exec(this.#text);
    if (!hit) {
      const partial = ended ? null : PARTIAL.exec(this.#text.slice(Math.max(this.#at, this.#text.length - PARTIAL_LENGTH)));
      this.#show(this.#text.length - (partial?.[0].length ?? 0));
      return false;
    }
    this.#show(hit.index);
    switch (hit[0].charAt(0)) {
      case '[':
        return this.#label(ended);
      case ']':
        return this.#strayDestination(ended);
      case '!':
        return this.#image(ended);
      case '<':
        return this.#angle(ended);
      case '\\':
        return this.#escape(ended);
      case '*':
      case '_':
      case '~':
        return this.#emphasis(ended);
      default:
        return this.#url(ended);
    }
  }

  #show(end: number): void {
    if (end > this.#at) this.#put(this.#text.slice(this.#at, end));
    this.#at = end;
  }

  #put(text: string): void {
    const between = this.#gap ? seam(this.#tail, text) : '';
    if (between !== '') this.#sink.text(between);
    this.#gap = false;
    this.#tail = text.length >= SEAM_MEMORY ? text.slice(-SEAM_MEMORY) : (this.#tail + text).slice(-SEAM_MEMORY);
    this.#sink.text(text);
  }

  /** The last character shown, for what stands inside a word. */
  get #last(): string {
    return this.#tail.charAt(this.#tail.length - 1);
  }

  /** Marks are no neighbours: in `**¥**99` the 9 follows the ¥. */
  #hide(end: number): void {
    this.#sink.mark(this.#text.slice(this.#at, end));
    this.#at = end;
  }

  #drop(rule: 'link' | 'hygiene', end: number, reason: string, subject = this.#text.slice(this.#at, end)): void {
    this.#sink.dropped(rule, subject, reason);
    this.#at = end;
    this.#gap = true;
  }

  #label(ended: boolean): boolean {
    LABEL.lastIndex = this.#at;
    const label = LABEL.exec(this.#text);
    if (!label) {
      OPEN_LABEL.lastIndex = this.#at;
      if (!ended && OPEN_LABEL.test(this.#text)) return false;
      this.#show(this.#at + 1);
      return true;
    }
    const behind = this.#text[LABEL.lastIndex];
    if (behind === undefined && !ended) return false;
    if (behind === ':' && this.#last === '\n') return this.#definition(LABEL.lastIndex);
    if (behind !== '(') {
      this.#show(this.#at + 1);
      return true;
    }
    const destination = readDestination(this.#text, LABEL.lastIndex, ended);
    if (destination === 'more') return false;
    if (destination === null) {
      this.#show(this.#at + 1);
      return true;
    }
    const labelStart = this.#at + 1;
    const labelEnd = LABEL.lastIndex - 1;
    if (allowedUrl(destination.url, this.#hosts)) {
      this.#hide(labelStart);
      this.#show(labelEnd);
      this.#hide(destination.end);
      return true;
    }
    this.#drop('link', labelStart, UNLISTED, destination.url);
    this.#plainLabel(labelEnd);
    this.#at = destination.end;
    this.#gap = true;
    return true;
  }

  /** Reads a label whose link is gone as text of its own: it may hold marks or an address itself. */
  #plainLabel(end: number): void {
    const whole = this.#text;
    this.#text = whole.slice(0, end);
    this.#run(true);
    this.#text = whole;
  }

  /** `[name]: address` at the start of a line would make every `[name]` a link: the colon is escaped. */
  #definition(labelEnd: number): boolean {
    this.#show(labelEnd);
    this.#sink.mark('\\');
    this.#show(labelEnd + 1);
    return true;
  }

  /** `](…)` whose label was shown already. */
  #strayDestination(ended: boolean): boolean {
    const behind = this.#text[this.#at + 1];
    if (behind === undefined && !ended) return false;
    const destination = behind === '(' ? readDestination(this.#text, this.#at + 1, ended) : null;
    if (destination === 'more') return false;
    this.#show(this.#at + 1);
    if (destination === null) return true;
    if (allowedUrl(destination.url, this.#hosts)) this.#hide(destination.end);
    else this.#drop('link', destination.end, UNLISTED);
    return true;
  }

  #image(ended: boolean): boolean {
    const behind = this.#text[this.#at + 1];
    if (behind === undefined && !ended) return false;
    if (behind !== '[') {
      this.#show(this.#at + 1);
      return true;
    }
    LABEL.lastIndex = this.#at + 1;
    const label = LABEL.exec(this.#text);
    OPEN_LABEL.lastIndex = this.#at + 1;
    if (!label && !ended && OPEN_LABEL.test(this.#text)) return false;
    if (label && this.#text[LABEL.lastIndex] === undefined && !ended) return false;
    const destination = label && this.#text[LABEL.lastIndex] === '(' ? readDestination(this.#text, LABEL.lastIndex, ended) : null;
    if (destination === 'more') return false;
    if (destination) this.#drop('link', destination.end, 'pictures come from the catalogue only');
    // Without its mark it is an ordinary label.
    else this.#drop('link', this.#at + 1, 'pictures come from the catalogue only');
    return true;
  }

  #angle(ended: boolean): boolean {
    const angle = readAngle(this.#text, this.#at, ended);
    if (angle.kind === 'more') return false;
    if (angle.kind === 'literal') this.#show(this.#at + 1);
    else if (angle.kind === 'address') {
      if (allowedUrl(angle.url, this.#hosts)) this.#hide(angle.end);
      else this.#drop('link', angle.end, UNLISTED);
    } else if (angle.isBreak) {
      // A line break keeps its meaning.
      this.#at = angle.end;
      this.#put('\n');
      this.#gap = true;
    } else this.#drop('hygiene', angle.end, 'HTML is not shown');
    return true;
  }

  #escape(ended: boolean): boolean {
    const behind = this.#text[this.#at + 1];
    if (behind === undefined && !ended) return false;
    if (behind !== undefined && /[!-/:-@[-`{-~]/.test(behind)) {
      this.#hide(this.#at + 1);
      // The escaped character is text; an address or bracket it begins is still judged.
      if (/[*_~\\]/.test(behind)) this.#show(this.#at + 1);
      return true;
    }
    this.#show(this.#at + 1);
    return true;
  }

  /** Marks of emphasis; beside white space, or inside a word or a sum, they are characters. */
  #emphasis(ended: boolean): boolean {
    const mark = this.#text.charAt(this.#at);
    let end = this.#at;
    while (this.#text[end] === mark) end++;
    const next = this.#text[end];
    if (next === undefined && !ended) return false;
    const inside = (pattern: RegExp) => pattern.test(this.#last) && pattern.test(next ?? '');
    const alone = /\s/.test(this.#last) && (next === undefined || /\s/.test(next));
    const literal = alone || (mark === '_' ? inside(/[\p{L}\p{N}]/u) : mark === '*' && end - this.#at === 1 && inside(/\d/));
    if (literal) this.#show(end);
    else this.#hide(end);
    return true;
  }

  #url(ended: boolean): boolean {
    const end = urlEnd(this.#text, this.#at, ended);
    if (end === 'more') return false;
    const url = this.#text.slice(this.#at, end);
    const listed = allowedUrl(/^www\./i.test(url) ? `https://${url}` : url, this.#hosts);
    if (!listed) this.#drop('link', end, UNLISTED);
    else {
      this.#hide(end);
      // Renderers read on into non-ASCII letters; a blank ends the address where it was judged.
      if (end < this.#text.length && !/[\s<>]/.test(this.#text.charAt(end))) this.#put(' ');
    }
    return true;
  }
}
