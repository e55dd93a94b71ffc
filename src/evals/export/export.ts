import { createHash } from 'node:crypto';
import type { RunArchive } from '../../bff/archive/archive.ts';
import { canonicalJson } from '../../bff/language/canonical-json.ts';
import type { RunsQuery } from '../../protocol/operator.ts';
import type { Example, Format, Json, Kind } from './example.ts';
import { FormatFault } from './example.ts';
import { examplesOf } from './from-run.ts';

/** Parts of a set, by the share of conversations each gets. */
export const splits = ['train', 'validation', 'test'] as const;
export type Split = (typeof splits)[number];
export type Shares = Readonly<Record<Split, number>>;

const PAGE = 100;

/** The part a conversation belongs to: the same in every export, and one part for all of its runs. @param conversation its digest */
export function splitOf(conversation: string, { train, validation }: Shares): Split {
  const place = (Number.parseInt(createHash('sha256').update(conversation).digest('hex').slice(0, 8), 16) / 2 ** 32) * 100;
  if (place < train) return 'train';
  return place < train + validation ? 'validation' : 'test';
}

/** One record of one file. */
export interface Line {
  readonly format: Format;
  readonly kind: Kind;
  readonly split: Split;
  readonly record: Json;
}

/** What an export was made of. */
export interface Counts {
  /** Runs that match the filters, and those of them the shopper lets the shop train with. */
  runs: number;
  consented: number;
  /** Rows that are damaged, and records a format's own rules refused. */
  unreadable: number;
  refused: number;
  repeated: number;
  readonly conversations: Set<string>;
  /** Records by format, kind and split, as `trl/sft/train`. */
  readonly records: Map<string, number>;
  readonly models: Map<string, number>;
  readonly locales: Map<string, number>;
  /** What preferences and labels come from. */
  readonly sources: Map<string, number>;
}

export interface ExportOptions {
  readonly archive: RunArchive;
  readonly query: RunsQuery;
  readonly formats: readonly Format[];
  readonly kinds: readonly Kind[];
  readonly shares: Shares;
  readonly leastScore: number;
  /** Waited for, so that a large export is never held in memory. */
  readonly write: (line: Line) => Promise<void> | void;
  /** Told of a record that a format refused. */
  readonly onRefused: (format: string, kind: Kind, reason: string) => void;
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** What makes two examples the same, whoever asked. */
function contentOf({ id: _, conversation: __, ...content }: Example): string {
  return createHash('sha256').update(canonicalJson(content)).digest('base64url');
}

/**
 * Writes the examples of consented runs in every format asked for. Each record is read back by the format's own rules before it is
 * written: what a trainer would refuse or pass over is counted and left out.
 */
export async function exportRuns(options: ExportOptions): Promise<Counts> {
  const { archive, query, formats, kinds, shares, leastScore, write, onRefused } = options;
  const counts: Counts = {
    runs: (await archive.list({ ...query, limit: 1 })).total,
    consented: 0,
    unreadable: 0,
    refused: 0,
    repeated: 0,
    conversations: new Set(),
    records: new Map(),
    models: new Map(),
    locales: new Map(),
    sources: new Map(),
  };
  const seen = new Set<string>();
  const writeExample = async (example: Example): Promise<void> => {
    for (const format of formats) {
      if (!format.kinds.includes(example.kind)) continue;
      const record = format.write(example);
      try {
        format.read(record, example.kind);
      } catch (error) {
        if (!(error instanceof FormatFault)) throw error;
        counts.refused += 1;
        onRefused(format.name, example.kind, error.message);
        continue;
      }
      const split = splitOf(example.conversation, shares);
      await write({ format, kind: example.kind, split, record });
      count(counts.records, `${format.name}/${example.kind}/${split}`);
    }
  };
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = await archive.page(query, after, PAGE, true);
    counts.unreadable += page.unreadable.length;
    for (const run of page.runs) {
      counts.consented += 1;
      counts.conversations.add(run.conversation_id);
      count(counts.models, run.summary.models.at(-1) ?? 'none');
      count(counts.locales, run.summary.locale);
      for (const example of examplesOf(run, leastScore)) {
        if (!kinds.includes(example.kind)) continue;
        const content = contentOf(example);
        if (seen.has(content)) {
          counts.repeated += 1;
          continue;
        }
        seen.add(content);
        if ('why' in example) count(counts.sources, `${example.kind}: ${example.why}`);
        await writeExample(example);
      }
    }
    after = page.next;
  }
  return counts;
}
