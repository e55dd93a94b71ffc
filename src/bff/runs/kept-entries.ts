import type { RunEntry } from './log.ts';

type WordsEntry = RunEntry & { readonly kind: 'part'; readonly frame: { readonly type: 'text-delta' } };

/** Entries of words that follow each other, of one step and one block of text: all but their times and texts follows from the first. */
interface Words {
  readonly seq: number;
  readonly n: number;
  readonly step: number | undefined;
  readonly id: string;
  /** Milliseconds of the first. */
  readonly at: number;
  /** Of the last. */
  lastAt: number;
  /** Where the first stands among the packed bytes. */
  readonly from: number;
  count: number;
}

/** Words, or one entry as it came. */
type Piece = Words | RunEntry;

/** Entries as they are kept: what crosses to another thread in a few microseconds, where as many objects take milliseconds. */
export interface PackedEntries {
  readonly pieces: readonly Piece[];
  /** How many entries stand before each piece. */
  readonly before: readonly number[];
  /** The words. */
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** Bytes set aside for a run's first words. */
const FIRST_BYTES = 256;
/** Largest difference of two times that is packed: with its sign it has to fit 31 bits. */
const LONGEST = 2 ** 30 - 1;
/** A varint of 31 bits. */
const VARINT_BYTES = 5;

const isWords = (piece: Piece): piece is Words => 'count' in piece;

/** UTF-8 knows no half of a surrogate pair, and a difference of times is a whole number. */
function canPack(entry: RunEntry): entry is WordsEntry {
  return entry.kind === 'part' && entry.frame.type === 'text-delta' && Number.isSafeInteger(entry.at) && entry.frame.delta.isWellFormed();
}

/**
 * Every entry of one run, oldest first, for as long as the run is kept. Words are most of them by far: as objects they cost some 230
 * bytes for each token of each answer, and each collection of garbage would look at all of them. Here they are bytes outside the heap:
 * for each entry the time since the one before and the length of its text, as varints (Protocol Buffers, "Encoding"), and the text.
 */
export class KeptEntries {
  #length = 0;
  #pieces: Piece[] = [];
  /** How many entries stand before each piece. */
  #before: number[] = [];
  #bytes: Buffer = Buffer.alloc(0);
  #used = 0;

  get length(): number {
    return this.#length;
  }

  static of(entries: readonly RunEntry[]): KeptEntries {
    const kept = new KeptEntries();
    for (const entry of entries) kept.push(entry);
    return kept;
  }

  /** Those that were packed, perhaps in another thread; they are read, and nothing is added. */
  static from({ pieces, before, bytes, length }: PackedEntries): KeptEntries {
    const kept = new KeptEntries();
    kept.#pieces = [...pieces];
    kept.#before = [...before];
    kept.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    kept.#used = bytes.byteLength;
    kept.#length = length;
    return kept;
  }

  /** What there is now; it shares its parts with these until it is sent, so only what has ended may be packed. */
  packed(): PackedEntries {
    return { pieces: this.#pieces, before: this.#before, bytes: this.#bytes.subarray(0, this.#used), length: this.#length };
  }

  push(entry: RunEntry): void {
    if (!canPack(entry)) this.#begin(entry);
    else if (!this.#extend(entry)) {
      const { seq, n, step, at, frame } = entry;
      const words: Words = { seq, n, step, id: frame.id, at, lastAt: at, from: this.#used, count: 1 };
      this.#begin(words);
      this.#write(0, frame.delta);
    }
    this.#length += 1;
  }

  /** Entries from a position (0: the first) up to another, which is not among them. */
  slice(from = 0, to = this.#length): RunEntry[] {
    const entries: RunEntry[] = [];
    for (let at = this.#pieceOf(from); at < this.#pieces.length; at += 1) {
      const [piece, before = 0] = [this.#pieces[at], this.#before[at]];
      if (!piece || before >= to) break;
      if (isWords(piece)) this.#unpack(piece, from - before, to - before, entries);
      else if (before >= from) entries.push(piece);
    }
    return entries;
  }

  /** Position after the frame of this number; 0 for one that is not here. */
  after(n: number): number {
    for (let at = this.#pieces.length - 1; at >= 0; at -= 1) {
      const [piece, before = 0] = [this.#pieces[at], this.#before[at]];
      if (!piece) continue;
      if (isWords(piece)) {
        if (n >= piece.n && n < piece.n + piece.count) return before + n - piece.n + 1;
      } else if (piece.kind === 'part' && piece.n === n) return before + 1;
    }
    return 0;
  }

  #begin(piece: Piece): void {
    this.#pieces.push(piece);
    this.#before.push(this.#length);
  }

  /** Adds an entry to the last words. @returns false where it does not follow from them. */
  #extend({ seq, n, step, at, frame }: WordsEntry): boolean {
    const last = this.#pieces.at(-1);
    if (!last || !isWords(last)) return false;
    const { count } = last;
    const follows = seq === last.seq + count && n === last.n + count && step === last.step && frame.id === last.id;
    if (!follows || Math.abs(at - last.lastAt) > LONGEST) return false;
    this.#write(at - last.lastAt, frame.delta);
    last.lastAt = at;
    last.count += 1;
    return true;
  }

  #write(milliseconds: number, text: string): void {
    const length = Buffer.byteLength(text);
    const needed = this.#used + 2 * VARINT_BYTES + length;
    if (needed > this.#bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, this.#bytes.length * 2, needed));
      this.#bytes.copy(grown, 0, 0, this.#used);
      this.#bytes = grown;
    }
    // Zigzag: clocks may be set back.
    this.#writeVarint(milliseconds < 0 ? -2 * milliseconds - 1 : 2 * milliseconds);
    this.#writeVarint(length);
    this.#used += this.#bytes.write(text, this.#used);
  }

  #writeVarint(value: number): void {
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.#used++] = (rest & 0x7f) | 0x80;
    this.#bytes[this.#used++] = rest;
  }

  /** Appends those of the words from one to another, counted from the first of them. */
  #unpack({ seq, n, step, id, at: first, from: start, count }: Words, from: number, to: number, entries: RunEntry[]): void {
    const bytes = this.#bytes;
    let place = start;
    let at = first;
    const readVarint = (): number => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[place++] ?? 0;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value >>> 0;
      }
    };
    for (let k = 0; k < Math.min(count, to); k += 1) {
      const zigzag = readVarint();
      at += zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2;
      const end = readVarint() + place;
      if (k >= from) {
        const frame = { type: 'text-delta', id, delta: bytes.toString('utf8', place, end) } as const;
        const numbers = step === undefined ? { seq: seq + k, at } : { seq: seq + k, at, step };
        entries.push({ ...numbers, kind: 'part', n: n + k, frame });
      }
      place = end;
    }
  }

  /** Index of the piece that holds a position. */
  #pieceOf(position: number): number {
    let low = 0;
    let high = this.#before.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#before[middle] ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
