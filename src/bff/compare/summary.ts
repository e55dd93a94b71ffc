import type { CompareRow, CompareVerdict, Comparison } from '../../protocol/compare.ts';
import { type Language, languageOf } from '../../protocol/locale.ts';
import { tiedTo } from '../../protocol/verdict-text.ts';
import { itemNames } from './names.ts';
import { type ComparePolicy, defaultPolicy } from './policy.ts';

type Sentence = CompareVerdict['sentences'][number];

/** Rows one sentence speaks of. */
const NAMED = 4;

interface SummaryWords {
  readonly leads: (name: string, rows: readonly string[]) => string;
  readonly lead: (label: string, best: string) => string;
  readonly depends: (choices: readonly { readonly label: string; readonly name: string }[]) => string;
  readonly renting: (name: string, text: string) => string;
  readonly differ: (labels: readonly string[]) => string;
  readonly silent: (names: string, labels: readonly string[], count: number) => string;
  readonly join: (names: readonly string[]) => string;
  readonly even: string;
  readonly same: string;
}

const words: Readonly<Record<Language, SummaryWords>> = {
  zh: {
    leads: (name, rows) => `${name} 占优的地方：${rows.join('、')}。`,
    lead: (label, best) => `${label}${best}`,
    depends: (choices) => `${choices.map(({ label, name }) => `更看重${label}，选 ${name}`).join('；')}。`,
    renting: (name, text) => `${name}：${text}。`,
    differ: (labels) => `${labels.join('、')}也不一样，哪个好要看你怎么用。`,
    silent: (name, labels) => `${name} 没有注明${labels.join('、')}，下单前值得问一下。`,
    join: (names) => names.join('、'),
    even: '在能分出好坏的项目上，没有哪一件明显占优。',
    same: '目录里写明的内容完全相同，按价格、外观挑就好。',
  },
  en: {
    leads: (name, rows) => `${name} is ahead in ${list(rows)}.`,
    lead: (label, best) => `${lower(label)} (${best})`,
    depends: (choices) =>
      `${choices.map(({ label, name }, at) => `${at === 0 ? 'If' : 'if'} ${lower(label)} matters more, choose ${name}`).join('; ')}.`,
    renting: (name, text) => `${name}: ${text}.`,
    differ: (labels) => `They also differ in ${list(labels.map(lower))}; which is better depends on the use.`,
    silent: (names, labels, count) =>
      `${names} ${count === 1 ? 'does' : 'do'} not state ${list(labels.map(lower))}, which is worth asking before ordering.`,
    join: (names) => list(names),
    even: 'In what has a better end, none is clearly ahead.',
    same: 'What the catalogue states is the same for all, so choose by price or looks.',
  },
};

