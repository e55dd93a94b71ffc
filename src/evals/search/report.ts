import type { Judged } from './judged.ts';

interface Measures {
  readonly ndcg: number;
  readonly recall: number;
}

/** One query, measured. */
export interface Measured {
  readonly catalogue: string;
  readonly locale: string;
  readonly judged: Judged;
  readonly ours: Measures;
  readonly plain: Measures;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);

function line(name: string, list: readonly Measured[]): string {
  const of = (pick: (each: Measured) => number) => mean(list.map(pick));
  const ours = of((each) => each.ours.ndcg);
  const plain = of((each) => each.plain.ndcg);
  const gain = plain === 0 ? '' : `${ours >= plain ? '+' : ''}${((100 * (ours - plain)) / plain).toFixed(1)} %`;
  const cells = [
    list.length,
    ours.toFixed(3),
    plain.toFixed(3),
    gain,
    of((each) => each.ours.recall).toFixed(3),
    of((each) => each.plain.recall).toFixed(3),
  ];
  return `| ${[name, ...cells].join(' | ')} |`;
}

function table(title: string, all: readonly Measured[], nameOf: (each: Measured) => string): string {
  const groups = Map.groupBy(all, nameOf);
  return [
    `| ${title} | queries | nDCG@10 | plain BM25 | gain | recall@50 | plain BM25 |`,
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...[...groups].map(([name, list]) => line(name, list)),
  ].join('\n');
}

/** The measures by split, catalogue and kind, as Markdown. */
export function tables(all: readonly Measured[]): string {
  return [
    `${table('split', all, ({ judged }) => (judged.held_out ? 'held out' : 'tuned'))}\n${line('all', all)}`,
    table('catalogue', all, ({ catalogue, locale }) => `${catalogue}, ${locale}`),
    table('kind', all, ({ judged }) => judged.kind),
  ].join('\n\n');
}
