import type { SearchResult, Vocabulary } from '../catalog/engine.ts';
import { textsFor } from '../language/texts.ts';
import type { ModelMessage, NotedFacts, SearchState, ToolCall } from '../model/port.ts';
import { CallBudget } from './call-budget.ts';
import { cardContext } from './cards/from-turn.ts';
import { makeCard } from './cards/index.ts';
import { unlessDown } from './catalogue-down.ts';
import { closeAnswer } from './closing.ts';
import type { OfferedTools, TurnDependencies, TurnInput } from './dependencies.ts';
import { TurnFailed } from './end.ts';
import { TurnEvidence } from './evidence.ts';
import { historyMessages } from './history/history.ts';
import { runModelStep } from './model-step.ts';
import { learnFrom } from './notes/noted.ts';
import { brokenCallNote, repairNote, type SystemPrompt, systemPrompt, turnNote } from './prompt/build.ts';
import { recordedRequest } from './recorded.ts';
import { sourceFrames } from './sources.ts';
import { Speaker } from './speaker.ts';
import { runToolStep } from './tool-step.ts';
import { type LastSearch, searchStateAfter } from './turn-state.ts';

/** Model calls in one turn, whatever the tools do. */
const MAX_STEPS = 12;

/** Why the loop went round again or ended. */
type Next = 'again' | 'done';

/**
 * One turn: model → tool calls → tools → model … until the model answers without a call. One model, atomic tools, one
 * loop; each step depends on what the last one returned.
 */
export class Turn {
  readonly speaker: Speaker;
  /** This turn's steps as the model reads them, with what it was told between them. */
  readonly history: ModelMessage[] = [];
  finishReason: 'stop' | 'length' = 'stop';
  readonly #deps: TurnDependencies;
  readonly #input: TurnInput;
  readonly #evidence: TurnEvidence;
  readonly #budget: CallBudget;
  #search: LastSearch | undefined;
  #flags = { repaired: false, mended: false, withheld: false, amounts: false };
  #noted: NotedFacts;
  #prompt: SystemPrompt | undefined;

  constructor(deps: TurnDependencies, input: TurnInput) {
    this.#deps = deps;
    this.#input = input;
    const { before } = input;
    this.#budget = new CallBudget(deps.limits.max_tool_calls, before?.calls);
    this.#noted = before?.noted ?? input.conversation.noted;
    this.#evidence = new TurnEvidence(input.conversation, input.message.text, deps.conversations, before?.evidence);
    if (before) {
      this.history.push(...before.history);
      this.#search = before.search;
      this.#flags = { ...before.flags };
    }
    const cards = cardContext({
      deps,
      input,
      evidence: this.#evidence,
      lastSearch: () => this.#search,
      noted: () => this.#noted,
    });
    this.speaker = new Speaker({
      writer: input.writer,
      before: before?.speaker,
      reopen: input.reopen,
      locale: input.locale,
      makeCard: (directive) => unlessDown(makeCard(directive, cards), {}, input.signal),
      onVerdict: (verdict) => {
        deps.onVerdict(verdict);
        if (verdict.outcome === 'dropped' && (verdict.rule === 'ledger' || verdict.rule === 'members')) this.#flags.withheld = true;
        if (verdict.outcome === 'replaced' && verdict.rule === 'amount') this.#flags.amounts = true;
      },
    });
  }

  /** Ids that this turn entered into the ledger. */
  get admitted(): readonly string[] {
    return this.#evidence.admitted;
  }

  /** What the conversation knows about the wish after this turn. */
  get noted(): NotedFacts {
    return this.#noted;
  }

