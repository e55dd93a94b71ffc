/**
 * A text that grows by small pieces and is read now and then. `text += piece` would keep every step of its growth: 32 bytes for each
 * token of each answer, for as long as anybody holds the text.
 */
export class GrowingText {
  #pieces: string[] = [];
  /** Characters so far. */
  length = 0;

  add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  get text(): string {
    if (this.#pieces.length > 1) this.#pieces = [this.#pieces.join('')];
    return this.#pieces[0] ?? '';
  }

  clear(): void {
    this.#pieces = [];
    this.length = 0;
  }
}
