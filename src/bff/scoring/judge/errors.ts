/** A judge gave no mark: what it wrote was none (`judge_nonsense`), or it did not answer (`judge_unavailable`). */
export class JudgeFailed extends Error {
  override readonly name = 'JudgeFailed';
  readonly code: 'judge_nonsense' | 'judge_unavailable';

  constructor(code: JudgeFailed['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