const lower = (label: string): string => (/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

export interface SummaryOptions {
  readonly locale: string;
  /** Keys of rows that matter to this shopper: opened, or asked about. They are spoken of first. */
  readonly matter?: readonly string[];
  /** Whether the shopper rents or buys, where that is known (a term says so too): the other kind's rows are left out. */
  readonly offer_kind?: 'sell' | 'lease' | undefined;
  /** Which end of a fact is better in this shop: two that share the better end do not leave it to the use. */
  readonly policy?: ComparePolicy;
}

const isRate = ({ key }: CompareRow): boolean => key === 'rate';
const RENTAL_ROWS: ReadonlySet<string> = new Set(['rate', 'total', 'deposit', 'minimum', 'buyout']);

/**
 * The verdict that needs no model: who is ahead in what, what the choice depends on, until when renting is cheaper, what else
 * differs, what is not stated. It names no winner: rows do not know the shopper. Every sentence names its rows.
 */
export function summary(comparison: Comparison, { locale, matter = [], offer_kind, policy = defaultPolicy }: SummaryOptions): Sentence[] {
  const say = words[languageOf(locale)];
  const names = itemNames(comparison.items);
  const rents = (offer_kind ?? (comparison.days === undefined ? 'sell' : 'lease')) === 'lease' && comparison.rows.some(isRate);
  const concerns = ({ key }: CompareRow): boolean => (rents ? key !== 'price' : offer_kind !== 'sell' || !RENTAL_ROWS.has(key));
  const weight = ({ key }: CompareRow): number => (matter.includes(key) ? 0 : 1);
  const rows = comparison.rows.filter(concerns).toSorted((a, b) => weight(a) - weight(b));
  const labelled = new Map(rows.map((row) => [row.key, plain(row.label)]));
  // A rate and its total lead alike: one of them is enough.
  const leading = rows.filter((row) => row.best !== undefined && !(row.key === 'rate' && labelled.has('total')));
  const leadsOf = names.map((_, at) => leading.filter((row) => row.best === at));
  const sentences: Sentence[] = [];

  for (const [at, name] of names.entries()) {
    const own = leadsOf[at]?.slice(0, NAMED) ?? [];
    if (own.length === 0) continue;
    const parts = own.map((row) => say.lead(plain(row.label), row.best_label ?? ''));
    sentences.push({ text: say.leads(name, parts), rows: own.map((row) => row.key) });
  }
  const choices = leadsOf.flatMap((own, at) => (own[0] ? [{ row: own[0], name: names[at] ?? '' }] : []));
  if (choices.length > 1)
    sentences.push({
      text: say.depends(choices.map(({ row, name }) => ({ label: plain(row.label), name }))),
      rows: choices.map(({ row }) => row.key),
    });
  if (leading.length === 0)
    sentences.push({ text: rows.some((row) => row.differs) ? say.even : say.same, rows: rows.slice(0, NAMED).map((row) => row.key) });

  const even = comparison.rows.find((row) => row.key === 'break_even');
  // Items of which the same holds share a sentence.
  const renting = Map.groupBy([...(even?.cells.entries() ?? [])], ([, cell]) => (cell?.value === undefined ? '' : cell.text));
  if (offer_kind !== 'sell')
    for (const [text, cells] of renting)
      if (text !== '') sentences.push({ text: say.renting(say.join(cells.map(([at]) => names[at] ?? '')), text), rows: ['break_even'] });

  const open = rows.filter(
    (row) =>
      row.differs &&
      row.best === undefined &&
      DEPENDING.test(row.key) &&
      row.cells.every((cell) => cell !== null) &&
      !policy.better(row.key.replace(/^attributes\./, ''), row.label),
  );
  if (open.length > 0) {
    const named = open.slice(0, NAMED);
    sentences.push({ text: say.differ(named.map((row) => plain(row.label))), rows: named.map((row) => row.key) });
  }
  sentences.push(...silences(rows, names, say));
  return sentences.slice(0, MOST);
}

/** What an item leaves open though most of the others state it; items that leave the same open share a sentence. */
function silences(rows: readonly CompareRow[], names: readonly string[], say: SummaryWords): Sentence[] {
  const asked = rows.filter(
    ({ key, cells }) => SILENT.test(key) && cells.filter((cell) => cell !== null).length * 2 >= Math.max(2, cells.length),
  );
  const open = names.map((_, at) => asked.filter((row) => row.cells[at] === null).slice(0, NAMED - 1));
  const shared = Map.groupBy(open.keys(), (at) => (open[at] ?? []).map((row) => row.key).join('\n'));
  return [...shared.values()].flatMap((at) => {
    const silent = open[at[0] ?? 0] ?? [];
    const text = say.silent(
      say.join(at.map((each) => names[each] ?? '')),
      silent.map((row) => plain(row.label)),
      at.length,
    );
    return silent.length === 0 ? [] : [{ text, rows: silent.map((row) => row.key) }];
  });
}

/** Sentences of a summary; the table holds the rest. */
const MOST = 7;
/** Rows where a difference is a matter of use. */
const DEPENDING = /^(?:attributes|options)\./;
/** Rows whose silence a shopper should know of. */
const SILENT = /^(?:attributes\.|price$|deposit$|guarantees$)/;

/** A label without its unit in brackets. */
function plain(label: string): string {
  return label.replace(/\s*[(（][^()（）]*[)）]/g, '').trim() || label;
}

/** A sentence with the names of its rows, so that the reader sees what it stands on. */
export function tiedText({ text, rows }: Sentence, comparison: Comparison, locale: string): string {
  const labels = rows.flatMap((key) => comparison.rows.find((row) => row.key === key)?.label ?? []).map(plain);
  return tiedTo(text, [...new Set(labels)], languageOf(locale));
}
