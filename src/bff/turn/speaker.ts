import type { MessagePart } from '../../protocol/conversation.ts';
import type { Directive } from '../../protocol/directives.ts';
import type { Frame } from '../../protocol/frames.ts';
import { type DataPart, type NoticeCode, PART_VERSION } from '../../protocol/parts.ts';
import type { GuardEvent } from '../guard/events.ts';
import type { Verdict } from '../guard/verdict.ts';
import { GrowingText } from '../language/growing-text.ts';
import { textsFor } from '../language/texts.ts';
import type { RunWriter } from '../runs/writer.ts';
import type { MadeCard } from './cards/card.ts';
import { directiveText } from './directive-text.ts';
import type { SourceFrame } from './sources.ts';
import type { SpeakerState } from './turn-state.ts';

/** What the guard did to a step's cards. */
export interface StepCards {
  shown: number;
  readonly rejected: Verdict[];
}

export interface SpeakerOptions {
  readonly writer: RunWriter;
  readonly locale: string;
  readonly makeCard: (directive: Directive) => Promise<MadeCard>;
  readonly onVerdict: (verdict: Verdict) => void;
  /** What was said before this process went on with the turn. */
  readonly before?: SpeakerState | undefined;
  /** A step was begun by a process that died: it is done again. */
  readonly reopen?: boolean | undefined;
}

/** Parts that stand beside an answer and are none. */
const ASIDE: ReadonlySet<string> = new Set([
  'data-compareVerdict',
  'data-notice',
  'data-notes',
  'data-suggestions',
  'data-status',
  'data-resync',
]);

const CARD_RULES: ReadonlySet<string> = new Set(['ledger', 'members', 'ask', 'attributes', 'broken']);

/**
 * The only mouth of a turn: turns what left the guard into frames, in order, and keeps what was said twice over, as the
 * message's parts and as the text the next model call reads. White space at the edges of a text block is not sent.
 */
export class Speaker {
  /** The answer in UIMessage shape, for the conversation. */
  readonly parts: MessagePart[];
  cards: StepCards = { shown: 0, rejected: [] };
  /** Whether the shopper has seen any text or card of this message. */
  spoke: boolean;
  cutShort = false;
  readonly #options: SpeakerOptions;
  readonly #said = new GrowingText();
  #step = 0;
  #count = 0;
  #block: { readonly id: string; readonly text: GrowingText } | undefined;
  #space = '';
  readonly #noticed: Set<NoticeCode>;
  readonly #sources: Set<string>;
  #reopen: boolean;

  constructor(options: SpeakerOptions) {
    this.#options = options;
    const { before, reopen = false } = options;
    this.parts = [...(before?.parts ?? [])];
    this.spoke = before?.spoke ?? false;
    this.#noticed = new Set(before?.noticed);
    this.#sources = new Set(before?.sources);
    this.#reopen = reopen;
  }

  /** Guarded text of the current step, cards as directives, for the model's history. */
  get said(): string {
    return this.#said.text;
  }

  /** What was said, for whoever goes on with the turn. */
  get state(): SpeakerState {
    return { parts: [...this.parts], spoke: this.spoke, noticed: [...this.#noticed], sources: [...this.#sources] };
  }

  /** An id for a part of this step: `<run>.<step>.<k>`. */
  nextId(): string {
    this.#count += 1;
    return `${this.#options.writer.run_id}.${this.#step}.${this.#count}`;
  }

  startStep(step: number): void {
    this.#step = step;
    // Ids begin anew with a step; one that is done again must not use those of what is dropped.
    this.#count = this.#reopen ? this.#options.writer.frames : 0;
    this.#said.clear();
    this.cards = { shown: 0, rejected: [] };
    this.send({ type: this.#reopen ? 'reset-step' : 'start-step' });
    this.#reopen = false;
    this.parts.push({ type: 'step-start' });
  }

  finishStep(): void {
    this.closeText();
    this.send({ type: 'finish-step' });
  }

  send(frame: Frame): void {
    this.#options.writer.frame(frame);
  }

  /**
   * Says what left the guard, in order. Text, the road of every token, is said at once; only a card is waited for.
   * @returns a promise when there is one to wait for.
   */
  speak(events: readonly GuardEvent[]): Promise<void> | undefined {
    for (const [index, event] of events.entries()) {
      if (event.type === 'directive') return this.#directive(event.directive).then(() => this.speak(events.slice(index + 1)));
      if (event.type === 'text') this.#text(event.text);
      else if (event.type === 'verdict') this.#verdict(event.verdict);
      else this.#cut();
    }
    return undefined;
  }

  /** Says a sentence of the BFF's own, as a block of text. */
  say(sentence: string): void {
    this.closeText();
    this.#text(sentence);
    this.closeText();
  }

  /** Sends a data part and keeps it with the message, unless it is transient. */
  part(part: DataPart): void {
    this.closeText();
    const whole: DataPart = part.transient ? part : { ...part, id: part.id ?? this.nextId() };
    this.send(whole);
    if (!part.transient) this.parts.push(whole);
    if (!ASIDE.has(part.type)) this.spoke = true;
  }

  /** Names a source of the answer, once a message. */
  source(frame: SourceFrame): void {
    if (this.#sources.has(frame.sourceId)) return;
    this.#sources.add(frame.sourceId);
    this.send(frame);
    this.parts.push(frame);
  }

  /** One quiet line; each kind at most once a message. */
  notice(code: NoticeCode): void {
    if (this.#noticed.has(code)) return;
    this.#noticed.add(code);
    this.part({ type: 'data-notice', data: { v: PART_VERSION, code, text: textsFor(this.#options.locale).notices[code] } });
  }

  status(phase: string, text: string): void {
    this.send({ type: 'data-status', data: { v: PART_VERSION, phase, text }, transient: true });
  }

  closeText(): void {
    if (this.#block) {
      this.send({ type: 'text-end', id: this.#block.id });
      this.parts.push({ type: 'text', text: this.#block.text.text });
      this.#block = undefined;
    }
    this.#space = '';
  }

  #text(text: string): void {
    this.#said.add(text);
    const body = text.trimEnd();
    if (body === '') {
      if (this.#block) this.#space += text;
      return;
    }
    if (!this.#block) {
      this.#block = { id: this.nextId(), text: new GrowingText() };
      this.send({ type: 'text-start', id: this.#block.id });
    }
    const delta = this.#block.text.length === 0 ? body.trimStart() : this.#space + body;
    this.#space = text.slice(body.length);
    this.#block.text.add(delta);
    this.spoke = true;
    this.send({ type: 'text-delta', id: this.#block.id, delta });
  }

  async #directive(directive: Directive): Promise<void> {
    const { part, notice } = await this.#options.makeCard(directive);
    if (part) {
      this.part(part);
      this.#said.add(directiveText(directive));
      this.cards.shown += 1;
      this.spoke = true;
    }
    if (notice) this.notice(notice);
  }

  #verdict(verdict: Verdict): void {
    if (verdict.outcome === 'dropped' && CARD_RULES.has(verdict.rule)) this.cards.rejected.push(verdict);
    this.#options.writer.entry({ kind: 'verdict', ...verdict });
    this.#options.onVerdict(verdict);
  }

  #cut(): void {
    this.cutShort = true;
    this.notice('cut_short');
  }
}
