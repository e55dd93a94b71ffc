/** What leaves the judge of prose: source text, ready to be shown. */
export interface ProseSink {
  show(text: string): void;
}

/** Last stage: judges what the text claims. */
export class ProseJudge {
  readonly #sink: ProseSink;

  constructor(sink: ProseSink) {
    this.#sink = sink;
  }

  get idle(): boolean {
    return true;
  }

  text(text: string): void {
    this.#sink.show(text);
  }

  mark(text: string): void {
    this.#sink.show(text);
  }

  flush(): void {}
}
