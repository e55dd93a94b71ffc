/** Everything of Aisle in a Redis begins with this. One Redis database serves one shop. */
const PREFIX = 'aisle:';

/** Names of what is kept. */
export const keys = {
  run: (run_id: string) => `${PREFIX}run:${run_id}`,
  entries: (run_id: string) => `${PREFIX}run:${run_id}:entries`,
  /** Replicas other than the owner that have readers of the run. */
  readers: (run_id: string) => `${PREFIX}run:${run_id}:readers`,
  /** Set once somebody asked for the run's end. */
  stop: (run_id: string) => `${PREFIX}run:${run_id}:stop`,
  /** Unfinished runs by the instant their lease runs out. */
  leases: `${PREFIX}leases`,
  /** Ended runs that nobody has settled yet, by the instant of their end. */
  ended: `${PREFIX}ended`,
  /** Words between replicas. */
  signals: `${PREFIX}signals`,
  conversation: (id: string) => `${PREFIX}conversation:${id}`,
  /** A message of a shopper, by the hash of (site, sub, id). */
  message: (hash: string) => `${PREFIX}message:${hash}`,
  /** Run → conversation. */
  home: (run_id: string) => `${PREFIX}home:${run_id}`,
  limit: (key: string) => `${PREFIX}limit:${key}`,
  rate: (name: string) => `${PREFIX}rate:${name}`,
} as const;
