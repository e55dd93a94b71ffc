import { Parser } from 'htmlparser2';
import { FeedBroken, isRecord, LONGEST_RECORD, type Row, tooLong } from './row.ts';

/** Elements that hold one product: RSS and Merchant feeds, Atom. */
const RECORDS = new Set(['item', 'entry', 'product']);

/**
 * The products of an XML feed (RSS 2.0, Atom). Each becomes an object of its child elements by local name; an element that
 * comes twice is a list, one with children of its own an object.
 * @throws FeedBroken when elements do not close in order, as in a feed cut in the middle.
 */
export async function* xmlRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  const reader = new RecordReader();
  for await (const piece of pieces) {
    reader.write(piece);
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
}

interface Element {
  readonly name: string;
  readonly text: string[];
  readonly children: Record<string, unknown>;
}

class RecordReader {
  readonly #parser: Parser;
  readonly #open: Element[] = [];
  #ready: Row[] = [];
  readonly #lines = new LineCounter();
  /** Line on which the record's tag begins. */
  #line = 1;
  #length = 0;
  #ending = false;
  /** Where the tag that was opened last begins. */
  #openedAt = -1;

  constructor() {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#opened(localName(name), attributes),
        onclosetag: (name, implied) => this.#closed(localName(name), implied),
        ontext: (text) => this.#said(text),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  write(piece: string): void {
    this.#lines.add(piece);
    this.#parser.write(piece);
  }

  end(): void {
    this.#ending = true;
    this.#parser.end();
  }

  take(): Row[] {
    const rows = this.#ready;
    this.#ready = [];
    return rows;
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#openedAt = this.#parser.startIndex;
    if (this.#open.length === 0) {
      if (!RECORDS.has(name)) return;
      this.#length = 0;
      this.#line = this.#lines.at(this.#openedAt);
    }
    // An Atom link keeps its address in an attribute.
    const text = name === 'link' && attributes.href !== undefined ? [attributes.href] : [];
    this.#open.push({ name, text, children: Object.create(null) as Record<string, unknown> });
  }

  #said(text: string): void {
    const element = this.#open.at(-1);
    if (!element) return;
    this.#length += text.length;
    if (this.#length <= LONGEST_RECORD) element.text.push(text);
  }

  #closed(name: string, implied: boolean): void {
    // `<a/>` is closed by the tag that opened it; whatever else closes by itself was never closed.
    if (implied && this.#parser.startIndex !== this.#openedAt)
      throw new FeedBroken(
        `line ${this.#lines.at(this.#parser.endIndex)}: <${name}> is not closed${this.#ending ? '; the file was cut off' : ''}`,
      );
    const element = this.#open.pop();
    if (!element) return;
    const parent = this.#open.at(-1);
    if (parent) {
      add(parent.children, element.name, contentOf(element));
      return;
    }
    const value = contentOf(element);
    if (this.#length > LONGEST_RECORD) this.#ready.push({ line: this.#line, fault: tooLong });
    else if (isRecord(value)) this.#ready.push({ line: this.#line, value });
  }
}

/** Lines of a text that arrives in pieces. */
class LineCounter {
  #breaks: number[] = [];
  #length = 0;
  #line = 1;

  add(piece: string): void {
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) this.#breaks.push(this.#length + at);
    this.#length += piece.length;
  }

  /** The line, from 1, of a place that is no earlier than the one asked for last. */
  at(place: number): number {
    const passed = this.#breaks.findIndex((each) => each >= place);
    const count = passed < 0 ? this.#breaks.length : passed;
    this.#line += count;
    this.#breaks = this.#breaks.slice(count);
    return this.#line;
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function contentOf({ text, children }: Element): unknown {
  if (Object.keys(children).length > 0) return { ...children };
  return text.join('').trim();
}

function add(children: Record<string, unknown>, name: string, value: unknown): void {
  if (value === '') return;
  const known = children[name];
  if (known === undefined) children[name] = value;
  else if (Array.isArray(known)) known.push(value);
  else children[name] = [known, value];
}
