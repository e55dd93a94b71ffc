import type { DirectiveName } from '../../../protocol/directives.ts';

/** What the reader makes of a model's text, in order. It knows the syntax and no rule. */
export interface ReaderSink {
  /** Text to be shown, without hidden characters. `code`: inert, no Markdown inside. */
  text(text: string, code: boolean): void;
  /** Source that renders as nothing: the backticks around code. */
  mark(text: string): void;
  /** A well-formed opening tag. */
  directive(name: DirectiveName, attributes: ReadonlyMap<string, string>): void;
  /** A whole `<askCard>…</askCard>`. */
  ask(body: string): void;
  /** Something was taken out. */
  dropped(rule: 'name' | 'attributes' | 'ask' | 'broken' | 'limit' | 'machinery', subject: string, reason: string): void;
}
