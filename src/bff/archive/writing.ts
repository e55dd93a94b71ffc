import { createHash } from 'node:crypto';
import { KeptEntries } from '../runs/kept-entries.ts';
import type { Remark } from '../runs/remarks.ts';
import type { BroughtRun, FinishedRun } from './archive.ts';
import { type PreparedRun, prepare } from './prepare.ts';
import { numberOf, type Sql, type SqlValue } from './sql.ts';
import { RUN_TABLES } from './tables.ts';

/** Runs that one pruning statement takes. */
const PRUNED_AT_ONCE = 500;
const DAY_MS = 86_400_000;

const digest = (conversation_id: string): string => createHash('sha256').update(conversation_id).digest('base64url');
const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/** Rows in one statement. */
async function insert(sql: Sql, table: string, rows: readonly (readonly SqlValue[])[], conflict = ''): Promise<void> {
  if (rows.length === 0) return;
  const row = `(${placeholders(rows[0]?.length ?? 0)})`;
  await sql.all(`INSERT INTO ${table} VALUES ${rows.map(() => row).join(', ')} ${conflict}`, ...rows.flat());
}

async function insertRun(sql: Sql, { run, summary, facets, packed, tokens, rejected }: PreparedRun): Promise<boolean> {
  const at = Date.parse(summary.at);
  const columns: Record<string, SqlValue> = {
    id: summary.id,
    conversation: summary.conversation_id,
    site: summary.site,
    at,
    locale: summary.locale,
    model: summary.models.at(-1) ?? '',
    outcome: summary.outcome,
    error: summary.error,
    steps: summary.steps,
    first_token: summary.first_token_ms,
    first_card: summary.first_card_ms,
    ms: summary.ms,
    tokens_in: summary.tokens_in,
    tokens_out: summary.tokens_out,
    tokens_cached: summary.tokens_cached,
    rating: summary.rating,
    score: summary.score,
    basis: facets.basis ?? null,
    cards: facets.cards.length,
    rejected,
    training: facets.training ? 1 : 0,
    summary: JSON.stringify(summary),
  };
  const names = Object.keys(columns);
  const [made] = await sql.all(
    `INSERT INTO run (${names.join(', ')}) VALUES (${placeholders(names.length)}) ON CONFLICT (id) DO NOTHING RETURNING no`,
    ...Object.values(columns),
  );
  if (!made) return false;
  const no = numberOf(made.no);
  for (const [key, body] of packed.shared)
    await sql.all(
      'INSERT INTO shared VALUES (?, ?, ?) ON CONFLICT (digest) DO UPDATE SET at = excluded.at WHERE shared.at < excluded.at - ?',
      key,
      at,
      body,
      DAY_MS,
    );
  await sql.all('INSERT INTO body VALUES (?, ?)', no, packed.body);
  await insert(
    sql,
    'run_model',
    summary.models.map((model) => [no, model]),
  );
  await insert(
    sql,
    'run_tool',
    summary.tools.map(({ name, ok, ms }) => [no, at, name, ok ? 1 : 0, Math.round(ms)]),
  );
  const cards = (id: string): number => facets.cards.filter((card) => card === id).length;
  await insert(
    sql,
    'run_item',
    [...summary.items, ...facets.found].map((id) => [no, at, id, cards(id)]),
  );
  await insert(
    sql,
    'run_verdict',
    summary.verdicts.map(({ rule, outcome, count }) => [no, at, rule, outcome, count]),
  );
  await insert(
    sql,
    'run_unmet',
    facets.unmet.map((asked) => [no, at, asked]),
  );
  await insert(
    sql,
    'run_pair',
    facets.pairs.map(([a, b]) => [no, at, a, b]),
  );
  await insert(sql, 'item_title', [...facets.titles], 'ON CONFLICT (item) DO UPDATE SET title = excluded.title');
  await sql.index(no, tokens);
  for (const remark of run.remarks) await insertRemark(sql, run.conversation_id, remark);
  // A remark may have come before its run.
  await rate(sql, run.run_id);
  return true;
}

