import type { DirectiveName } from '../../../protocol/directives.ts';
import { HIDDEN_MARK } from '../../language/hidden.ts';
import { type BlockEnd, CLOSER_LENGTH, literalEnd, machineryMarks, specialTokenBlock, tagBlockEnd } from '../../language/machinery.ts';
import { bracketTokenAt, readOpening } from '../../language/opening.ts';
import { AskBodyScanner } from './ask-body.ts';
import { readCodeStart, readFence } from './code.ts';
import { argumentsStart, JsonExtent } from './json.ts';
import type { ReaderSink } from './sink.ts';
import { dropEnd, TagScanner } from './tag.ts';

type State =
  | { readonly at: 'text' }
  | { readonly at: 'tag'; readonly name: DirectiveName; readonly scanner: TagScanner }
  | { readonly at: 'drop' }
  | { readonly at: 'ask'; readonly scanner: AskBodyScanner; readonly faulty: boolean }
  | { readonly at: 'ask-overflow'; readonly json: JsonExtent }
  | { readonly at: 'block'; readonly end: BlockEnd }
  | { readonly at: 'json'; readonly json: JsonExtent; started: boolean }
  | { readonly at: 'fence'; readonly mark: string; readonly length: number; lineStart: boolean };

const TEXT: State = { at: 'text' };
const DROP: State = { at: 'drop' };
/** Where something other than prose may begin. Between two hits text passes untouched. */
const HOT = /[<＜◁`[]|~~~/g;
/** A text's end that may grow into a fence. */
const PARTIAL = /~{1,2}$/;
/** So much of the line before is remembered to tell a fence from inline code. */
const LINE_MEMORY = 16;
const marks: ReadonlySet<string> = new Set(machineryMarks);

/**
 * The directive reader: one incremental state machine over text cut anywhere. What it holds back is bounded: an opening
 * tag (4 096 characters), a question's body (8 KiB), a code span's look-ahead (512).
 */
export class Reader {
  readonly #sink: ReaderSink;
  #text = '';
  #at = 0;
  #state: State = TEXT;
  /** The last characters before `#text`; begins as a line end. */
  #before = '\n';

  constructor(sink: ReaderSink) {
    this.#sink = sink;
  }

  /** Whether nothing is held and prose is being read: then text without any hot character may pass by. */
  get idle(): boolean {
    return this.#state === TEXT && this.#at === this.#text.length;
  }

  /** Takes note of text that was shown without being read. */
  pass(text: string): void {
    this.#keepBefore();
    this.#text = text;
    this.#at = text.length;
  }

  write(text: string): void {
    this.#keepBefore();
    this.#text = this.#at === this.#text.length ? text : this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#run(false);
  }

  end(): void {
    this.#run(true);
    if (this.#state.at === 'block') this.#sink.dropped('machinery', 'unclosed block', 'machinery text was not closed');
  }

  #keepBefore(): void {
    const seen = this.#text.slice(Math.max(0, this.#at - LINE_MEMORY), this.#at);
    this.#before = seen.length === LINE_MEMORY ? seen : (this.#before + seen).slice(-LINE_MEMORY);
  }

  #run(ended: boolean): void {
    while (this.#at < this.#text.length || (ended && this.#state.at === 'ask')) if (!this.#step(ended)) return;
  }

  /** One step of the machine; false when it needs more text. */
  #step(ended: boolean): boolean {
    const state = this.#state;
    switch (state.at) {
      case 'text':
        return this.#prose(ended);
      case 'tag':
        return this.#tag(state.name, state.scanner, ended);
      case 'drop':
        return this.#drop();
      case 'ask':
        return this.#ask(state.scanner, state.faulty, ended);
      case 'ask-overflow':
        return this.#skipJson(state.json);
      case 'json':
        return this.#argumentsJson(state, ended);
      case 'block':
        return this.#block(state.end);
      case 'fence':
        return this.#fence(state, ended);
    }
  }

  #show(end: number): void {
    if (end > this.#at) this.#emit(this.#at, end, false);
    this.#at = end;
  }

  #emit(start: number, end: number, code: boolean): void {
    const shown = visible(this.#text.slice(start, end));
    if (shown !== '') this.#sink.text(shown, code);
  }

  #prose(ended: boolean): boolean {
    HOT.lastIndex = this.#at;
    const hit = HOT.exec(this.#text);
    if (!hit) {
      const partial = ended ? null : PARTIAL.exec(this.#text.slice(-2));
      const end = this.#text.length - (partial?.[0].length ?? 0);
      this.#show(Math.max(end, this.#at));
      return false;
    }
    this.#show(hit.index);
    const first = hit[0].charAt(0);
    if (first === '`' || first === '~') return this.#code(ended);
    if (first !== '＜') {
      const bracket = this.#bracketToken(ended);
      if (bracket !== null) return bracket;
    }
    if (first === '<' || first === '＜') return this.#opening(ended);
    this.#show(this.#at + hit[0].length);
    return true;
  }

  #bracketToken(ended: boolean): boolean | null {
    const known = bracketTokenAt(this.#text, this.#at, ended);
    if (known === 'more') return false;
    if (known === null) return null;
    this.#sink.dropped('machinery', known.token, 'a chat template token');
    this.#at += known.token.length;
    if (known.until) this.#state = { at: 'block', end: literalEnd(known.until) };
    else if (known.json) this.#state = { at: 'json', json: new JsonExtent(), started: false };
    return true;
  }

  #opening(ended: boolean): boolean {
    const opening = readOpening(this.#text, this.#at, ended);
    switch (opening.kind) {
      case 'more':
        return false;
      case 'literal':
        this.#show(this.#at + 1);
        return true;
      case 'directive':
        this.#state = { at: 'tag', name: opening.name, scanner: new TagScanner(opening.end - this.#at) };
        return true;
      case 'closer':
        this.#at = opening.end;
        this.#state = DROP;
        return true;
      case 'variant':
        this.#sink.dropped('name', this.#subject(opening.end), 'not a directive name as written');
        this.#at = opening.end;
        this.#state = DROP;
        return true;
      case 'stub':
        this.#sink.dropped('broken', this.#subject(opening.end), 'half a directive');
        this.#at = opening.end;
        return true;
      case 'machinery':
        this.#sink.dropped('machinery', this.#subject(opening.end), 'chat template markup');
        this.#at = opening.end;
        if (!opening.closer && !marks.has(opening.name) && this.#text.slice(opening.end - 2, opening.end) !== '/>')
          this.#state = { at: 'block', end: tagBlockEnd(opening.name) };
        return true;
      case 'token': {
        this.#sink.dropped('machinery', this.#subject(opening.end), 'a chat template token');
        this.#at = opening.end;
        const end = opening.closer ? null : specialTokenBlock(opening.token);
        if (end) this.#state = { at: 'block', end };
        return true;
      }
    }
  }

  #tag(name: DirectiveName, scanner: TagScanner, ended: boolean): boolean {
    const outcome = scanner.scan(this.#text, this.#at, ended);
    if (outcome === null) return false;
    const start = this.#at;
    this.#state = TEXT;
    if (outcome.kind === 'broken') {
      this.#sink.dropped(outcome.rule, this.#subject(start + outcome.seen), 'not a well-formed tag');
      this.#at = outcome.resume === undefined ? this.#text.length : start + outcome.resume;
      if (outcome.resume === undefined) this.#state = DROP;
      return true;
    }
    const subject = this.#subject(start + outcome.end);
    this.#at = start + outcome.end;
    const opensBody = name === 'askCard' && !outcome.selfClosed;
    if (outcome.fault) this.#sink.dropped(outcome.fault.rule, subject, outcome.fault.reason);
    else if (name !== 'askCard') this.#sink.directive(name, outcome.attributes);
    else if (outcome.selfClosed) this.#sink.dropped('ask', subject, 'a question card needs its JSON body');
    if (opensBody) this.#state = { at: 'ask', scanner: new AskBodyScanner(), faulty: outcome.fault !== undefined };
    return true;
  }

  #drop(): boolean {
    const end = dropEnd(this.#text, this.#at);
    this.#at = end ?? this.#text.length;
    if (end !== undefined) this.#state = TEXT;
    return end !== undefined;
  }

  #ask(scanner: AskBodyScanner, faulty: boolean, ended: boolean): boolean {
    const outcome = scanner.scan(this.#text, this.#at, ended);
    if (outcome === null) return false;
    const start = this.#at;
    this.#state = TEXT;
    if (outcome.kind === 'body') {
      this.#at = start + outcome.end;
      if (!faulty) this.#sink.ask(visible(this.#text.slice(start, start + outcome.bodyEnd)));
      return true;
    }
    this.#sink.dropped('ask', this.#subject(start + outcome.resume), 'no closing tag within the limit');
    this.#at = start + outcome.resume;
    if (outcome.kind === 'overflow') this.#state = { at: 'ask-overflow', json: scanner.json };
    return true;
  }

  /** Drops on to the end of a JSON value that is longer than anything allowed. */
  #skipJson(json: JsonExtent): boolean {
    const end = json.skip(this.#text, this.#at);
    this.#at = end ?? this.#text.length;
    if (end !== undefined) this.#state = TEXT;
    return end !== undefined;
  }

  /** `[TOOL_CALLS] name[ARGS]{…}`: a call's name, then its JSON. */
  #argumentsJson(state: Extract<State, { at: 'json' }>, ended: boolean): boolean {
    if (!state.started) {
      const start = argumentsStart(this.#text, this.#at, ended);
      if (start === 'more') return false;
      if (start === null) {
        this.#state = TEXT;
        return true;
      }
      this.#at = start;
      state.started = true;
    }
    return this.#skipJson(state.json);
  }

  #block(end: BlockEnd): boolean {
    const hit = end.pattern.exec(this.#text.slice(this.#at));
    if (hit) {
      this.#at += hit.index + hit[0].length;
      this.#state = TEXT;
      return true;
    }
    this.#at = Math.max(this.#at, this.#text.length - CLOSER_LENGTH);
    return false;
  }

  #code(ended: boolean): boolean {
    const start = readCodeStart(this.#text, this.#at, this.#linePrefix(), ended);
    if (start.kind === 'more') return false;
    if (start.kind === 'literal') this.#show(start.end);
    else if (start.kind === 'span') {
      this.#sink.mark(this.#text.slice(this.#at, start.contentStart));
      this.#emit(start.contentStart, start.contentEnd, true);
      this.#sink.mark(this.#text.slice(start.contentEnd, start.end));
    } else {
      this.#sink.mark(visible(this.#text.slice(this.#at, start.end)));
      this.#state = { at: 'fence', mark: start.mark, length: start.length, lineStart: this.#text[start.end - 1] === '\n' };
    }
    this.#at = start.end;
    return true;
  }

  #fence(state: Extract<State, { at: 'fence' }>, ended: boolean): boolean {
    const read = readFence(this.#text, this.#at, state, state.lineStart, ended);
    if (read.contentEnd > this.#at) {
      this.#emit(this.#at, read.contentEnd, true);
      state.lineStart = this.#text[read.contentEnd - 1] === '\n';
    }
    this.#at = read.contentEnd;
    if (read.closedAt === undefined) return false;
    this.#sink.mark(this.#text.slice(this.#at, read.closedAt));
    this.#at = read.closedAt;
    this.#state = TEXT;
    return true;
  }

  /** What stands before the current place on its line; undefined when that is too long for a fence. */
  #linePrefix(): string | undefined {
    const near = this.#text.slice(Math.max(0, this.#at - LINE_MEMORY), this.#at);
    const before = near.length === LINE_MEMORY ? near : (this.#before + near).slice(-LINE_MEMORY);
    const line = before.lastIndexOf('\n');
    return line < 0 ? undefined : before.slice(line + 1);
  }

  #subject(end: number): string {
    return visible(this.#text.slice(this.#at, Math.min(end, this.#at + 200)));
  }
}

/** Text without what stands for hidden characters. */
function visible(text: string): string {
  return text.includes(HIDDEN_MARK) ? text.replaceAll(HIDDEN_MARK, '') : text;
}
