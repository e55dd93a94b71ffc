/** Raised when the tables change. */
export const LAYOUT = '1';

/**
 * One row a run in `run`, whose index by time holds all that insights measure; what is read one by one lies packed in `body`. Side tables
 * repeat `at`, so that a period of them is read without a join, and from an index alone. `erased` holds digests of conversations, so that a run that is
 * brought later stays out. `{bytes}`, `{key}` and `{real}` are the database's own types.
 */
export const TABLES = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE run (
  no {key}, id TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL, site TEXT NOT NULL, at {real} NOT NULL, locale TEXT NOT NULL,
  model TEXT NOT NULL, outcome TEXT NOT NULL, error TEXT, steps INTEGER NOT NULL, first_token INTEGER, first_card INTEGER,
  ms INTEGER NOT NULL, tokens_in INTEGER, tokens_out INTEGER, tokens_cached INTEGER, rating TEXT, score {real},
  basis TEXT, cards INTEGER NOT NULL, rejected INTEGER NOT NULL, training INTEGER NOT NULL, summary TEXT NOT NULL
);
CREATE INDEX run_at ON run (
  at, model, outcome, error, first_token, first_card, ms, tokens_in, tokens_out, tokens_cached, rating, score, basis, cards, rejected
);
CREATE INDEX run_conversation ON run (conversation);
CREATE INDEX run_ms ON run (ms);
CREATE INDEX run_score ON run ((coalesce(score, 2)), no DESC);
CREATE INDEX run_tokens ON run ((coalesce(tokens_in, 0) + coalesce(tokens_out, 0)));
CREATE TABLE body (no INTEGER PRIMARY KEY, body {bytes} NOT NULL);
CREATE TABLE shared (digest TEXT PRIMARY KEY, at {real} NOT NULL, body {bytes} NOT NULL);
CREATE TABLE run_model (no INTEGER NOT NULL, model TEXT NOT NULL);
CREATE INDEX run_model_name ON run_model (model, no);
CREATE TABLE run_tool (no INTEGER NOT NULL, at {real} NOT NULL, name TEXT NOT NULL, ok INTEGER NOT NULL, ms INTEGER NOT NULL);
CREATE INDEX run_tool_name ON run_tool (name, no);
CREATE TABLE run_item (no INTEGER NOT NULL, at {real} NOT NULL, item TEXT NOT NULL, cards INTEGER NOT NULL);
CREATE INDEX run_item_item ON run_item (item, no);
CREATE TABLE run_verdict (no INTEGER NOT NULL, at {real} NOT NULL, rule TEXT NOT NULL, outcome TEXT NOT NULL, count INTEGER NOT NULL);
CREATE INDEX run_verdict_rule ON run_verdict (rule, no);
CREATE TABLE run_unmet (no INTEGER NOT NULL, at {real} NOT NULL, asked TEXT NOT NULL);
CREATE TABLE run_pair (no INTEGER NOT NULL, at {real} NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL);
CREATE TABLE item_title (item TEXT PRIMARY KEY, title TEXT NOT NULL);
CREATE TABLE remark (
  run_id TEXT NOT NULL, conversation TEXT NOT NULL, at {real} NOT NULL, kind TEXT NOT NULL, item TEXT NOT NULL, verdict TEXT, note TEXT,
  PRIMARY KEY (run_id, kind, item, at)
);
CREATE INDEX remark_conversation ON remark (conversation);
CREATE INDEX remark_at ON remark (at);
CREATE TABLE erased (conversation TEXT PRIMARY KEY, at {real} NOT NULL);
CREATE INDEX run_tool_no ON run_tool (no, at, name, ok, ms);
CREATE INDEX run_item_no ON run_item (no, at, item, cards);
CREATE INDEX run_verdict_no ON run_verdict (no, at, rule, outcome, count);
CREATE INDEX run_model_no ON run_model (no);
CREATE INDEX run_unmet_no ON run_unmet (no, at, asked);
CREATE INDEX run_pair_no ON run_pair (no, at, a, b);
`;

/** Tables with rows of a run, by its number. */
export const RUN_TABLES = ['run_model', 'run_tool', 'run_item', 'run_verdict', 'run_unmet', 'run_pair', 'body', 'run'] as const;
