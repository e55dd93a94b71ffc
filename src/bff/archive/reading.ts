import * as v from 'valibot';
import { type RunSummary, type RunsQuery, type RunsResponse, runSummarySchema } from '../../protocol/operator.ts';
import { type ArchivedRun, type RunsPage, RunUnreadable } from './archive.ts';
import { allOf, type Condition, conditionOf, cursorAt, orderOf } from './conditions.ts';
import { unpack } from './packing.ts';
import type { RunBody } from './prepare.ts';
import { bytesOf, numberOf, type Row, type Sql } from './sql.ts';

/** The kept summary with the rating of now; null where the row is damaged. */
function summaryOf(row: Row): RunSummary | null {
  try {
    const { rating } = row;
    const parsed = v.safeParse(runSummarySchema, { ...JSON.parse(String(row.summary)), rating });
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** One page of the list. @throws BadCursor */
export async function listRuns(sql: Sql, query: RunsQuery): Promise<RunsResponse> {
  const condition = conditionOf(sql, query);
  const { key, orderBy, after } = orderOf(query);
  const page = allOf([condition, after]);
  const [counted] = await sql.all(`SELECT count(*) AS total FROM run WHERE ${condition.sql}`, ...condition.values);
  const rows = await sql.all(
    `SELECT run.no AS no, ${key} AS sort_key, run.summary AS summary, run.rating AS rating FROM run WHERE ${page.sql} ORDER BY ${orderBy} LIMIT ?`,
    ...page.values,
    query.limit + 1,
  );
  const shown = rows.slice(0, query.limit);
  const runs = shown.map(summaryOf);
  const last = shown.at(-1);
  const unreadable = runs.filter((run) => run === null).length;
  return {
    runs: runs.filter((run) => run !== null),
    total: numberOf(counted?.total),
    ...(rows.length > query.limit && last ? { cursor: cursorAt(query.sort, numberOf(last.sort_key), numberOf(last.no)) } : {}),
    ...(unreadable > 0 ? { unreadable } : {}),
  };
}

const COLUMNS =
  'run.no AS no, run.id AS id, run.conversation AS conversation, run.site AS site, run.training AS training, run.rating AS rating, run.summary AS summary';

/** A run from its row and body. @throws RunUnreadable */
async function whole(sql: Sql, row: Row): Promise<ArchivedRun> {
  const id = String(row.id);
  const summary = summaryOf(row);
  if (!summary) throw new RunUnreadable(id);
  const remarks = await sql.all('SELECT at, kind, item, verdict, note FROM remark WHERE run_id = ? ORDER BY at', id);
  const [packed] = await sql.all('SELECT body FROM body WHERE no = ?', numberOf(row.no));
  try {
    const { needs, finish } = unpack(bytesOf(packed?.body));
    const shared = new Map<string, Uint8Array>();
    for (const digest of needs) {
      const [text] = await sql.all('SELECT body FROM shared WHERE digest = ?', digest);
      if (text) shared.set(digest, bytesOf(text.body));
    }
    const body = finish(shared) as RunBody;
    if (!Array.isArray(body.entries)) throw new Error('the body holds no entries');
    return {
      ...body,
      id,
      conversation_id: String(row.conversation),
      site: String(row.site),
      summary,
      training: numberOf(row.training) === 1,
      remarks: remarks.map((remark) => ({
        at: new Date(numberOf(remark.at)).toISOString(),
        kind: remark.kind as ArchivedRun['remarks'][number]['kind'],
        ...(remark.verdict === null ? {} : { verdict: remark.verdict as 'up' | 'down' }),
        ...(remark.note === null ? {} : { note: String(remark.note) }),
        ...(remark.item === '' ? {} : { item_id: String(remark.item) }),
      })),
    };
  } catch (cause) {
    throw new RunUnreadable(id, { cause });
  }
}

/** @throws RunUnreadable */
export async function readRun(sql: Sql, run_id: string): Promise<ArchivedRun | null> {
  const [row] = await sql.all(`SELECT ${COLUMNS} FROM run WHERE id = ?`, run_id);
  return row ? whole(sql, row) : null;
}

export async function conversationRuns(sql: Sql, conversation_id: string): Promise<readonly string[]> {
  const rows = await sql.all('SELECT id FROM run WHERE conversation = ? ORDER BY at, no', conversation_id);
  return rows.map((row) => String(row.id));
}

/** Consent is the conversation's latest word: where it was taken back, it was taken back for what came before. */
const CONSENTED: Condition = {
  sql: `run.training = 1 AND NOT EXISTS (
    SELECT 1 FROM run AS later WHERE later.conversation = run.conversation AND later.at > run.at AND later.training = 0)`,
  values: [],
};

/** Whole runs, oldest row first. */
export async function pageOfRuns(sql: Sql, query: RunsQuery, after: number, size: number, consented = false): Promise<RunsPage> {
  const page = allOf([conditionOf(sql, query), { sql: 'run.no > ?', values: [after] }, consented ? CONSENTED : undefined]);
  const rows = await sql.all(`SELECT ${COLUMNS} FROM run WHERE ${page.sql} ORDER BY run.no LIMIT ?`, ...page.values, size);
  const runs: ArchivedRun[] = [];
  const unreadable: string[] = [];
  for (const row of rows) {
    try {
      runs.push(await whole(sql, row));
    } catch (error) {
      if (!(error instanceof RunUnreadable)) throw error;
      unreadable.push(String(row.id));
    }
  }
  const last = rows.at(-1);
  return { runs, unreadable, ...(rows.length === size && last ? { next: numberOf(last.no) } : {}) };
}
