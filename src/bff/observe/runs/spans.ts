import { createHash } from 'node:crypto';
import { type Attributes, context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import type { ModelMessage } from '../../model/port.ts';
import { AGENT, attribute } from './names.ts';
import type { RunSink, Took } from './run-reading.ts';

/** Where a model is, as spans and metrics name it. */
export interface ModelPlace {
  /** `gen_ai.provider.name` */
  readonly provider: string;
  readonly address?: string;
  readonly port?: number;
}

export interface RunSpansOptions {
  readonly tracer: Tracer;
  readonly run_id: string;
  readonly conversation_id: string;
  readonly site: string;
  readonly placeOf: (model: string) => ModelPlace;
  /** The tool's own name, or that of all unknown ones. */
  readonly toolNamed: (name: string) => string;
  /** Messages, arguments and results into the spans: only where the operator has asked for it. */
  readonly texts: boolean;
}

/**
 * A conversation's id is the right to read it, so no trace holds it: this is its hash, as good for grouping.
 */
export const conversationHash = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 32);

const end = (span: Span, { startedAt, seconds }: Took, error: string | undefined): void => {
  if (error !== undefined) {
    span.setAttribute(attribute.errorType, error);
    // A code and never an exception: messages of others may hold anything.
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end(startedAt + seconds * 1000);
};

/** Ends a shopper chose are no errors. */
const CHOSEN: ReadonlySet<string> = new Set(['stopped', 'disconnected']);

/** One run as spans: `invoke_agent` over its `chat` and `execute_tool` (GenAI conventions). */
export function runSpans({ tracer, run_id, conversation_id, site, placeOf, toolNamed, texts }: RunSpansOptions): RunSink {
  let root: Span | undefined;
  const child = (name: string, kind: SpanKind, startTime: number, attributes: Attributes): Span =>
    tracer.startSpan(name, { kind, startTime, attributes }, root ? trace.setSpan(context.active(), root) : context.active());
  return {
    started(startTime) {
      root = tracer.startSpan(`invoke_agent ${AGENT}`, {
        kind: SpanKind.INTERNAL,
        startTime,
        root: true,
        attributes: {
          [attribute.operation]: 'invoke_agent',
          [attribute.agent]: AGENT,
          [attribute.conversation]: conversationHash(conversation_id),
          [attribute.run]: run_id,
          [attribute.site]: site,
        },
      });
    },
    chat(chat) {
      const { provider, address, port } = placeOf(chat.model);
      const { usage } = chat;
      const span = child(`chat ${chat.model}`, SpanKind.CLIENT, chat.startedAt, {
        [attribute.operation]: 'chat',
        [attribute.provider]: provider,
        [attribute.requestModel]: chat.model,
        [attribute.maxTokens]: chat.request.max_output_tokens,
        [attribute.stream]: true,
        [attribute.serverAddress]: address,
        [attribute.serverPort]: port,
        [attribute.firstChunk]: chat.first_s,
        [attribute.finishReasons]: chat.finish_reason === undefined ? undefined : [chat.finish_reason],
        [attribute.inputTokens]: usage?.input_tokens,
        [attribute.outputTokens]: usage?.output_tokens,
        [attribute.cachedTokens]: usage?.cached_tokens,
        ...(texts
          ? {
              [attribute.inputMessages]: JSON.stringify(chat.request.messages.map(messageParts)),
              [attribute.outputMessages]: JSON.stringify([
                { role: 'assistant', parts: [{ type: 'text', content: chat.text ?? '' }], finish_reason: chat.finish_reason ?? 'error' },
              ]),
            }
          : {}),
      });
      end(span, chat, chat.error !== undefined && CHOSEN.has(chat.error) ? undefined : chat.error);
    },
    tool(tool) {
      const name = toolNamed(tool.name);
      const span = child(`execute_tool ${name}`, SpanKind.INTERNAL, tool.startedAt, {
        [attribute.operation]: 'execute_tool',
        [attribute.toolName]: name,
        [attribute.toolType]: 'function',
        [attribute.toolCallId]: tool.call_id,
        ...(texts ? { [attribute.toolArguments]: tool.arguments, [attribute.toolResult]: tool.result } : {}),
      });
      end(span, tool, tool.error !== undefined && CHOSEN.has(tool.error) ? undefined : tool.error);
    },
    ended(agent) {
      root?.setAttributes({
        [attribute.outcome]: agent.outcome,
        [attribute.inputTokens]: agent.usage.input_tokens,
        [attribute.outputTokens]: agent.usage.output_tokens,
        [attribute.firstChunk]: agent.first_word_s,
      });
      if (root) end(root, agent, agent.error);
    },
  };
}

/** A message in the conventions' shape. */
function messageParts(message: ModelMessage): object {
  if (message.role === 'tool') return { role: 'tool', parts: [{ type: 'tool_call_response', id: message.call_id, result: message.text }] };
  const calls = message.role === 'assistant' ? message.calls : [];
  return {
    role: message.role,
    parts: [
      { type: 'text', content: message.text },
      ...calls.map((call) => ({ type: 'tool_call', id: call.id, name: call.name, arguments: call.arguments })),
    ],
  };
}
