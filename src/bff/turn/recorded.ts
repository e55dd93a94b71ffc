import type { ModelMessage, ModelRequest } from '../model/port.ts';
import type { ToolResult } from '../tools/tool.ts';

/** A message without the planner's copy of a tool's result: the log has that once, where the tool returned. */
export function withoutData(message: ModelMessage): ModelMessage {
  if (message.role !== 'tool') return message;
  const { data: _, ...rest } = message;
  return rest;
}

/** A request as the run log keeps it: the exact prompt. */
export const recordedRequest = (request: ModelRequest): ModelRequest => ({ ...request, messages: request.messages.map(withoutData) });

/** What a tool's result holds besides the text for the model, for the log: a replay answers with it. */
export function recordedResult({ ok: _, text: __, ...result }: ToolResult): { readonly result?: Omit<ToolResult, 'ok' | 'text'> } {
  const { summary, ...more } = result;
  return summary === '' && Object.keys(more).length === 0 ? {} : { result };
}
