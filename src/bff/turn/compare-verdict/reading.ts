import type { Item } from '../../../protocol/item.ts';
import type { ModelPort, ModelRequest, Usage } from '../../model/port.ts';

/** What the first line of an answer decides: an item's id, or `none`: it depends. */
export type Pick = { readonly id: string } | 'none';

/** Characters of one line; a longer one is no sentence. */
const LONGEST_LINE = 2000;

/**
 * Reads `PICK: <id>`. The exact id, or the exact title, as the model was given them.
 * @returns null for anything else: an answer that does not keep to the form is no answer.
 */
export function readPick(line: string, items: readonly Item[]): Pick | null {
  const said = /^\W*PICK\W*[:：]\s*(.+)$/iu
    .exec(line.trim())?.[1]
    ?.trim()
    .replace(/^[`"'“「[(*]+|[`"'”」\])*.。]+$/gu, '');
  if (said === undefined) return null;
  if (/^(?:none|depends|无|没有|看情况)$/i.test(said)) return 'none';
  const item = items.find((each) => each.id === said) ?? items.find((each) => each.title.toLowerCase() === said.toLowerCase());
  return item ? { id: item.id } : null;
}

/**
 * One model's answer to the question in one order, read while it comes: the pick as soon as its line is whole, the other
 * lines one by one. A failure is an answer that ends: the pick is then null, or the lines stop.
 */
export class Reading {
  /** Resolves with the first line's decision; null where the model failed or did not keep to the form. Never rejects. */
  readonly pick: Promise<Pick | null>;
  /** Everything the model wrote, for the run log. */
  text = '';
  /** What the call cost, where the model said so before it was cut off. */
  usage: Usage | undefined;
  /** Why there is no answer, or only a part. */
  failure: unknown;
  #lines: string[] = [];
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(model: ModelPort, request: ModelRequest, items: readonly Item[], signal: AbortSignal) {
    const { promise, resolve } = Promise.withResolvers<Pick | null>();
    this.pick = promise;
    void this.#read(model, request, items, signal, resolve)
      .catch((error: unknown) => {
        this.failure = error;
      })
      .finally(() => {
        resolve(null);
        this.#ended = true;
        this.#wake?.();
      });
  }

  /** The lines after the pick, whole, as they come. */
  async *lines(): AsyncGenerator<string> {
    for (;;) {
      const line = this.#lines.shift();
      if (line !== undefined) yield line;
      else if (this.#ended) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }

  async #read(
    model: ModelPort,
    request: ModelRequest,
    items: readonly Item[],
    signal: AbortSignal,
    decide: (pick: Pick | null) => void,
  ): Promise<void> {
    let rest = '';
    let decided = false;
    const take = (line: string): boolean => {
      if (line.trim() === '') return true;
      if (decided) {
        this.#lines.push(line);
        this.#wake?.();
        return true;
      }
      decided = true;
      const pick = readPick(line, items);
      decide(pick);
      return pick !== null;
    };
    for await (const event of model.stream(request, signal)) {
      // The planner, last of the fallbacks, is no judge: the rules speak better than it would here.
      if (event.type === 'degraded') throw new Error(`answered by ${event.model} instead`);
      if (event.type === 'finish') {
        this.usage = event.usage;
        break;
      }
      if (event.type !== 'text') continue;
      this.text += event.text;
      const parts = (rest + event.text).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > LONGEST_LINE || !parts.every(take)) return;
    }
    take(rest);
  }
}
