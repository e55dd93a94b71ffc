import type { DirectiveName } from '../../../protocol/directives.ts';
import { type BlockEnd, CLOSER_LENGTH, literalEnd, machineryMarks, specialTokenBlock, tagBlockEnd } from '../../language/machinery.ts';
import { bracketTokenAt, readOpening } from '../../language/opening.ts';
import { AskBodyScanner } from './ask-body.ts';
import { readCodeStart, readFence } from './code.ts';
import { argumentsStart, JsonExtent } from './json.ts';
import type { ReaderSink } from './sink.ts';
import { dropEnd, TagScanner } from './tag.ts';
import { visible, Window } from './window.ts';

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
const marks: ReadonlySet<string> = new Set(machineryMarks);

/**
 * The directive reader: one incremental state machine over text cut anywhere. What it holds back is bounded: an opening
 * tag (4 096 characters), a question's body (8 KiB), a code span's look-ahead (512).
 */
export class Reader {
  readonly #sink: ReaderSink;
  readonly #window = new Window();
  #state: State = TEXT;

  constructor(sink: ReaderSink) {
    this.#sink = sink;
  }

  /** Whether nothing is held and prose is being read: then text without any hot character may pass by. */
  get idle(): boolean {
    return this.#state === TEXT && this.#window.done;
  }

  /** Takes note of text that was shown without being read. */
  pass(text: string): void {
    this.#window.pass(text);
  }

  write(text: string): void {
    this.#window.add(text);
    this.#run(false);
  }