  /** The search the next message may edit. */
  get search_state(): SearchState | undefined {
    return searchStateAfter(this.#input.conversation.search_state, this.#search, this.#evidence.shown.items);
  }

  /**
   * @throws TurnFailed, ModelFailure, RunTaken, or the reason of the input's signal. What was said stays said.
   */
  async run(): Promise<void> {
    const { speaker } = this;
    const [deps, input] = [this.#deps, this.#input];
    const [vocabulary, definitions] = await Promise.all([deps.catalog.vocabulary(), deps.tools.definitions()]);
    const reading = { locale: input.locale, signal: input.signal };
    // Not remembered is not shown: the ledger fails closed.
    const remember = (ids: readonly string[]) => unlessDown(deps.catalog.items(ids, reading), [], input.signal);
    await this.#evidence.recall(remember, vocabulary.brands);
    const { locale } = input.conversation;
    this.#prompt = systemPrompt(locale, deps.shop(locale), vocabulary);
    const before: ModelMessage[] = [
      { role: 'system', text: this.#prompt.text },
      ...historyMessages(input.conversation.turns),
      turnNote(input.facts),
      { role: 'user', text: input.message.text },
    ];
    let done = input.before?.step ?? 0;
    if (done === 0 && (await this.#searchAhead(before, definitions, vocabulary))) done = 1;
    for (let step = done + 1; step <= MAX_STEPS; step += 1) {
      if ((await this.#step(step, [...before, ...this.history], definitions)) === 'done') {
        this.#noted = closeAnswer({
          speaker,
          locale: input.locale,
          vocabulary,
          held: this.#flags,
          search: this.#search,
          noted: { before: input.conversation.noted, now: this.#noted },
          items: this.#evidence.ledgerItems(),
          knowsRules: deps.tools.has('knowledge_search'),
        });
        speaker.finishStep();
        return;
      }
      speaker.finishStep();
      this.#save(step);
    }
    throw new TurnFailed('limit');
  }

  /**
   * Speculation: where the shopper's words name plainly what to search for, that search runs before the model is asked and
   * stands in its conversation as a call of its own. A right guess saves a whole round trip; a wrong one is one search more.
   * @returns whether a search ran; it is the first step then.
   */
  async #searchAhead(before: readonly ModelMessage[], tools: OfferedTools, vocabulary: Vocabulary): Promise<boolean> {
    const request = { messages: before, tools, max_output_tokens: this.#deps.limits.max_output_tokens, facts: this.#input.facts };
    const guess = this.#deps.searchAhead?.(request, vocabulary);
    if (!guess) return false;
    this.#input.writer.step = 1;
    this.speaker.startStep(1);
    const startedAt = this.#deps.clock();
    await this.#runCalls(
      [{ id: `ahead-${this.#input.message.id.slice(0, 8)}`, name: 'search_db', arguments: JSON.stringify(guess.arguments) }],
      undefined,
    );
    this.speaker.finishStep();
    this.#input.writer.entry({ kind: 'step-finished', reason: 'searched-ahead', ms: Math.round(this.#deps.clock() - startedAt) });
    this.#save(1);
    return true;
  }

  /** Writes down where another replica could go on. */
  #save(step: number): void {
    this.#input.onStep({
      step,
      history: [...this.history],
      noted: this.#noted,
      ...(this.#search ? { search: this.#search } : {}),
      calls: this.#budget.made,
      flags: { ...this.#flags },
      evidence: this.#evidence.state,
      speaker: this.speaker.state,
    });
  }

  async #step(step: number, messages: readonly ModelMessage[], tools: OfferedTools): Promise<Next> {
    const { writer, signal, locale } = this.#input;
    const { speaker } = this;
    writer.step = step;
    speaker.startStep(step);
    speaker.status(step === 1 ? 'reading' : 'writing', textsFor(locale).status[step === 1 ? 'reading' : 'writing']);
    const closed = this.#budget.spent ? ({ tool_choice: 'none' } as const) : {};
    const request = { messages, tools, ...closed, max_output_tokens: this.#deps.limits.max_output_tokens, facts: this.#input.facts };
    writer.entry({ kind: 'model-called', model: this.#deps.model.name, request: recordedRequest(request) });
    const startedAt = this.#deps.clock();
    const guard = this.#deps.createGuard({
      evidence: this.#evidence,
      locale,
      linkHosts: this.#deps.linkHosts,
      ...(this.#prompt ? { instructions: this.#prompt.recital } : {}),
    });
    const answer = await runModelStep({
      model: this.#deps.model,
      request,
      guard,
      speaker,
      writer,
      signal,
      onSpent: (usage) => this.#deps.onSpent(this.#input.conversation.site, usage),
    });
    const { calls, broken, provider } = answer;

    let next: Next = 'done';
    if (speaker.cutShort || answer.reason === 'length') this.#cutShort();
    else if (answer.reason === 'filter') throw new TurnFailed('filtered', { retryable: false });
    else if (calls.length > 0) next = await this.#runCalls(calls, provider);
    else if (broken.length > 0) next = this.#mend(broken);
    else next = this.#finishAnswer(provider);

    speaker.closeText();
    writer.entry({
      kind: 'step-finished',
      reason: next === 'again' ? 'again' : answer.reason,
      ...(answer.usage ? { usage: answer.usage } : {}),
      ms: Math.round(this.#deps.clock() - startedAt),
    });
    return next;
  }

  async #runCalls(calls: readonly ToolCall[], provider: Readonly<Record<string, unknown>> | undefined): Promise<Next> {
    const { writer, signal, locale, facts, sub } = this.#input;
    if (this.#budget.spent) throw new TurnFailed('limit');
    this.history.push({ role: 'assistant', text: this.speaker.said, calls, ...(provider ? { provider } : {}) });
    const context = {
      locale,
      signal,
      inLedger: (id: string) => this.#evidence.inLedger(id),
      ...(facts.page ? { page: facts.page } : {}),
      ...(sub ? { sub } : {}),
    };
    const step = await runToolStep(calls, {
      tools: this.#deps.tools,
      context,
      writer,
      speaker: this.speaker,
      budget: this.#budget,
      clock: this.#deps.clock,
      onResult: async (name, result) => {
        this.#evidence.returned(name, result);
        this.#evidence.addTexts((result.passages ?? []).map((passage) => passage.text));
        this.#evidence.addTexts(result.evidence ?? []);
        for (const frame of sourceFrames(result.passages ?? [], this.#deps.linkHosts)) this.speaker.source(frame);
        if (result.identity_needed) this.speaker.notice('identity_needed');
        if (result.confirmed) await this.#evidence.admit(result.confirmed);
        if (!result.found) return;
        await this.#evidence.record(result.found);
        this.#noted = learnFrom(result.found.arguments, this.#noted, this.#input.message.text);
        this.#search = { ...result.found, facets: (result.data as SearchResult | undefined)?.facets ?? [] };
      },
    });
    this.history.push(...step.messages);
    if (!step.direct) return 'again';
    for (const result of step.results) for (const part of result.parts ?? []) this.speaker.part(part);
    return 'done';
  }

  /** A call that cannot be run is told to the model once; a second one ends the turn. */
  #mend(broken: readonly { readonly name: string; readonly reason: string }[]): Next {
    if (this.#flags.mended) throw new TurnFailed('interrupted');
    this.#flags.mended = true;
    this.history.push(brokenCallNote(broken));
    return 'again';
  }

  /** The model is done: unless every card was refused, or nothing could be shown at all; then once more. */
  #finishAnswer(provider: Readonly<Record<string, unknown>> | undefined): Next {
    const { cards, said, spoke } = this.speaker;
    const refused = cards.shown === 0 && cards.rejected.length > 0;
    const blank = !spoke;
    this.history.push({ role: 'assistant', text: said, calls: [], ...(provider ? { provider } : {}) });
    if ((refused || blank) && !this.#flags.repaired && !this.#budget.spent) {
      this.#flags.repaired = true;
      this.history.push(repairNote(cards.rejected));
      return 'again';
    }
    return 'done';
  }

  #cutShort(): void {
    this.finishReason = 'length';
    this.speaker.notice('cut_short');
    this.history.push({ role: 'assistant', text: this.speaker.said, calls: [] });
  }
}
