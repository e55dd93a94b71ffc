import type { Item } from '../../protocol/item.ts';
import { type Condition, parseCondition } from './condition.ts';

/** What a query is like; the measures are printed by it. */
export const kinds = [
  'type',
  'brand',
  'model',
  'unit',
  'synonym',
  'misspelling',
  'pinyin',
  'mixed',
  'two-character',
  'colour, size',
  'use',
] as const;
export type Kind = (typeof kinds)[number];

/** A query with what a shopper means by it. */
export interface Judged {
  readonly kind: Kind;
  readonly query: string;
  /** The first says what kind of thing is meant. */
  readonly conditions: readonly Condition[];
  /** Nothing is tuned on these; every third of a set. */
  readonly held_out: boolean;
}

/** The queries over one catalogue. */
export interface QuerySet {
  readonly catalogue: string;
  readonly locale: string;
  /** Lines of `kind | query | condition ; condition …`. */
  readonly lines: string;
}

/** @throws Error for a line that cannot be read. */
export function judgedOf({ lines }: QuerySet): Judged[] {
  return lines
    .trim()
    .split('\n')
    .map((line, index) => {
      const [kind, query, conditions] = line.split('|').map((part) => part.trim());
      const known = kinds.find((each) => each === kind);
      if (!known || !query || !conditions) throw new Error(`cannot read the judged query: ${line}`);
      return {
        kind: known,
        query,
        conditions: conditions.split(';').map((each) => parseCondition(each.trim())),
        held_out: index % 3 === 2,
      };
    });
}

/**
 * How well an item answers, from what it states and nothing else:
 * 3 all conditions hold; 2 all but one of three or more, the first among those that hold; 1 the first holds; 0 it does not. What
 * cannot be had now counts one less.
 * @param records the item in all its languages.
 */
export function gradeOf({ conditions }: Judged, records: readonly Item[]): number {
  const [what, ...others] = conditions.map((holds) => records.some(holds));
  if (!what) return 0;
  const failed = others.filter((held) => !held).length;
  const grade = failed === 0 ? 3 : failed === 1 && others.length > 1 ? 2 : 1;
  const sold_out = records.every((item) => item.availability?.available === false);
  return sold_out ? grade - 1 : grade;
}
