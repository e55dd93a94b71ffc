/** What replicas tell each other about runs; `all` runs end when an operator pauses the shop. */
export type RunSignal = { readonly kind: 'stop' | 'left'; readonly run_id: string } | { readonly kind: 'end-all' };

/**
 * Words between the replicas of a BFF about runs that one of them writes: whoever gets the shopper's request need not be
 * whoever answers. Memory is its first home, where nobody else is; Redis the second. Everything but `listen` throws StoreDown.
 */
export interface RunSignals {
  /** Asks whoever runs it, now or after a takeover, to end it. */
  stop(run_id: string): Promise<void>;
  /** Whether somebody asked for the run's end. */
  stopped(run_id: string): Promise<boolean>;
  /** Asks every replica to end what it runs. */
  endAll(): Promise<void>;
  /** A reader of the run is on this replica, for `ttl_ms` at most unless said again. */
  reading(run_id: string, ttl_ms: number): Promise<void>;
  /** The last one has left this replica. */
  left(run_id: string): Promise<void>;
  /** Whether any other replica has a reader of the run. */
  readElsewhere(run_id: string): Promise<boolean>;
  /** Calls `handler` with what any replica says, this one included. @returns how to stop. */
  listen(handler: (signal: RunSignal) => void): () => void;
}
