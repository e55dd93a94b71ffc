import type { RecordFault } from './import-files.ts';

/** Faults of one kind: the same field, and the same reason but for the values it quotes. */
export interface FaultKind {
  readonly field: string;
  /** Quoted values and numbers replaced by `…`. */
  readonly reason: string;
  readonly count: number;
  /** The first few, whole. */
  readonly examples: readonly RecordFault[];
}

/** Kinds that are told apart; what comes after is counted together. */
const KINDS = 200;

/** Sums up what an import passed over, so that a million faults are a page to read. */
export class FaultReport {
  readonly #kinds = new Map<string, { field: string; reason: string; count: number; examples: RecordFault[] }>();
  readonly #examples: number;

  /** @param examples kept of each kind. */
  constructor(examples = 3) {
    this.#examples = examples;
  }

  /** @returns whether it is one of the first of its kind. */
  add(fault: RecordFault): boolean {
    const reason = fault.reason.replace(/"[^"]*"/g, '"…"').replace(/\d+/g, '…');
    const key = this.#kinds.size < KINDS ? `${fault.field.replace(/\d+/g, '…')}\n${reason}` : '\n';
    let kind = this.#kinds.get(key);
    if (!kind) {
      kind = { field: key === '\n' ? '' : fault.field, reason: key === '\n' ? 'other reasons' : reason, count: 0, examples: [] };
      this.#kinds.set(key, kind);
    }
    kind.count++;
    if (kind.examples.length >= this.#examples) return false;
    kind.examples.push(fault);
    return true;
  }

  /** Most frequent first. */
  kinds(): FaultKind[] {
    return [...this.#kinds.values()].sort((a, b) => b.count - a.count);
  }
}
