import { personalIn } from '../language/personal.ts';
import type { Remark } from '../runs/remarks.ts';
import type { RunArchive } from './archive.ts';
import { readInsights } from './insights.ts';
import { openPostgresLine } from './postgres/open.ts';
import { conversationRuns, listRuns, pageOfRuns, readRun } from './reading.ts';
import { Redactor } from './redact.ts';
import type { Sql } from './sql.ts';
import { openSqliteLine } from './sqlite/open.ts';
import { addRemark, addRuns, eraseConversation, isErased, pruneRuns } from './writing.ts';

const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url);

/**
 * The line behind an `ARCHIVE_URL`.
 * @throws ArchiveUnusable, ArchiveDown
 */
export async function openLine(url: string, options: { readonly readOnly?: boolean } = {}): Promise<Sql> {
  return isPostgres(url) ? openPostgresLine(url) : openSqliteLine(url.replace(/^sqlite:/, ''), options);
}

function redacted(remark: Remark): Remark {
  if (remark.kind !== 'feedback' || !remark.note || personalIn(remark.note).length === 0) return remark;
  return { ...remark, note: new Redactor(new Set()).authored(remark.note) };
}

/** The archive over one line, in this thread: what workers, programs and tests use. @param now wall clock, milliseconds since 1970 */
export function archiveOver(sql: Sql, now: () => number = Date.now): RunArchive {
  return {
    name: sql.name,
    add: (runs) => addRuns(sql, runs),
    remark: (conversation_id, remark) => addRemark(sql, conversation_id, redacted(remark)),
    erase: (conversation_id) => eraseConversation(sql, conversation_id, now()),
    prune: (before) => pruneRuns(sql, before),
    list: (query) => listRuns(sql, query),
    read: (run_id) => readRun(sql, run_id),
    conversation: (conversation_id) => conversationRuns(sql, conversation_id),
    insights: (period) => readInsights(sql, period),
    page: (query, after, size, consented) => pageOfRuns(sql, query, after, size, consented),
    erased: (conversation_id) => isErased(sql, conversation_id),
    close: () => sql.close(),
  };
}
