/** Pieces kept as they came; so many become one. */
const PIECES = 64;

/**
 * A text that grows by small pieces and is read now and then. `text += piece` would keep every step of its growth: 32 bytes for each
 * token of each answer, for as long as anybody holds the text. So would the pieces themselves; they are joined by groups.
 */
export class GrowingText {
  #groups: string[] = [];
  #pieces: string[] = [];
  /** Characters so far. */
  length = 0;

  add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.length += piece.length;
    if (this.#pieces.length < PIECES) return;
    this.#groups.push(this.#pieces.join(''));
    this.#pieces = [];
  }

  get text(): string {
    if (this.#groups.length + this.#pieces.length > 1) {
      this.#groups = [this.#groups.concat(this.#pieces).join('')];
      this.#pieces = [];
    }
    return this.#groups[0] ?? this.#pieces[0] ?? '';
  }

  clear(): void {
    this.#groups = [];
    this.#pieces = [];
    this.length = 0;
  }
}
