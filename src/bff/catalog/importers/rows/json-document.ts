import { FeedBroken, isRecord, LONGEST_RECORD, type Row, tooLong } from './row.ts';

/** Names under which exports keep their list of products. */
const WRAPPERS = new Set(['products', 'items', 'data', 'catalog', 'result', 'results', 'records', 'feed', '@graph', 'itemListElement']);

/**
 * The records of one JSON document, without reading it whole: the elements of its outermost list (the document itself, or a
 * list under a name such as `products`), or the document itself when it is one record.
 * @throws FeedBroken when the document ends before its brackets do.
 */
export async function* jsonRecords(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  const scanner = new Scanner();
  for await (const piece of pieces) yield* scanner.read(piece);
  yield* scanner.end();
}

/** Follows brackets and strings, one code unit at a time, and cuts out elements of the list it looks for. */
class Scanner {
  /** Open brackets, and for an object the name of the member being read. */
  readonly #open: { bracket: '{' | '['; name: string }[] = [];
  #line = 1;
  #inString = false;
  #escaped = false;
  /** Text of the string being read where names are of interest. */
  #string = '';
  #expectsName = false;
  /** Depth of the list whose elements are records; 0 until it is found. */
  #list = 0;
  #started = 0;
  #held: string[] = [];
  #length = 0;
  /** The root object, for a document that is one record. */
  #whole: string[] | null = [];
  #wholeLength = 0;

  *read(piece: string): Generator<Row> {
    let from = this.#recording() ? 0 : -1;
    this.#keepWhole(piece);
    for (let at = 0; at < piece.length; at++) {
      const unit = piece[at];
      if (unit === '\n') this.#line++;
      if (this.#inString) {
        this.#readString(unit ?? '');
        continue;
      }
      if (unit === '"') {
        this.#inString = true;
        this.#string = '';
      } else if (unit === '{' || unit === '[') {
        if (this.#list === 0 && unit === '[' && this.#isWrapped()) {
          this.#list = this.#open.length + 1;
          this.#whole = null;
        } else if (this.#list > 0 && this.#open.length === this.#list) {
          from = at;
          this.#started = this.#line;
        }
        this.#open.push({ bracket: unit, name: '' });
        this.#expectsName = unit === '{';
      } else if (unit === '}' || unit === ']') {
        const closed = this.#open.pop();
        if ((closed?.bracket === '{') !== (unit === '}')) throw new FeedBroken(`line ${this.#line}: "${unit}" closes nothing that is open`);
        if (this.#list > 0 && this.#open.length === this.#list) {
          this.#hold(piece.slice(from, at + 1));
          from = -1;
          yield this.#record();
        } else if (this.#list > 0 && this.#open.length < this.#list) this.#list = 0;
      } else if (unit === ',') this.#expectsName = this.#open.at(-1)?.bracket === '{';
      else if (unit === ':') this.#expectsName = false;
    }
    if (from >= 0) this.#hold(piece.slice(from));
  }

  *end(): Generator<Row> {
    if (this.#open.length > 0 || this.#inString)
      throw new FeedBroken(`line ${this.#line}: the file ends in the middle of its JSON; it was cut off`);
    if (this.#whole === null) return;
    const text = this.#whole.join('').trim();
    if (text === '') return;
    yield parsed(1, text);
  }

  #recording(): boolean {
    return this.#list > 0 && this.#open.length > this.#list;
  }

  #isWrapped(): boolean {
    return this.#open.every(({ bracket, name }) => bracket === '{' && WRAPPERS.has(name));
  }

  #readString(unit: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (unit === '\\') this.#escaped = true;
    else if (unit === '"') {
      this.#inString = false;
      const top = this.#open.at(-1);
      if (this.#expectsName && top?.bracket === '{') top.name = this.#string;
      return;
    }
    if (this.#expectsName && this.#string.length < 64) this.#string += unit;
  }

  #hold(text: string): void {
    this.#length += text.length;
    if (this.#length <= LONGEST_RECORD) this.#held.push(text);
    else this.#held = [];
  }

  #record(): Row {
    const row: Row = this.#length > LONGEST_RECORD ? { line: this.#started, fault: tooLong } : parsed(this.#started, this.#held.join(''));
    this.#held = [];
    this.#length = 0;
    return row;
  }

  #keepWhole(piece: string): void {
    if (this.#whole === null) return;
    this.#wholeLength += piece.length;
    if (this.#wholeLength <= LONGEST_RECORD) this.#whole.push(piece);
    else this.#whole = null;
  }
}

function parsed(line: number, text: string): Row {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { line, value } : { line, fault: 'a record is one JSON object' };
  } catch (error) {
    return { line, fault: `no JSON: ${error instanceof Error ? error.message : error}` };
  }
}
