import { type VerdictBasis, verdictBases } from '../../protocol/compare.ts';
import type { PeriodQuery } from '../../protocol/operator.ts';
import type { InsightBucket, InsightsResponse } from '../../protocol/operator-insights.ts';
import { type RunColumns, readColumns } from './columns.ts';
import { allOf, type Condition, within } from './conditions.ts';
import { latencyOf, median, percentileOfCounts, scoresOf } from './percentiles.ts';
import { numberOf, type Sql } from './sql.ts';

/** Stretches a period is cut into, and rows a list shows. */
const BUCKETS = 60;
const MOST = 20;
const MOST_NOTES = 50;
/** Output counts fourfold, cached input a tenth (decision 020); in millions of input tokens' worth. */
const unitsOf = (input: number, cached: number, output: number): number => (input - 0.9 * cached + 4 * output) / 1_000_000;

const stated = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
const sum = (values: readonly (number | null)[]): number => values.reduce((all: number, value) => all + (value ?? 0), 0);

/** Places of the runs with each value of a column. */
function grouped(values: readonly (string | null)[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [place, value] of values.entries()) {
    if (value === null || value === '') continue;
    const group = groups.get(value);
    if (group) group.push(place);
    else groups.set(value, [place]);
  }
  return groups;
}

const largestFirst = <T extends { readonly count: number }>(rows: readonly T[]): T[] => rows.toSorted((a, b) => b.count - a.count);

function bucketsOf(runs: RunColumns, from: number, to: number): InsightBucket[] {
  const width = Math.max(1, (to - from) / BUCKETS);
  const stretches: number[][] = Array.from({ length: BUCKETS }, () => []);
  for (const [place, at] of runs.at.entries()) stretches[Math.min(BUCKETS - 1, Math.max(0, Math.floor((at - from) / width)))]?.push(place);
  return stretches.map((places, index) => {
    const of = <T>(column: readonly T[]): T[] => places.flatMap((place) => column[place] as T);
    const outcomes = of(runs.outcome);
    const ratings = of(runs.rating);
    return {
      at: new Date(from + index * width).toISOString(),
      runs: places.length,
      failed: outcomes.filter((outcome) => outcome === 'error' || outcome === 'interrupted').length,
      rejected: sum(of(runs.rejected)),
      up: ratings.filter((rating) => rating === 'up').length,
      down: ratings.filter((rating) => rating === 'down').length,
      first_token_ms: median(stated(of(runs.first_token))),
      tokens_in: sum(of(runs.tokens_in)),
      tokens_out: sum(of(runs.tokens_out)),
    };
  });
}

function modelsOf(runs: RunColumns): InsightsResponse['models'] {
  return [...grouped(runs.model)]
    .map(([model, places]) => {
      const of = (column: readonly (number | null)[]): number[] => stated(places.map((place) => column[place] ?? null));
      const [tokens_in, tokens_cached, tokens_out] = [sum(of(runs.tokens_in)), sum(of(runs.tokens_cached)), sum(of(runs.tokens_out))];
      return {
        model,
        runs: places.length,
        tokens_in,
        tokens_cached,
        tokens_out,
        units: unitsOf(tokens_in, tokens_cached, tokens_out),
        first_token_p50: median(of(runs.first_token)),
        score: scoresOf(of(runs.score)).mean,
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

/** What the runs of a period come to. Runs are read once, by column, and measured here, so both databases count alike. */
export async function readInsights(sql: Sql, period: PeriodQuery): Promise<InsightsResponse> {
  const { sql: where, values } = within(period);
  const side = await sideRows(sql, period);
  const remarks = within(period, 'at');
  const runs = await readColumns(sql, { sql: where, values });
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
  const first = period.from === undefined ? runs.at[0] : Date.parse(period.from);
  const last = period.to === undefined ? (runs.at.at(-1) ?? Number.NaN) + 1 : Date.parse(period.to);
  const instant = (at: number | undefined): string | null => (at === undefined || Number.isNaN(at) ? null : new Date(at).toISOString());
  const bases = grouped(runs.basis);
  return {
    from: instant(first),
    to: instant(last),
    runs: runs.at.length,
    conversations: numberOf(talks?.count),
    outcomes: largestFirst([...grouped(runs.outcome)].map(([outcome, places]) => ({ outcome, count: places.length }))),
    errors: largestFirst([...grouped(runs.error)].map(([error, places]) => ({ error, count: places.length }))),
    latency: {
      first_token: latencyOf(stated(runs.first_token)),
      first_card: latencyOf(stated(runs.first_card)),
      whole: latencyOf(runs.ms),
    },
    score: scoresOf(stated(runs.score)),
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
      up: runs.rating.filter((rating) => rating === 'up').length,
      down: runs.rating.filter((rating) => rating === 'down').length,
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
