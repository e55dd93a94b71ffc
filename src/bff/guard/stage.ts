import { type Directive, type DirectiveName, directiveLimits } from '../../protocol/directives.ts';
import type { Amount } from '../language/amounts.ts';
import type { Commitment } from '../language/commitments.ts';
import { GrowingText } from '../language/growing-text.ts';
import type { Measure } from '../language/measures.ts';
import type { Guard, GuardEvent } from './events.ts';
import type { Evidence, GuardOptions } from './evidence.ts';
import { ProseJudge } from './prose/judge.ts';
import { Markdown } from './prose/markdown.ts';
import { RecitalWatch } from './prose/recital.ts';
import { isPlain, plainEnd } from './prose/starts.ts';
import { Cleaner } from './reader/clean.ts';
import { unitsWithin } from './reader/length.ts';
import { Reader } from './reader/reader.ts';
import { type Judged, verdict } from './rules/judged.ts';
import type { RuleName, Verdict } from './verdict.ts';

/** So much may pass before the stages are told, in code units. */
const PASSED_LIMIT = 512;

/** What stands in the place of a claim; null lets it stand. */
export interface Replacement {
  readonly replacement: string | null;
  readonly verdicts: readonly Verdict[];
}

/** How the stage asks for a decision. It knows no rule; whoever composes the guard hands them in. */
export interface Rules {
  directive(name: Exclude<DirectiveName, 'askCard'>, attributes: ReadonlyMap<string, string>): Judged;
  ask(body: string): Judged;
  /** What stands in the place of an amount; null lets it stand. `before` is the text before it. */
  amount(amount: Amount, text: string, before: string): Replacement;
  /** The same for a promise in the shop's name. */
  commitment(commitment: Commitment, text: string): Replacement;
  /** The same for a quantity; `before` is the text before it, `after` a few characters. */
  measure(measure: Measure, before: string, after: string): Replacement;
  /** What is doubtful about a step's visible text as a whole; it was shown and stays. */
  afterwards(text: string): readonly Verdict[];
}

/**
 * The only road from a model's text to the shopper: cleaner → directive reader → Markdown → judge of prose. Each part
 * holds back only what it cannot tell yet; what leaves is in order.
 */
export class GuardStage implements Guard {
  readonly #shown: Evidence['shown'];
  readonly #cleaner = new Cleaner();
  readonly #reader: Reader;
  readonly #markdown: Markdown;
  readonly #judge: ProseJudge;
  #events: GuardEvent[] = [];
  /** Text of this write that is not an event yet. */
  #pending = '';
  #cutShort = false;
  /** No stage holds anything. */
  #idle = true;
  /** End of the last plain text that may grow into something interesting. */
  #carry = '';
  /** Shown by the fast road and not yet told to the stages. */
  #passed = '';
  /** Everything this step has shown, a line end where a card stands. */
  readonly #said = new GrowingText();
  readonly #afterwards: Rules['afterwards'];
  readonly #recital: RecitalWatch | undefined;

