import { createHash } from 'node:crypto';
import { displayText } from '../../../protocol/display-text.ts';
import type { ModelMessage, ModelRequest, ToolCall, ToolDefinition } from '../port.ts';
import type { Profile } from './profiles.ts';

/** Who sends: the fields of `provider` go back only to the model that said them. */
export interface Sender {
  /** Model name as the provider knows it. */
  readonly name: string;
  /** Tag of this model in `provider.from`. */
  readonly from: string;
  readonly profile: Profile;
}

/** Each definition as JSON: the same object is offered in every call until the catalogue's words change. */
const toolTexts = new WeakMap<ToolDefinition, string>();

function toolText(definition: ToolDefinition): string {
  const known = toolTexts.get(definition);
  if (known !== undefined) return known;
  const { name, description, parameters } = definition;
  // Schemas hold words of the catalogue too (T8).
  const text = displayText(JSON.stringify({ type: 'function', function: { name, description, parameters } }));
  toolTexts.set(definition, text);
  return text;
}

/** The JSON body of one chat-completions call. Equal requests give equal bytes, so that providers can cache the prefix. */
export function requestBody(request: ModelRequest, sender: Sender): string {
  const { profile } = sender;
  const tools = request.tools.length > 0 && (request.tool_choice === undefined || profile.tool_choice);
  const asked = JSON.stringify({ model: sender.name, messages: request.messages.map((message) => wireMessage(message, sender)) });
  const settings = JSON.stringify({
    ...(tools && {
      ...(request.tool_choice && { tool_choice: request.tool_choice }),
      ...(profile.parallel_tool_calls && { parallel_tool_calls: true }),
    }),
    [profile.max_tokens]: request.max_output_tokens,
    ...(request.temperature !== undefined && { temperature: request.temperature }),
    stream: true,
    ...(profile.include_usage && { stream_options: { include_usage: true } }),
  });
  const offered = tools ? `,"tools":[${request.tools.map(toolText).join()}]` : '';
  // The last gate before a model.
  return `${displayText(asked.slice(0, -1))}${offered},${displayText(settings.slice(1))}`;
}

/** Without characters that a person would not see (G14), whoever wrote the text. */
function wireMessage(message: ModelMessage, sender: Sender): Record<string, unknown> {
  const text = displayText(message.text);
  switch (message.role) {
    case 'system':
    case 'user':
      return { role: message.role, content: text };
    case 'assistant':
      return {
        role: 'assistant',
        // The documented shape of an answer that only calls.
        content: text === '' && message.calls.length > 0 ? null : text,
        ...replayed(message.provider, sender),
        ...(message.calls.length > 0 && { tool_calls: message.calls.map((call) => wireCall(call, sender.profile)) }),
      };
    case 'tool':
      return {
        role: 'tool',
        tool_call_id: wireCallId(message.call_id, sender.profile),
        ...(sender.profile.tool_name && { name: message.name }),
        content: text,
      };
  }
}

function wireCall(call: ToolCall, profile: Profile): Record<string, unknown> {
  return { id: wireCallId(call.id, profile), type: 'function', function: { name: call.name, arguments: call.arguments } };
}

/** Ids go back as they came, except to a provider that would refuse another model's: those get a stable stand-in. */
function wireCallId(id: string, profile: Profile): string {
  if (!profile.call_id || profile.call_id.test(id)) return id;
  return createHash('sha256').update(id).digest('hex').slice(0, 9);
}

function replayed(provider: Readonly<Record<string, unknown>> | undefined, sender: Sender): Record<string, unknown> {
  if (!provider || (provider.from !== undefined && provider.from !== sender.from)) return {};
  return Object.fromEntries(sender.profile.replay.filter((field) => field in provider).map((field) => [field, provider[field]]));
}
