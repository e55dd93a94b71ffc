import { type VerdictBasis, verdictBases } from '../../protocol/compare.ts';
import type { PeriodQuery } from '../../protocol/operator.ts';
import type { InsightBucket, InsightsResponse } from '../../protocol/operator-insights.ts';
import { allOf, type Condition, within } from './conditions.ts';
import { latencyOf, median, percentileOfCounts, scoresOf } from './percentiles.ts';
import { nullableNumber, numberOf, type Row, type Sql } from './sql.ts';

/** Stretches a period is cut into, and rows a list shows. */
const BUCKETS = 60;
const MOST = 20;
const MOST_NOTES = 50;
/** Output counts fourfold, cached input a tenth (decision 020); in millions of input tokens' worth. */
const unitsOf = (input: number, cached: number, output: number): number => (input - 0.9 * cached + 4 * output) / 1_000_000;

interface Measured {
  readonly at: number;
  readonly model: string;
  readonly outcome: string;
  readonly error: string | null;
  readonly first_token: number | null;
  readonly first_card: number | null;
  readonly ms: number;
  readonly tokens_in: number;
  readonly tokens_out: number;
  readonly tokens_cached: number;
  readonly rating: string | null;
  readonly score: number | null;
  readonly basis: string | null;
  readonly cards: number;
  readonly rejected: number;
}

const measured = (row: Row): Measured => ({
  at: numberOf(row.at),
  model: String(row.model),
  outcome: String(row.outcome),
  error: row.error === null ? null : String(row.error),
  first_token: nullableNumber(row.first_token),
  first_card: nullableNumber(row.first_card),
  ms: numberOf(row.ms),
  tokens_in: numberOf(row.tokens_in),
  tokens_out: numberOf(row.tokens_out),
  tokens_cached: numberOf(row.tokens_cached),
  rating: row.rating === null ? null : String(row.rating),
  score: nullableNumber(row.score),
  basis: row.basis === null ? null : String(row.basis),
  cards: numberOf(row.cards),
  rejected: numberOf(row.rejected),
});

const stated = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function grouped<T>(values: readonly T[], key: (value: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = key(value);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(value);
    else groups.set(name, [value]);
  }
  return groups;
}

const counts = <K extends string>(values: readonly Measured[], name: K, key: (value: Measured) => string | null) =>
  [...grouped(values, key)]
    .map(([value, group]) => ({ [name]: value, count: group.length }) as Record<K, string> & { count: number })
    .sort((a, b) => b.count - a.count);

function bucketsOf(runs: readonly Measured[], from: number, to: number): InsightBucket[] {
  const width = Math.max(1, (to - from) / BUCKETS);
  const stretches: Measured[][] = Array.from({ length: BUCKETS }, () => []);
  for (const run of runs) stretches[Math.min(BUCKETS - 1, Math.max(0, Math.floor((run.at - from) / width)))]?.push(run);
  return stretches.map((stretch, index) => ({
    at: new Date(from + index * width).toISOString(),
    runs: stretch.length,
    failed: stretch.filter(({ outcome }) => outcome === 'error' || outcome === 'interrupted').length,
    rejected: sum(stretch.map(({ rejected }) => rejected)),
    up: stretch.filter(({ rating }) => rating === 'up').length,
    down: stretch.filter(({ rating }) => rating === 'down').length,
    first_token_ms: median(stated(stretch.map(({ first_token }) => first_token))),
    tokens_in: sum(stretch.map(({ tokens_in }) => tokens_in)),
    tokens_out: sum(stretch.map(({ tokens_out }) => tokens_out)),
  }));
}

function modelsOf(runs: readonly Measured[]): InsightsResponse['models'] {
  return [...grouped(runs, ({ model }) => (model === '' ? null : model))]
    .map(([model, group]) => {
      const [tokens_in, tokens_cached, tokens_out] = [
        sum(group.map((run) => run.tokens_in)),
        sum(group.map((run) => run.tokens_cached)),
        sum(group.map((run) => run.tokens_out)),
      ];
      return {
        model,
        runs: group.length,
        tokens_in,
        tokens_cached,
        tokens_out,
        units: unitsOf(tokens_in, tokens_cached, tokens_out),
        first_token_p50: median(stated(group.map(({ first_token }) => first_token))),
        score: scoresOf(stated(group.map(({ score }) => score))).mean,
      };
    })
    .sort((a, b) => b.runs - a.runs);
}