  constructor(options: GuardOptions, rules: Rules) {
    this.#shown = options.evidence.shown;
    this.#afterwards = rules.afterwards;
    this.#recital = options.instructions && new RecitalWatch(options.instructions);
    const dropped = (rule: RuleName, subject: string, reason: string) => this.#verdict(rule, subject, reason);
    this.#judge = new ProseJudge({
      show: (text) => this.#show(text),
      amount: (amount, text, before) => this.#replaced(rules.amount(amount, text, before)),
      commitment: (commitment, text) => this.#replaced(rules.commitment(commitment, text)),
      measure: (measure, before, after) => this.#replaced(rules.measure(measure, before, after)),
    });
    this.#markdown = new Markdown(
      { text: (text) => this.#judge.text(text), mark: (text) => this.#judge.mark(text), dropped },
      options.linkHosts,
    );
    this.#reader = new Reader({
      text: (text, code) => (code ? this.#markdown.code(text) : this.#markdown.write(text)),
      mark: (text) => this.#markdown.mark(text),
      directive: (name, attributes) => {
        if (name !== 'askCard') this.#judged(rules.directive(name, attributes));
      },
      ask: (body) => this.#judged(rules.ask(body)),
      dropped,
    });
  }

  write(text: string): GuardEvent[] {
    if (this.#cutShort) return [];
    const next = this.#carry === '' ? text : this.#carry + text;
    this.#carry = '';
    if (this.#idle && isPlain(next)) this.#pass(next);
    else {
      this.#catchUp();
      this.#reader.write(this.#cleaner.write(next));
      this.#idle = this.#cleaner.idle && this.#reader.idle && this.#markdown.idle && this.#judge.idle;
    }
    return this.#take();
  }

  /** The fast road: what nobody needs to look at is shown, and told to the stages when they next work. */
  #pass(text: string): void {
    const end = text.length - plainEnd(text);
    if (end < text.length) this.#carry = text.slice(end);
    const plain = end < text.length ? text.slice(0, end) : text;
    this.#passed += plain;
    if (this.#passed.length > PASSED_LIMIT) this.#catchUp();
    this.#show(plain);
  }

  #catchUp(): void {
    if (this.#passed === '') return;
    this.#reader.pass(this.#passed);
    this.#markdown.pass(this.#passed);
    this.#judge.pass(this.#passed);
    this.#passed = '';
  }

  end(): GuardEvent[] {
    if (!this.#cutShort) {
      this.#catchUp();
      this.#reader.write(this.#cleaner.write(this.#carry));
      this.#reader.write(this.#cleaner.end());
      this.#reader.end();
      this.#settle();
      if (this.#cleaner.hidden > 0)
        this.#verdict('hygiene', `${this.#cleaner.hidden} hidden characters`, 'characters that are never shown were taken out');
    }
    for (const one of this.#afterwards(this.#said.text)) this.#push({ type: 'verdict', verdict: one });
    return this.#take();
  }

  #replaced({ replacement, verdicts }: Replacement): string | null {
    for (const one of verdicts) this.#push({ type: 'verdict', verdict: one });
    return replacement;
  }

  #judged(judged: Judged): void {
    for (const one of judged.verdicts) this.#push({ type: 'verdict', verdict: one });
    if (judged.directive) this.#card(judged.directive);
  }

  /** A card stands in the text at its place: what was held before it is judged as it is. */
  #card(directive: Directive): void {
    this.#settle();
    if (this.#cutShort) return;
    this.#said.add('\n');
    this.#push({ type: 'directive', directive });
  }

  #settle(): void {
    this.#markdown.flush();
    this.#judge.flush();
  }

  #verdict(rule: RuleName, subject: string, reason: string): void {
    this.#push({ type: 'verdict', verdict: verdict(rule, 'dropped', subject, reason) });
  }

  #show(whole: string): void {
    if (this.#cutShort) return;
    const sound = this.#recital?.read(whole) ?? whole.length;
    const text = sound === whole.length ? whole : whole.slice(0, sound);
    this.#count(text);
    if (sound === whole.length) return;
    this.#cutShort = true;
    this.#verdict('recital', this.#said.text.slice(-120), 'the answer recites its instructions; the rest is not shown');
  }

  /** Shows a text within what a message may show. */
  #count(text: string): void {
    const bytes = Buffer.byteLength(text);
    const left = directiveLimits.visibleText - this.#shown.visibleBytes;
    if (bytes <= left) {
      this.#shown.visibleBytes += bytes;
      this.#pending += text;
      this.#said.add(text);
      return;
    }
    const last = text.slice(0, unitsWithin(text, left));
    this.#pending += last;
    this.#said.add(last);
    this.#shown.visibleBytes = directiveLimits.visibleText;
    this.#cutShort = true;
    this.#push({ type: 'verdict', verdict: verdict('limit', 'dropped', text, 'the visible text reached its limit') });
    this.#push({ type: 'cut-short' });
  }

  #push(event: GuardEvent): void {
    if (this.#pending !== '') this.#events.push({ type: 'text', text: this.#pending });
    this.#pending = '';
    this.#events.push(event);
  }

  #take(): GuardEvent[] {
    if (this.#pending !== '') this.#events.push({ type: 'text', text: this.#pending });
    this.#pending = '';
    const events = this.#events;
    this.#events = [];
    return events;
  }
}
