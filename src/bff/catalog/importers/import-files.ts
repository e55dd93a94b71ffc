import { checkItem } from '../check-item.ts';
import type { ImportPlace, ImportTarget } from '../target.ts';
import type { Format, Made } from './formats/format.ts';
import { formatOf, formats } from './formats/formats.ts';
import { mapped, ownItems, plainName } from './formats/own-items.ts';
import { type Mapping, sourcesOf } from './mapping.ts';
import type { Encoding } from './rows/encoding.ts';
import { openRows } from './rows/open.ts';
import { FeedBroken, isRecord, type Row } from './rows/row.ts';

/** A record that was passed over, or a value that its item goes without: where, which field, and why. */
export interface RecordFault {
  readonly file: string;
  /** From 1; of a record over several lines the last (tables) or the first (XML, JSON). */
  readonly line: number;
  /** Path in the item or field of the feed, such as `offers.0.price.amount`; empty for the record as a whole. */
  readonly field: string;
  readonly reason: string;
  /** What the record goes by, where it says so. */
  readonly id?: string;
  /** The item was imported, without this value. */
  readonly kept?: true;
}

/** What an import did. */
export interface ImportSummary {
  /** Records of the files. */
  readonly rows: number;
  /** Items written, those of a repeated id counted each time. */
  readonly records: number;
  /** Items that replaced one of the same id and locale earlier in this import. */
  readonly repeated: number;
  /** Records and items passed over. */
  readonly faults: number;
  /** Values that items were imported without. */
  readonly left_out: number;
  /** Fields the mapping reads that no record had. */
  readonly absent: readonly string[];
  readonly ms: number;
}

export interface ImportOptions {
  /** How the rows of a feed of the shop's own become items; wins over {@link format}. */
  readonly mapping?: Mapping;
  /** Name of the feed's kind; without it each file's first record tells. */
  readonly format?: string;
  readonly encoding?: Encoding;
  /** For records that name no language. */
  readonly locale?: string;
  /** For prices that name no currency. */
  readonly currency?: string;
  readonly now?: () => Date;
  /** Called for each record that is passed over. */
  readonly report?: (fault: RecordFault) => void;
  /** Called often. */
  readonly progress?: (done: ImportProgress) => void;
}

export interface ImportProgress {
  /** Of all files together. */
  readonly bytes: number;
  readonly rows: number;
  readonly records: number;
  readonly faults: number;
}

/**
 * Imports feeds of any known kind as one: bad records are reported and passed over, values that cannot be used left out, good ones become visible together. With
 * no good record, or a file that breaks off, nothing changes. Memory does not grow with the files.
 * @throws FeedBroken when a file cannot be read to its end or is of no known kind; the message names the file.
 */
export async function importFiles(target: ImportTarget, files: readonly string[], options: ImportOptions = {}): Promise<ImportSummary> {
  const run = new ImportRun(target, options);
  try {
    for (const [index, file] of files.entries()) await run.read(file, index);
    await run.flush(true);
  } catch (error) {
    await target.rollback();
    throw error;
  }
  if (run.counts.records > 0) await target.commit();
  else await target.rollback();
  return run.summary();
}

class ImportRun {
  readonly counts = { bytes: 0, rows: 0, records: 0, repeated: 0, faults: 0, left_out: 0 };
  readonly #target: ImportTarget;
  readonly #options: ImportOptions;
  readonly #start = performance.now();
  readonly #absent: Set<string>;

  constructor(target: ImportTarget, options: ImportOptions) {
    this.#target = target;
    this.#options = options;
    this.#absent = options.mapping ? sourcesOf(options.mapping) : new Set();
  }

