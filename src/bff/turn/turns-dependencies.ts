import type { RunEntry } from '../runs/log.ts';
import type { TurnDependencies } from './dependencies.ts';
import type { Places } from './places.ts';

/** What the turns of a process need besides what each one does. */
export interface TurnsDependencies extends TurnDependencies {
  readonly places: Places;
  readonly newId: () => string;
  /** Told of each message refused for want of room. */
  readonly onFull?: () => void;
  /** Told of each run that ended here, its last entry being in the log. */
  readonly onFinished?: ((run_id: string) => void) | undefined;
  /** Told of each run taken from a replica that died. */
  readonly onTaken?: (run_id: string) => void;
  /** Opens a reading of a run that begins here, for spans, metrics and the log. */
  readonly readRun?: (run: ObservedRun) => RunReader;
}

/** What a reading of a run is told of it. */
export interface ObservedRun {
  readonly run_id: string;
  readonly conversation_id: string;
  readonly site: string;
}

/** Reads a run while this process writes it. */
export interface RunReader {
  entry(entry: RunEntry): void;
  /** This process writes no more of it. */
  close(): void;
}
