/** Follows one JSON object character by character, to tell where it ends or stops being JSON. Not a validator. */
export class JsonExtent {
  /** `open` until the object closes (`closed`) or a character stands where JSON has none (`broken`). */
  state: 'open' | 'closed' | 'broken' = 'open';
  /** Past the last character that belongs to it. */
  extent = 0;
  /** Characters fed so far. */
  consumed = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;

  feed(character: string, at: number): void {
    if (this.state !== 'open') return;
    this.consumed = at + 1;
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (character === '\\') this.#escaped = true;
      else if (character === '"') this.#inString = false;
      else if (character === '\n') this.#stop('broken', at);
      return;
    }
    if (character === '"' && this.#depth > 0) this.#inString = true;
    else if (character === '{' || character === '[') this.#depth++;
    else if (character === '}' || character === ']') {
      this.#depth--;
      if (this.#depth <= 0) this.#stop(this.#depth === 0 ? 'closed' : 'broken', at + 1);
    } else if (!/[\s\u200B]/.test(character) && (this.#depth === 0 || !/[\w:,.+-]/.test(character)))
      this.#stop('broken', this.#depth === 0 ? 0 : at);
  }

  #stop(state: 'closed' | 'broken', extent: number): void {
    this.state = state;
    this.extent = extent;
  }

  /**
   * Feeds what stands from `at` on, taking up where it stopped.
   * @returns where the value ended; undefined when the text ended first.
   */
  endIn(text: string, at: number): number | undefined {
    const already = this.consumed;
    for (let i = at; i < text.length; i++) {
      this.feed(text.charAt(i), already + i - at);
      if (this.state !== 'open') return at + Math.max(this.extent - already, 0);
    }
    return undefined;
  }
}

const CALL_NAME = /(?:[\w .:-]|\[(?:ARGS|CALL_ID)\]){0,200}/y;
const HALF_MARK = /\[(?:A(?:R(?:GS?)?)?|C(?:A(?:L(?:L(?:_(?:ID?)?)?)?)?)?)?$/y;

/**
 * Where the JSON of `[TOOL_CALLS] name[ARGS]{…}` begins, from behind the first token.
 * @returns null where there is none, `more` when it may still come.
 */
export function argumentsStart(text: string, at: number, ended: boolean): number | 'more' | null {
  CALL_NAME.lastIndex = at;
  CALL_NAME.test(text);
  const start = CALL_NAME.lastIndex;
  const next = text[start];
  if (next === undefined) return ended ? null : 'more';
  HALF_MARK.lastIndex = start;
  if (!ended && HALF_MARK.test(text)) return 'more';
  return next === '{' || next === '[' ? start : null;
}
