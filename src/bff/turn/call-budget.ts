/** How often the very same call may run in one turn. */
const SAME_CALL = 2;

/** Counts the tool calls of one turn (reliability, "tool loop"; T14). */
export class CallBudget {
  #left: number;
  readonly #seen: Map<string, number>;

  constructor(calls: number, made: readonly string[] = []) {
    this.#left = calls - made.length;
    this.#seen = new Map();
    for (const key of made) this.#seen.set(key, (this.#seen.get(key) ?? 0) + 1);
  }

  /** Every call made, for a budget that goes on elsewhere. */
  get made(): string[] {
    return [...this.#seen].flatMap(([key, times]) => Array<string>(times).fill(key));
  }

  get spent(): boolean {
    return this.#left <= 0;
  }

  /** Takes one call. @returns why it may not run, in words for the model; null when it may. */
  take(name: string, json: string): string | null {
    if (this.spent) return 'The number of tool calls for this answer is used up. Answer now with what you have.';
    const key = `${name} ${json}`;
    const before = this.#seen.get(key) ?? 0;
    if (before >= SAME_CALL) return 'This very call was made already and its result will not change. Use it, or call with other arguments.';
    this.#seen.set(key, before + 1);
    this.#left -= 1;
    return null;
  }
}