  end(): void {
    this.#run(true);
    if (this.#state.at === 'block') this.#sink.dropped('machinery', 'unclosed block', 'machinery text was not closed');
  }

  #run(ended: boolean): void {
    while (this.#window.at < this.#window.text.length || (ended && this.#state.at === 'ask')) if (!this.#step(ended)) return;
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
    if (end > this.#window.at) this.#emit(this.#window.at, end, false);
    this.#window.at = end;
  }

  #emit(start: number, end: number, code: boolean): void {
    const shown = visible(this.#window.text.slice(start, end));
    if (shown !== '') this.#sink.text(shown, code);
  }

  #prose(ended: boolean): boolean {
    HOT.lastIndex = this.#window.at;
    const hit = HOT.exec(this.#window.text);
    if (!hit) {
      const partial = ended ? null : PARTIAL.exec(this.#window.text.slice(-2));
      const end = this.#window.text.length - (partial?.[0].length ?? 0);
      this.#show(Math.max(end, this.#window.at));
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
    this.#show(this.#window.at + hit[0].length);
    return true;
  }

  #bracketToken(ended: boolean): boolean | null {
    const known = bracketTokenAt(this.#window.text, this.#window.at, ended);
    if (known === 'more') return false;
    if (known === null) return null;
    this.#sink.dropped('machinery', known.token, 'a chat template token');
    this.#window.at += known.token.length;
    if (known.until) this.#state = { at: 'block', end: literalEnd(known.until) };
    else if (known.json) this.#state = { at: 'json', json: new JsonExtent(), started: false };
    return true;
  }

  #opening(ended: boolean): boolean {
    const opening = readOpening(this.#window.text, this.#window.at, ended);
    switch (opening.kind) {
      case 'more':
        return false;
      case 'literal':
        this.#show(this.#window.at + 1);
        return true;
      case 'directive':
        this.#state = { at: 'tag', name: opening.name, scanner: new TagScanner(opening.end - this.#window.at) };
        return true;
      case 'closer':
        this.#window.at = opening.end;
        this.#state = DROP;
        return true;
      case 'variant':
        this.#sink.dropped('name', this.#window.subject(opening.end), 'not a directive name as written');
        this.#window.at = opening.end;
        this.#state = DROP;
        return true;
      case 'stub':
        this.#sink.dropped('broken', this.#window.subject(opening.end), 'half a directive');
        this.#window.at = opening.end;
        return true;
      case 'machinery':
        this.#sink.dropped('machinery', this.#window.subject(opening.end), 'chat template markup');
        this.#window.at = opening.end;
        if (!opening.closer && !marks.has(opening.name) && this.#window.text.slice(opening.end - 2, opening.end) !== '/>')
          this.#state = { at: 'block', end: tagBlockEnd(opening.name) };
        return true;
      case 'token': {
        this.#sink.dropped('machinery', this.#window.subject(opening.end), 'a chat template token');
        this.#window.at = opening.end;
        const end = opening.closer ? null : specialTokenBlock(opening.token);
        if (end) this.#state = { at: 'block', end };
        return true;
      }
    }
  }

  #tag(name: DirectiveName, scanner: TagScanner, ended: boolean): boolean {
    const outcome = scanner.scan(this.#window.text, this.#window.at, ended);
    if (outcome === null) return false;
    const start = this.#window.at;
    this.#state = TEXT;
    if (outcome.kind === 'broken') {
      this.#sink.dropped(outcome.rule, this.#window.subject(start + outcome.seen), 'not a well-formed tag');
      this.#window.at = outcome.resume === undefined ? this.#window.text.length : start + outcome.resume;
      if (outcome.resume === undefined) this.#state = DROP;
      return true;
    }
    const subject = this.#window.subject(start + outcome.end);
    this.#window.at = start + outcome.end;
    const opensBody = name === 'askCard' && !outcome.selfClosed;
    if (outcome.fault) this.#sink.dropped(outcome.fault.rule, subject, outcome.fault.reason);
    else if (name !== 'askCard') this.#sink.directive(name, outcome.attributes);
    else if (outcome.selfClosed) this.#sink.dropped('ask', subject, 'a question card needs its JSON body');
    if (opensBody) this.#state = { at: 'ask', scanner: new AskBodyScanner(), faulty: outcome.fault !== undefined };
    return true;
  }

  #drop(): boolean {
    const end = dropEnd(this.#window.text, this.#window.at);
    this.#window.at = end ?? this.#window.text.length;
    if (end !== undefined) this.#state = TEXT;
    return end !== undefined;
  }

  #ask(scanner: AskBodyScanner, faulty: boolean, ended: boolean): boolean {
    const outcome = scanner.scan(this.#window.text, this.#window.at, ended);
    if (outcome === null) return false;
    const start = this.#window.at;
    this.#state = TEXT;
    if (outcome.kind === 'body') {
      this.#window.at = start + outcome.end;
      if (!faulty) this.#sink.ask(visible(this.#window.text.slice(start, start + outcome.bodyEnd)));
      return true;
    }
    this.#sink.dropped('ask', this.#window.subject(start + outcome.resume), 'no closing tag within the limit');
    this.#window.at = start + outcome.resume;
    if (outcome.kind === 'overflow') this.#state = { at: 'ask-overflow', json: scanner.json };
    return true;
  }

  /** Drops on to the end of a JSON value that is longer than anything allowed. */
  #skipJson(json: JsonExtent): boolean {
    const end = json.endIn(this.#window.text, this.#window.at);
    this.#window.at = end ?? this.#window.text.length;
    if (end !== undefined) this.#state = TEXT;
    return end !== undefined;
  }

  /** `[TOOL_CALLS] name[ARGS]{…}`: a call's name, then its JSON. */
  #argumentsJson(state: Extract<State, { at: 'json' }>, ended: boolean): boolean {
    if (!state.started) {
      const start = argumentsStart(this.#window.text, this.#window.at, ended);
      if (start === 'more') return false;
      if (start === null) {
        this.#state = TEXT;
        return true;
      }
      this.#window.at = start;
      state.started = true;
    }
    return this.#skipJson(state.json);
  }

  #block(end: BlockEnd): boolean {
    const hit = end.pattern.exec(this.#window.text.slice(this.#window.at));
    if (hit) {
      this.#window.at += hit.index + hit[0].length;
      this.#state = TEXT;
      return true;
    }
    this.#window.at = Math.max(this.#window.at, this.#window.text.length - CLOSER_LENGTH);
    return false;
  }

  #code(ended: boolean): boolean {
    const start = readCodeStart(this.#window.text, this.#window.at, this.#window.linePrefix(), ended);
    if (start.kind === 'more') return false;
    if (start.kind === 'literal') this.#show(start.end);
    else if (start.kind === 'span') {
      this.#sink.mark(this.#window.text.slice(this.#window.at, start.contentStart));
      this.#emit(start.contentStart, start.contentEnd, true);
      this.#sink.mark(this.#window.text.slice(start.contentEnd, start.end));
    } else {
      this.#sink.mark(visible(this.#window.text.slice(this.#window.at, start.end)));
      this.#state = { at: 'fence', mark: start.mark, length: start.length, lineStart: this.#window.text[start.end - 1] === '\n' };
    }
    this.#window.at = start.end;
    return true;
  }

  #fence(state: Extract<State, { at: 'fence' }>, ended: boolean): boolean {
    const read = readFence(this.#window.text, this.#window.at, state, state.lineStart, ended);
    if (read.contentEnd > this.#window.at) {
      this.#emit(this.#window.at, read.contentEnd, true);
      state.lineStart = this.#window.text[read.contentEnd - 1] === '\n';
    }
    this.#window.at = read.contentEnd;
    if (read.closedAt === undefined) return false;
    this.#sink.mark(this.#window.text.slice(this.#window.at, read.closedAt));
    this.#window.at = read.closedAt;
    this.#state = TEXT;
    return true;
  }
}
