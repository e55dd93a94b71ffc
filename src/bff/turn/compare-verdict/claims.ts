import type { CompareRow, Comparison } from '../../../protocol/compare.ts';
import { namesFor } from '../../compare/names.ts';

/** Longest sentence, in characters. */
const LONGEST = 300;

/** A sentence that may go on to the guard, with the keys of the rows it stands on; or why it may not. */
export type Claim =
  | { readonly text: string; readonly rows: readonly string[] }
  | { readonly dropped: 'no row' | 'too long' | 'names a winner' | 'number' | 'contradicts' | 'not stated' };

export interface ClaimContext {
  readonly comparison: Comparison;
  /** What each item is called. */
  readonly names: readonly string[];
  /** The agreed winner's index; undefined where there is none. */
  readonly winner: number | undefined;
}

/** Words that advise one item over the others, in whatever order they come. */
const ADVISES =
  /\b(?:recommend\w*|best (?:choice|option|pick|buy|fit|one|overall)|better (?:choice|option|pick|buy|fit|overall)|(?:go|stick) (?:with|for)|choose|the winner|wins|top pick|my pick|clear favou?rite)\b|推荐|首选|更适合|最适合|更值得|最值得|最佳|胜出|优选|(?:建议|应该|不如|直接|就)(?:选|买|租|拿)|选它|闭眼/iu;
/** A condition leaves the choice to the shopper. */
const CONDITION = /\b(?:if|when|for (?:those|shoppers|people)|depends|unless)\b|如果|若|要是|假如|看重|在意|取决|的话/iu;
/** The sentence says itself that the shop does not state it. */
const SILENT = /not (?:stated|given|listed|specified)|does not (?:state|say)|unknown|没有?(?:注明|写|标)|未(?:注明|标|写|说明)|不详/iu;

/**
 * Checks a line of the model against the rows it names, before the guard sees it. `[keys] sentence`; a sentence tied to no row is no
 * claim of this table. Heuristic by nature (G17): it drops what the rows contradict and lets the rest stand.
 */
export function readClaim(line: string, { comparison, names, winner }: ClaimContext): Claim {
  const match = /^[\s*•-]*\[([^\]]{1,400})\]\s*[:：]?\s*(.+)$/su.exec(line);
  const text = match?.[2]?.trim() ?? '';
  const rows = (match?.[1] ?? '').split(/[,，、;；]\s*/u).flatMap((key) => comparison.rows.find((row) => row.key === key.trim()) ?? []);
  if (rows.length === 0 || text === '') return { dropped: 'no row' };
  if (text.length > LONGEST) return { dropped: 'too long' };
  const named = namedIn(text, comparison, names);
  if (ADVISES.test(text) && !CONDITION.test(text) && !(winner !== undefined && named.length === 1 && named[0] === winner))
    return { dropped: 'names a winner' };
  if (!numbersHold(text, rows, comparison, names)) return { dropped: 'number' };
  if (contradicts(text, rows, named)) return { dropped: 'contradicts' };
  const spokenOf = named.length > 0 ? named : comparison.items.map((_, at) => at);
  if (!SILENT.test(text) && rows.every((row) => spokenOf.every((at) => row.cells[at] === null))) return { dropped: 'not stated' };
  return { text, rows: rows.map((row) => row.key) };
}

/** Items a sentence names, in the order in which it names them. */
function namedIn(text: string, { items }: Comparison, names: readonly string[]): number[] {
  let rest = text.toLowerCase();
  const found: { at: number; index: number }[] = [];
  // Longest names first, each taken out of the text: "R2 Pro" is not "R2".
  const all = items.flatMap((item, index) =>
    namesFor(item, names[index] ?? item.title).map((name) => ({ name: name.toLowerCase(), index })),
  );
  for (const { name, index } of all.toSorted((a, b) => b.name.length - a.name.length)) {
    const at = rest.indexOf(name);
    if (at < 0) continue;
    if (!found.some((each) => each.index === index)) found.push({ at, index });
    rest = rest.replaceAll(name, ' '.repeat(name.length));
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ index }) => index);
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
const numbersIn = (text: string): number[] =>
  (text.normalize('NFKC').match(NUMBER) ?? []).map((found) => Number(found.replaceAll(',', '')));

/** Whether every number in a sentence is one of its rows, a difference of two of them, the number of items, or part of a name. */
function numbersHold(text: string, rows: readonly CompareRow[], { items }: Comparison, names: readonly string[]): boolean {
  let bare = text;
  const known = items.flatMap((item, at) => namesFor(item, names[at] ?? item.title)).toSorted((a, b) => b.length - a.length);
  for (const name of [...known, ...rows.map((row) => row.label)]) bare = bare.replaceAll(name, ' ');
  const said = numbersIn(bare);
  if (said.length === 0) return true;
  return said.every((number) =>
    rows.some((row) => {
      const cells = row.cells.map((cell) => numbersIn(cell?.text ?? ''));
      const stated = cells.flat();
      if (stated.includes(number) || number === items.length) return true;
      const firsts = cells.flatMap((numbers) => numbers[0] ?? []);
      return firsts.some((one) => firsts.some((other) => Math.abs(Math.round((one - other) * 1000) / 1000) === number));
    }),
  );
}

/** Whether a sentence gives the lead in a row to an item that does not have it: "A is lighter" where B is the lightest. */
function contradicts(text: string, rows: readonly CompareRow[], named: readonly number[]): boolean {
  const [subject] = named;
  // Two items without "than" between them may stand in any order: only what is plain is judged.
  if (
    subject === undefined ||
    (named.length > 1 && !/\bthan\b|比/u.test(text)) ||
    /^(?:比起|相比|与|和|unlike|compared)/iu.test(text.trim())
  )
    return false;
  return rows.some((row) => row.best !== undefined && row.best !== subject && leadWords(row.best_label ?? '').test(text));
}

/** The words for leading in a row, from its own label: lightest is lighter too, 最轻 is 更轻. */
function leadWords(label: string): RegExp {
  const zh = /^最(.+)$/u.exec(label)?.[1];
  if (zh) return new RegExp(`(?<!不)(?:更|最|比较|要)${literal(zh)}|比.+${literal(zh)}`, 'u');
  const stem = /^(\w+?)(?:st|est)\b/.exec(label)?.[1] ?? label;
  return new RegExp(`\\b${literal(stem)}(?:e?r|e?st)\\b|\\b${literal(label)}\\b`, 'iu');
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