async function insertRemark(sql: Sql, conversation_id: string, remark: Remark): Promise<void> {
  const isFeedback = remark.kind === 'feedback';
  await sql.all(
    'INSERT INTO remark VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    remark.run_id,
    conversation_id,
    Date.parse(remark.at),
    remark.kind,
    isFeedback ? '' : remark.item_id,
    isFeedback ? remark.verdict : null,
    isFeedback ? (remark.note ?? null) : null,
  );
}

/** A run's rating is its last feedback. */
async function rate(sql: Sql, run_id: string): Promise<void> {
  await sql.all(
    `UPDATE run SET rating = (SELECT verdict FROM remark WHERE run_id = run.id AND kind = 'feedback' ORDER BY at DESC LIMIT 1)
     WHERE id = ? AND EXISTS (SELECT 1 FROM remark WHERE run_id = run.id AND kind = 'feedback')`,
    run_id,
  );
}

export async function isErased(sql: Sql, conversation_id: string): Promise<boolean> {
  return (await sql.all('SELECT 1 AS one FROM erased WHERE conversation = ?', digest(conversation_id))).length > 0;
}

const unpacked = (run: BroughtRun): FinishedRun =>
  'pieces' in run.entries ? { ...run, entries: KeptEntries.from(run.entries).slice() } : { ...run, entries: run.entries };

/** One transaction for all: SQLite's cost is the commit. @returns how many are new */
export async function addRuns(sql: Sql, brought: readonly BroughtRun[]): Promise<number> {
  const prepared = brought.map((run) => prepare(unpacked(run)));
  return sql.transaction(async () => {
    let added = 0;
    // In one order everywhere, so that two replicas never wait for each other.
    for (const id of new Set(prepared.map(({ run }) => run.conversation_id).sort())) await sql.lockConversation(id);
    for (const each of prepared) {
      if (await isErased(sql, each.run.conversation_id)) continue;
      if (await insertRun(sql, each)) added += 1;
    }
    return added;
  });
}

/** @param remark already redacted */
export async function addRemark(sql: Sql, conversation_id: string, remark: Remark): Promise<void> {
  await sql.transaction(async () => {
    await sql.lockConversation(conversation_id);
    if (await isErased(sql, conversation_id)) return;
    await insertRemark(sql, conversation_id, remark);
    if (remark.kind === 'feedback') await rate(sql, remark.run_id);
  });
}

async function drop(sql: Sql, nos: readonly number[]): Promise<void> {
  await sql.unindex(nos);
  for (const table of RUN_TABLES) await sql.all(`DELETE FROM ${table} WHERE no IN (${placeholders(nos.length)})`, ...nos);
}

/** @param now milliseconds since 1970 */
export async function eraseConversation(sql: Sql, conversation_id: string, now: number): Promise<number> {
  const count = await sql.transaction(async () => {
    await sql.lockConversation(conversation_id);
    await sql.all('INSERT INTO erased VALUES (?, ?) ON CONFLICT DO NOTHING', digest(conversation_id), now);
    const rows = await sql.all('SELECT no FROM run WHERE conversation = ?', conversation_id);
    const nos = rows.map((row) => numberOf(row.no));
    for (let at = 0; at < nos.length; at += PRUNED_AT_ONCE) await drop(sql, nos.slice(at, at + PRUNED_AT_ONCE));
    await sql.all('DELETE FROM remark WHERE conversation = ?', conversation_id);
    return nos.length;
  });
  if (count > 0) await sql.scrub();
  return count;
}

/** Forgets runs older than an instant, a few at a time, so that nobody waits long; then what only they needed. */
export async function pruneRuns(sql: Sql, before: number): Promise<number> {
  let pruned = 0;
  for (;;) {
    const rows = await sql.all('SELECT no FROM run WHERE at < ? ORDER BY at LIMIT ?', before, PRUNED_AT_ONCE);
    if (rows.length === 0) break;
    await sql.transaction(() =>
      drop(
        sql,
        rows.map((row) => numberOf(row.no)),
      ),
    );
    pruned += rows.length;
  }
  if (pruned > 0)
    await sql.transaction(async () => {
      await sql.all('DELETE FROM remark WHERE at < ?', before);
      // Its date is at most a day behind its last use.
      await sql.all('DELETE FROM shared WHERE at < ?', before - DAY_MS);
      await sql.all('DELETE FROM item_title WHERE item NOT IN (SELECT item FROM run_item)');
    });
  return pruned;
}
