import { textsFor } from '../language/texts.ts';
import type { ModelMessage, ToolCall } from '../model/port.ts';
import type { RunWriter } from '../runs/writer.ts';
import type { ToolRegistry } from '../tools/registry.ts';
import type { ToolContext, ToolResult } from '../tools/tool.ts';
import type { CallBudget } from './call-budget.ts';
import { recordedResult } from './recorded.ts';
import type { Speaker } from './speaker.ts';

export interface ToolStepOptions {
  readonly tools: ToolRegistry;
  readonly context: ToolContext;
  readonly writer: RunWriter;
  readonly speaker: Speaker;
  readonly budget: CallBudget;
  /** Monotonic clock, milliseconds. */
  readonly clock: () => number;
  /** A result that came back, before the next one is looked at. */
  readonly onResult: (name: string, result: ToolResult) => Promise<void>;
}

/** What a step's calls came to. */
export interface ToolStepResult {
  /** Results in the order of the calls, as the model reads them. */
  readonly messages: readonly ModelMessage[];
  /** Every call was direct and succeeded: their parts are the answer. */
  readonly direct: boolean;
  readonly results: readonly ToolResult[];
}

interface Running {
  readonly call: ToolCall;
  readonly direct: boolean;
  readonly result: Promise<ToolResult>;
  readonly frameId?: string;
  readonly startedAt: number;
}

const refused = (text: string): ToolResult => ({ ok: false, text, summary: '' });

/**
 * Runs the calls of one step: all at once, their results taken in the order they were asked for. A failure is a result;
 * only the end of the turn itself is thrown.
 */
export async function runToolStep(calls: readonly ToolCall[], options: ToolStepOptions): Promise<ToolStepResult> {
  const { tools, context, writer, speaker, budget, clock } = options;
  const running: Running[] = [];
  for (const call of calls) {
    writer.entry({ kind: 'tool-called', call_id: call.id, name: call.name, arguments: call.arguments });
    const startedAt = clock();
    const overBudget = budget.take(call.name, call.arguments);
    const checked =
      overBudget === null
        ? tools.check(call.name, call.arguments, context)
        : ({ ok: false, text: JSON.stringify({ error: 'refused', message: overBudget }) } as const);
    if (!checked.ok) {
      running.push({ call, direct: false, result: Promise.resolve(refused(checked.text)), startedAt });
      continue;
    }
    const status = await checked.status();
    const frameId = speaker.nextId();
    speaker.status(call.name, status);
    speaker.send({
      type: 'tool-input-available',
      toolCallId: frameId,
      toolName: call.name,
      input: { summary: status },
      dynamic: true,
      providerExecuted: true,
    });
    running.push({ call, direct: checked.direct, result: checked.run(), frameId, startedAt });
  }

  // Settled together first: one that throws must not leave the others running unheard.
  await Promise.allSettled(running.map((each) => each.result));
  const messages: ModelMessage[] = [];
  const results: ToolResult[] = [];
  for (const { call, result: promise, frameId, startedAt } of running) {
    const result = await promise.catch((error: unknown): ToolResult => {
      if (context.signal.aborted) throw error;
      return refused(JSON.stringify({ error: 'unavailable', message: 'The tool failed. Go on without it.' }));
    });
    writer.entry({
      kind: 'tool-returned',
      call_id: call.id,
      ok: result.ok,
      ...(result.found ? { item_ids: result.found.items.map((item) => item.id), total: result.found.total } : {}),
      ...(result.found?.why === undefined ? {} : { why: result.found.why }),
      ...(result.found?.revision === undefined ? {} : { revision: result.found.revision }),
      ...(result.confirmed ? { item_ids: result.confirmed.map((item) => item.id) } : {}),
      ...(result.passage_ids ? { passage_ids: result.passage_ids } : {}),
      ms: Math.round(clock() - startedAt),
      text: result.text,
      ...recordedResult(result),
    });
    if (frameId) sendOutcome(speaker, frameId, call.name, result, context.locale);
    await options.onResult(call.name, result);
    messages.push({
      role: 'tool',
      call_id: call.id,
      name: call.name,
      text: result.text,
      ok: result.ok,
      ...(result.data === undefined ? {} : { data: result.data }),
    });
    results.push(result);
  }
  return {
    messages,
    results,
    direct:
      running.length > 0 &&
      running.every((each, index) => each.direct && results[index]?.ok === true && results[index]?.parts !== undefined),
  };
}

function sendOutcome(speaker: Speaker, frameId: string, toolName: string, result: ToolResult, locale: string): void {
  const head = { toolCallId: frameId, dynamic: true, providerExecuted: true } as const;
  const summary = result.summary || textsFor(locale).summary.failed;
  if (!result.ok) {
    speaker.send({ type: 'tool-output-error', ...head, errorText: summary });
    return;
  }
  speaker.send({ type: 'tool-output-available', ...head, output: { summary } });
  speaker.parts.push({
    type: 'dynamic-tool',
    toolName,
    toolCallId: frameId,
    state: 'output-available',
    input: {},
    output: { summary },
    providerExecuted: true,
  });
}
