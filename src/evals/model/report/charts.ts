import { escaped } from './escape.ts';

/** One row of a bar chart: a name and a share of each of the two, undefined where there is none. */
export interface BarRow {
  readonly name: string;
  readonly a: number | undefined;
  readonly b: number | undefined;
  /** What stands beside each bar. */
  readonly texts: readonly [string, string];
}

const WIDTH = 720;
const LABEL = 190;
const VALUE = 130;
const BAR = 14;
const ROW = 44;

/** A drawing that scrolls by itself where the screen is narrower than it can be read at. */
const framed = (title: string, height: number, body: string): string =>
  `<div class="chart" tabindex="0" role="region" aria-label="${escaped(title)}"><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}">${body}</svg></div>`;

/** Two bars a row on one scale from 0 to 1. The figures stand beside the bars, so colour alone says nothing. */
export function barChart(title: string, rows: readonly BarRow[]): string {
  const room = WIDTH - LABEL - VALUE;
  const bar = (share: number | undefined, text: string, series: 'a' | 'b', y: number): string =>
    share === undefined
      ? ''
      : `<rect class="${series}" x="${LABEL}" y="${y}" width="${Math.max(1, share * room).toFixed(1)}" height="${BAR}" rx="2"/>` +
        `<text class="value" x="${LABEL + room + 8}" y="${y + BAR - 2}">${escaped(text)}</text>`;
  const body = rows
    .map(({ name, a, b, texts }, index) => {
      const y = index * ROW + 8;
      return `<text class="name" x="${LABEL - 10}" y="${y + BAR + 6}">${escaped(name)}</text>${bar(a, texts[0], 'a', y)}${bar(b, texts[1], 'b', y + BAR + 2)}`;
    })
    .join('');
  const height = rows.length * ROW + 26;
  const ticks = [0, 0.25, 0.5, 0.75, 1]
    .map((share) => {
      const x = (LABEL + share * room).toFixed(1);
      return `<line class="tick" x1="${x}" y1="0" x2="${x}" y2="${height - 22}"/><text class="axis" x="${x}" y="${height - 6}">${share * 100} %</text>`;
    })
    .join('');
  return framed(title, height, `${ticks}${body}`);
}

/** Points of a curve, both axes from 0 to 1. */
export interface Curve {
  readonly series: 'a' | 'b';
  readonly values: readonly number[];
}

const CURVE_HEIGHT = 240;
const EDGE = 44;

/** Scores from the worst run to the best: the left end shows the very bad answers that decide whether a model may ship. */
export function sortedCurves(title: string, curves: readonly Curve[]): string {
  const [width, height] = [WIDTH - EDGE - 28, CURVE_HEIGHT - 40];
  const y = (value: number): string => (12 + (1 - value) * height).toFixed(1);
  const x = (share: number): string => (EDGE + share * width).toFixed(1);
  const line = ({ series, values }: Curve): string => {
    const sorted = [...values].sort((one, other) => one - other);
    const points = sorted.map((value, index) => `${x(sorted.length < 2 ? 0 : index / (sorted.length - 1))},${y(value)}`);
    return `<polyline class="line ${series}" points="${points.join(' ')}"/>`;
  };
  const across = [0, 0.5, 1]
    .map(
      (value) =>
        `<line class="tick" x1="${EDGE}" y1="${y(value)}" x2="${EDGE + width}" y2="${y(value)}"/><text class="axis left" x="${EDGE - 8}" y="${Number(y(value)) + 4}">${value}</text>`,
    )
    .join('');
  const down = [0, 0.1, 0.5, 1]
    .map((share) => `<text class="axis" x="${x(share)}" y="${CURVE_HEIGHT - 8}">${share * 100} %</text>`)
    .join('');
  return framed(title, CURVE_HEIGHT, `${across}${down}${curves.map(line).join('')}`);
}
