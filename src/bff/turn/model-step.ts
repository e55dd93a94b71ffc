import type { Guard } from '../guard/events.ts';
import { GrowingText } from '../language/growing-text.ts';
import type { ModelPort, ModelRequest, ToolCall, Usage } from '../model/port.ts';
import type { RunWriter } from '../runs/writer.ts';
import { RUN_LIMIT } from '../runs/writer.ts';
import { estimateTokens, tokensOf } from './history/history.ts';
import { recordedRequest } from './recorded.ts';
import type { Speaker } from './speaker.ts';

/** Characters of a model's text that one entry holds, and a token more. */
const ENTRY_TEXT = 500;

/** What one call of the model came to. */
export interface ModelStepResult {
  readonly calls: readonly ToolCall[];
  /** Calls that came in pieces or with arguments that are no JSON object; never executed. */
  readonly broken: readonly { readonly name: string; readonly reason: string }[];
  readonly reason: 'stop' | 'calls' | 'length' | 'filter';
  readonly usage?: Usage;
  readonly provider?: Readonly<Record<string, unknown>>;
}

/** Counts a call, by its own account or by estimate, however it ended. The planner costs nothing. */
function spentOn(request: ModelRequest, model: string, output: string, usage: Usage | undefined): Usage | null {
  if (model === 'planner') return null;
  return usage ?? { input_tokens: tokensOf(request.messages), output_tokens: estimateTokens(output) };
}

export interface ModelStepOptions {
  readonly model: ModelPort;
  readonly request: ModelRequest;
  readonly guard: Guard;
  readonly speaker: Speaker;
  readonly writer: RunWriter;
  readonly signal: AbortSignal;
  /** Told once what the call cost. */
  readonly onSpent: (usage: Usage) => void;
}

/**
 * Calls the model once and lets its text through the guard to the shopper as it comes. What the guard still holds when
 * the model fails or the turn ends is judged and said: the shopper keeps every word that was sound.
 * @throws ModelFailure, or the signal's reason.
 */
export async function runModelStep({
  model,
  request,
  guard,
  speaker,
  writer,
  signal,
  onSpent,
}: ModelStepOptions): Promise<ModelStepResult> {
  const calls: ToolCall[] = [];
  const broken: { name: string; reason: string }[] = [];
  let finish: Omit<ModelStepResult, 'calls' | 'broken'> = { reason: 'stop' };
  let answering = model.name;
  // The text of the entries so far.
  const heard: string[] = [];
  // A token by itself would be an entry of its own beside the frame it becomes: the first says when the answer began.
  const unwritten = new GrowingText();
  const write = (): void => {
    if (unwritten.length === 0) return;
    const { text } = unwritten;
    unwritten.clear();
    heard.push(text);
    writer.entry({ kind: 'model-text', text });
  };
  try {
    if (signal.aborted) throw signal.reason;
    for await (const event of model.stream(request, signal)) {
      if (event.type === 'text') {
        unwritten.add(event.text);
        if (heard.length === 0 || unwritten.length > ENTRY_TEXT) write();
        const saying = speaker.speak(guard.write(event.text));
        if (saying) await saying;
        if (writer.size > RUN_LIMIT) speaker.cutShort = true;
        if (speaker.cutShort) break;
      } else if (event.type === 'call') calls.push(event.call);
      else if (event.type === 'broken-call') broken.push({ name: event.name, reason: event.reason });
      else if (event.type === 'degraded') {
        answering = event.model;
        writer.entry({ kind: 'model-called', model: event.model, request: recordedRequest(request) });
        speaker.notice('degraded');
      } else
        finish = {
          reason: event.reason,
          ...(event.usage ? { usage: event.usage } : {}),
          ...(event.provider ? { provider: event.provider } : {}),
        };
      if (signal.aborted) throw signal.reason;
    }
  } finally {
    // Before anything that another owner of the run may refuse: the call has cost what it cost.
    const spent = spentOn(request, answering, heard.join('') + unwritten.text, finish.usage);
    if (spent) onSpent(spent);
    write();
    await speaker.speak(guard.end());
    speaker.closeText();
  }
  return { calls, broken, ...finish };
}