/**
 * The period's rows of the side tables. Runs are written about in the order they began, so their numbers narrow a table that has no
 * index by time; the instant decides.
 */
async function sideRows(sql: Sql, period: PeriodQuery): Promise<Condition> {
  const runs = within(period);
  const [found] = await sql.all(`SELECT min(no) AS first, max(no) AS last FROM run WHERE ${runs.sql}`, ...runs.values);
  return allOf([within(period, 'at'), { sql: 'no BETWEEN ? AND ?', values: [numberOf(found?.first), numberOf(found?.last)] }]);
}

async function toolsOf(sql: Sql, side: Condition): Promise<InsightsResponse['tools']> {
  const { sql: where, values } = side;
  const rows = await sql.all(`SELECT name, ms, ok, count(*) AS count FROM run_tool WHERE ${where} GROUP BY name, ms, ok`, ...values);
  const names = [...new Set(rows.map((row) => String(row.name)))];
  return names
    .map((name) => {
      const own = rows.filter((row) => row.name === name);
      const times = own.map((row) => ({ value: numberOf(row.ms), count: numberOf(row.count) })).sort((a, b) => a.value - b.value);
      return {
        name,
        calls: sum(times.map(({ count }) => count)),
        failed: sum(own.filter((row) => numberOf(row.ok) === 0).map((row) => numberOf(row.count))),
        p50: percentileOfCounts(times, 0.5),
        p99: percentileOfCounts(times, 0.99),
      };
    })
    .sort((a, b) => b.calls - a.calls);
}

async function itemsOf(sql: Sql, shown: Condition, remarks: Condition): Promise<Pick<InsightsResponse, 'items' | 'path'>> {
  const rows = await sql.all(
    `SELECT item, sum(cards) AS shown FROM run_item WHERE cards > 0 AND ${shown.sql} GROUP BY item ORDER BY sum(cards) DESC, item LIMIT ?`,
    ...shown.values,
    MOST,
  );
  const [total] = await sql.all(`SELECT sum(cards) AS shown FROM run_item WHERE cards > 0 AND ${shown.sql}`, ...shown.values);
  const kinds = await sql.all(
    `SELECT item, kind, count(*) AS count FROM remark WHERE kind <> 'feedback' AND ${remarks.sql} GROUP BY item, kind`,
    ...remarks.values,
  );
  const countOf = (kind: string, item?: string): number =>
    sum(kinds.filter((row) => row.kind === kind && (item === undefined || row.item === item)).map((row) => numberOf(row.count)));
  const items = [];
  for (const row of rows) {
    const item_id = String(row.item);
    items.push({
      item_id,
      title: await titleOf(sql, item_id),
      shown: numberOf(row.shown),
      seen: countOf('card_seen', item_id),
      clicked: countOf('item_click', item_id),
      carted: countOf('add_to_cart', item_id),
    });
  }
  return {
    items,
    path: { shown: numberOf(total?.shown), seen: countOf('card_seen'), clicked: countOf('item_click'), carted: countOf('add_to_cart') },
  };
}

async function titleOf(sql: Sql, item: string): Promise<string> {
  const [row] = await sql.all('SELECT title FROM item_title WHERE item = ?', item);
  return row ? String(row.title) : item;
}

async function pairsOf(sql: Sql, { sql: where, values }: Condition): Promise<InsightsResponse['pairs']> {
  const rows = await sql.all(
    `SELECT a, b, count(*) AS count FROM run_pair WHERE ${where} GROUP BY a, b ORDER BY count(*) DESC, a, b LIMIT ?`,
    ...values,
    MOST,
  );
  const pairs: InsightsResponse['pairs'] = [];
  for (const row of rows) {
    const [a, b] = [String(row.a), String(row.b)];
    pairs.push({ items: [a, b], titles: [await titleOf(sql, a), await titleOf(sql, b)], count: numberOf(row.count) });
  }
  return pairs;
}

