import type { Comparison } from '../../../protocol/compare.ts';
import { PART_VERSION } from '../../../protocol/parts.ts';
import { itemNames } from '../../compare/names.ts';
import { verdict as guardVerdict } from '../../guard/rules/judged.ts';
import { textsFor } from '../../language/texts.ts';
import type { ModelMessage, NotedFacts, SearchState } from '../../model/port.ts';
import type { TurnDependencies, TurnInput } from '../dependencies.ts';
import { TurnEvidence } from '../evidence.ts';
import { currentNotes } from '../notes/current-notes.ts';
import { comparedState, learnCompared } from '../notes/noted.ts';
import { Speaker } from '../speaker.ts';
import { giveVerdict } from './verdict.ts';

/** Messages of the shopper that a verdict is told. */
const SAID = 3;

/** A comparison somebody asked for, and the rows they opened. */
export interface AskedComparison {
  readonly comparison: Comparison;
  readonly opened: readonly string[];
}

/**
 * The turn of `POST /v1/compare` as a stream: the table first, whatever a model does; then the verdict. To everything around it (run
 * log, resume, stop, history, notes) it is a turn like one of the chat.
 */
export class CompareTurn {
  readonly speaker: Speaker;
  readonly history: ModelMessage[] = [];
  readonly finishReason = 'stop';
  readonly #deps: TurnDependencies;
  readonly #input: TurnInput;
  readonly #asked: AskedComparison;
  readonly #evidence: TurnEvidence;

  constructor(deps: TurnDependencies, input: TurnInput, asked: AskedComparison) {
    this.#deps = deps;
    this.#input = input;
    this.#asked = asked;
    this.#evidence = new TurnEvidence(input.conversation, input.message.text, deps.conversations);
    this.speaker = new Speaker({
      writer: input.writer,
      locale: input.locale,
      makeCard: async () => ({}),
      onVerdict: deps.onVerdict,
      // Its one step is short: whoever takes it over does it again.
      reopen: input.reopen,
    });
  }

  get admitted(): readonly string[] {
    return this.#evidence.admitted;
  }

  get noted(): NotedFacts {
    return learnCompared(this.#ids, this.#input.conversation.noted, this.#asked.opened);
  }

  get search_state(): SearchState | undefined {
    return comparedState(this.#asked.comparison, this.#input.conversation.search_state);
  }

  get #ids(): string[] {
    return this.#asked.comparison.items.map((item) => item.id);
  }

  /** @throws RunTaken, or the reason of the input's signal. What was shown stays shown. */
  async run(): Promise<void> {
    const { comparison } = this.#asked;
    const { writer, locale, message } = this.#input;
    const { speaker } = this;
    const startedAt = this.#deps.clock();
    writer.step = 1;
    speaker.startStep(1);
    const call = {
      id: `compare-${message.id.slice(0, 8)}`,
      name: 'compare_items',
      arguments: JSON.stringify({ ids: this.#ids, days: comparison.days }),
    };
    writer.entry({ kind: 'tool-called', call_id: call.id, name: call.name, arguments: call.arguments });
    // Confirmed by the catalogue, like the items of a page (G1); the term is evidence for totals (G15).
    const { days } = comparison;
    await this.#evidence.record({
      items: comparison.items,
      arguments: days === undefined ? {} : { rental_days: days },
      total: comparison.items.length,
    });
    const text = tableText(comparison);
    writer.entry({
      kind: 'tool-returned',
      call_id: call.id,
      ok: true,
      item_ids: this.#ids,
      ms: Math.round(this.#deps.clock() - startedAt),
      text,
    });
    this.history.push({ role: 'assistant', text: '', calls: [call] }, { role: 'tool', call_id: call.id, name: call.name, text, ok: true });
    speaker.part({ type: 'data-compareTable', data: { v: PART_VERSION, ...comparison } });
    speaker.status('writing', textsFor(locale).status.writing);
    try {
      const { verdict, outcome } = await this.#verdict();
      this.#deps.onComparison?.(outcome);
      speaker.part({ type: 'data-compareVerdict', data: { v: PART_VERSION, ...verdict } });
    } finally {
      speaker.closeText();
      this.history.push({ role: 'assistant', text: speaker.said, calls: [] });
    }
    await this.#notes();
    writer.entry({ kind: 'step-finished', reason: 'stop', ms: Math.round(this.#deps.clock() - startedAt) });
    speaker.finishStep();
  }

  #verdict(): ReturnType<typeof giveVerdict> {
    const { comparison, opened } = this.#asked;
    const { conversation, facts, signal, writer } = this.#input;
    let first = true;
    return giveVerdict({
      policy: this.#deps.comparePolicy,
      question: {
        comparison,
        facts,
        opened,
        names: itemNames(comparison.items),
        said: conversation.turns.slice(-SAID).map((turn) => turn.message.text.slice(0, 500)),
      },
      model: this.#deps.verdictModel,
      times: { pick_ms: this.#deps.limits.verdict_pick_ms, sentence_ms: this.#deps.limits.verdict_sentence_ms },
      signal,
      spent: (usage) => this.#deps.onSpent(conversation.site, usage),
      guard: (text) => this.#guarded(text),
      show: (text) => {
        void this.speaker.speak([{ type: 'text', text: first ? text : `\n\n${text}` }]);
        first = false;
      },
      note: (what, subject, reason) => {
        if (what === 'said') writer.entry({ kind: 'model-text', text: subject });
        else if (what === 'dropped')
          void this.speaker.speak([{ type: 'verdict', verdict: guardVerdict('specification', 'dropped', subject, reason) }]);
        else writer.entry({ kind: 'verdict', rule: 'position', outcome: what, subject, reason });
      },
    });
  }

  /** A whole sentence through a guard of its own; a card asked for in it is not made: the table stands already. */
  #guarded(sentence: string): string {
    const guard = this.#deps.createGuard({ evidence: this.#evidence, locale: this.#input.locale, linkHosts: this.#deps.linkHosts });
    let text = '';
    for (const event of [...guard.write(sentence), ...guard.end()]) {
      if (event.type === 'text') text += event.text;
      else if (event.type === 'verdict') void this.speaker.speak([event]);
    }
    return text;
  }

  async #notes(): Promise<void> {
    const { locale, signal } = this.#input;
    const notes = await currentNotes(this.noted, { locale, signal }, this.#deps.catalog);
    this.speaker.part({ type: 'data-notes', data: { v: PART_VERSION, notes } });
  }
}

/** The table as the next model call reads it: names, and the rows that differ. */
function tableText({ items, rows, days }: Comparison): string {
  return JSON.stringify({
    items: items.map(({ id, title }) => ({ id, title })),
    ...(days === undefined ? {} : { days }),
    rows: rows
      .filter((row) => row.differs)
      .map(({ label, cells, best }) => ({
        label,
        cells: cells.map((cell) => cell?.text ?? null),
        ...(best === undefined ? {} : { best: items[best]?.id }),
      })),
  });
}
