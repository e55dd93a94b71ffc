import { HIDDEN_MARK } from '../../language/hidden.ts';

/** So much of the line before is remembered to tell a fence from inline code. */
const LINE_MEMORY = 16;
/** Longest subject of a verdict, in code units. */
const SUBJECT = 200;

/** The piece of a stream that is being read: what has come and is not judged yet, and a little of what stood before it. */
export class Window {
  text = '';
  /** Where reading goes on; what is before it is judged. */
  at = 0;
  /** The last characters before `text`; begins as a line end. */
  #before = '\n';

  /** Whether everything that came is judged. */
  get done(): boolean {
    return this.at === this.text.length;
  }

  /** More text came. */
  add(text: string): void {
    this.#keepBefore();
    this.text = this.done ? text : this.text.slice(this.at) + text;
    this.at = 0;
  }

  /** Takes note of text that nobody needs to read. */
  pass(text: string): void {
    this.#keepBefore();
    this.text = text;
    this.at = text.length;
  }

  /** What stands before the current place on its line; undefined when that is too long for a fence. */
  linePrefix(): string | undefined {
    const near = this.text.slice(Math.max(0, this.at - LINE_MEMORY), this.at);
    const before = near.length === LINE_MEMORY ? near : (this.#before + near).slice(-LINE_MEMORY);
    const line = before.lastIndexOf('\n');
    return line < 0 ? undefined : before.slice(line + 1);
  }

  /** What a verdict is about: the text from here to `end`, as far as it is kept. */
  subject(end: number): string {
    return visible(this.text.slice(this.at, Math.min(end, this.at + SUBJECT)));
  }

  #keepBefore(): void {
    const seen = this.text.slice(Math.max(0, this.at - LINE_MEMORY), this.at);
    this.#before = seen.length === LINE_MEMORY ? seen : (this.#before + seen).slice(-LINE_MEMORY);
  }
}

/** Text without what stands for hidden characters. */
export function visible(text: string): string {
  return text.includes(HIDDEN_MARK) ? text.replaceAll(HIDDEN_MARK, '') : text;
}