/** What the runs of a period come to. Rows of runs are read once and measured here, so both databases count alike. */
export async function readInsights(sql: Sql, period: PeriodQuery): Promise<InsightsResponse> {
  const { sql: where, values } = within(period);
  const side = await sideRows(sql, period);
  const remarks = within(period, 'at');
  const rows = await sql.all(
    `SELECT at, model, outcome, error, first_token, first_card, ms, tokens_in, tokens_out, tokens_cached, rating, score, basis, cards, rejected
     FROM run WHERE ${where} ORDER BY at`,
    ...values,
  );
  const runs = rows.map(measured);
  const [talks] = await sql.all(`SELECT count(DISTINCT conversation) AS count FROM run WHERE ${where}`, ...values);
  const verdicts = await sql.all(
    `SELECT rule, outcome, sum(count) AS count, count(*) AS runs FROM run_verdict WHERE ${side.sql} GROUP BY rule, outcome ORDER BY sum(count) DESC, rule`,
    ...side.values,
  );
  const unmet = await sql.all(
    `SELECT asked, count(*) AS count, max(at) AS last_at FROM run_unmet WHERE ${side.sql} GROUP BY asked ORDER BY count(*) DESC, max(at) DESC LIMIT ?`,
    ...side.values,
    MOST,
  );
  const notes = await sql.all(
    `SELECT run_id, at, verdict, note FROM remark WHERE kind = 'feedback' AND note IS NOT NULL AND ${remarks.sql} ORDER BY at DESC LIMIT ?`,
    ...remarks.values,
    MOST_NOTES,
  );
  const first = period.from === undefined ? runs[0]?.at : Date.parse(period.from);
  const last = period.to === undefined ? (runs.at(-1)?.at ?? Number.NaN) + 1 : Date.parse(period.to);
  const instant = (at: number | undefined): string | null => (at === undefined || Number.isNaN(at) ? null : new Date(at).toISOString());
  const bases = grouped(runs, ({ basis }) => basis);
  return {
    from: instant(first),
    to: instant(last),
    runs: runs.length,
    conversations: numberOf(talks?.count),
    outcomes: counts(runs, 'outcome', ({ outcome }) => outcome),
    errors: counts(runs, 'error', ({ error }) => error),
    latency: {
      first_token: latencyOf(stated(runs.map((run) => run.first_token))),
      first_card: latencyOf(stated(runs.map((run) => run.first_card))),
      whole: latencyOf(runs.map((run) => run.ms)),
    },
    score: scoresOf(stated(runs.map((run) => run.score))),
    rejections: verdicts.map((row) => ({
      rule: String(row.rule),
      outcome: String(row.outcome),
      count: numberOf(row.count),
      runs: numberOf(row.runs),
    })),
    tools: await toolsOf(sql, side),
    comparisons: verdictBases.flatMap((basis: VerdictBasis) => {
      const count = bases.get(basis)?.length ?? 0;
      return count > 0 ? [{ basis, count }] : [];
    }),
    unmet: unmet.map((row) => ({
      asked: String(row.asked),
      count: numberOf(row.count),
      last_at: new Date(numberOf(row.last_at)).toISOString(),
    })),
    pairs: await pairsOf(sql, side),
    feedback: {
      up: runs.filter(({ rating }) => rating === 'up').length,
      down: runs.filter(({ rating }) => rating === 'down').length,
      notes: notes.map((row) => ({
        run_id: String(row.run_id),
        at: new Date(numberOf(row.at)).toISOString(),
        verdict: row.verdict === 'up' ? 'up' : 'down',
        note: String(row.note),
      })),
    },
    ...(await itemsOf(sql, side, remarks)),
    models: modelsOf(runs),
    buckets: first !== undefined && last > first ? bucketsOf(runs, first, last) : [],
  };
}