  summary(): ImportSummary {
    const { bytes: _, ...counts } = this.counts;
    return { ...counts, absent: [...this.#absent], ms: Math.round(performance.now() - this.#start) };
  }

  async read(file: string, index: number): Promise<void> {
    const { locale, currency, encoding, now = () => new Date() } = this.#options;
    const { rows } = await openRows(file, encoding, (bytes) => {
      this.counts.bytes += bytes;
    });
    const place = { file: index, records: 0 };
    const context = { file: plainName(file), now: now(), ...(locale && { locale }), ...(currency && { currency }) };
    try {
      const { head, rest } = await upToFirstRecord(rows);
      const first = head.at(-1);
      const format = first && 'value' in first ? this.#formatOf(first.value) : ownItems;
      for await (const made of format.items(this.#counted(head, rest, place), context)) {
        this.#take(made, file, place);
        const written = this.flush(false);
        if (written) await written;
      }
    } catch (error) {
      if (error instanceof FeedBroken) throw new FeedBroken(`${file}: ${error.message}`, { cause: error });
      throw error;
    }
  }

  /** Lets the target write; null while it has nothing to do, so that nobody waits for each record. */
  flush(all: boolean): Promise<void> | null {
    const writing = this.#target.flush?.(all);
    return writing
      ? writing.then((repeats) => {
          this.counts.repeated += repeats;
        })
      : null;
  }

  #formatOf(record: Readonly<Record<string, unknown>>): Format {
    const { mapping, format: name } = this.#options;
    if (mapping) return mapped(mapping);
    const format = name === undefined ? formatOf(record) : formats.find((each) => each.name === name);
    if (format) return format;
    const names = Object.keys(record).slice(0, 12).join(', ');
    throw new FeedBroken(
      `a record with ${names} is of no known kind (${formats.map((each) => each.name).join(', ')}): ` +
        'write a mapping, or let --explain propose one',
    );
  }

  async *#counted(head: readonly Row[], rest: AsyncIterable<Row>, place: { file: number; records: number }): AsyncGenerator<Row> {
    for await (const row of chained(head, rest)) {
      this.counts.rows++;
      place.records++;
      if ('value' in row) for (const name of this.#absent) if (Object.hasOwn(row.value, name)) this.#absent.delete(name);
      yield row;
      this.#target.reached?.({ ...place });
      if (this.counts.rows % 512 === 0) this.#options.progress?.(this.counts);
    }
  }

  #take(made: Made, file: string, place: ImportPlace): void {
    // What an earlier run of the same import has written is read again, for what later rows need of it, and not written again.
    const { resumed } = this.#target;
    if (resumed && (place.file < resumed.file || (place.file === resumed.file && place.records <= resumed.records))) {
      this.counts.records++;
      return;
    }
    const checked = 'item' in made ? checkItem(made.item) : made;
    if ('reason' in checked) {
      this.counts.faults++;
      const id = 'item' in made ? idOf(made.item) : made.id;
      this.#options.report?.({ file, line: made.line, field: checked.field, reason: checked.reason, ...(id !== undefined && { id }) });
      return;
    }
    this.counts.records++;
    for (const { field, reason } of ('leftOut' in made && made.leftOut) || []) {
      this.counts.left_out++;
      this.#options.report?.({ file, line: made.line, field, reason, id: checked.item.id, kept: true });
    }
    if (this.#target.put(checked.item)) this.counts.repeated++;
  }
}

/** The id of what may be no item. */
const idOf = (item: unknown): string | undefined => (isRecord(item) && typeof item.id === 'string' ? item.id : undefined);

/** The rows up to the first that could be read, which tells the kind of the feed, and those that follow. */
async function upToFirstRecord(rows: AsyncIterable<Row>): Promise<{ head: Row[]; rest: AsyncIterable<Row> }> {
  const iterator = rows[Symbol.asyncIterator]();
  const head: Row[] = [];
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    head.push(next.value);
    if ('value' in next.value) break;
  }
  return { head, rest: { [Symbol.asyncIterator]: () => iterator } };
}

async function* chained<T>(head: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* head;
  yield* rest;
}
