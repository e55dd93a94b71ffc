import type { Tool as RemoteTool } from '@modelcontextprotocol/client';
import { promptText } from '../../language/hygiene.ts';
import { textsFor } from '../../language/texts.ts';
import type { McpConnection } from '../../remote/mcp/connection.ts';
import { isNeverDone, isRefusal } from '../../remote/mcp/faults.ts';
import { DependencyDown, type Resilience } from '../../remote/resilience.ts';
import type { Tool, ToolContext, ToolResult } from '../tool.ts';
import { argumentsSchema } from './arguments.ts';
import type { ObjectSchema } from './input-schema.ts';
import { outsideText } from './outside-text.ts';
import { answerIn, errorResultText, failureText, resultText } from './result-text.ts';

const MAX_DESCRIPTION = 1000;

export interface RemoteToolParts {
  /** Of the server, in the configuration. */
  readonly server: string;
  /** As a model calls it. */
  readonly name: string;
  readonly remote: RemoteTool;
  /** The remote tool's input schema, accepted. */
  readonly schema: ObjectSchema;
  readonly connection: McpConnection;
  readonly resilience: Resilience;
  /** Takes the shop's secrets out of a text. */
  readonly hide: (text: string) => string;
}

const unavailable = (canHaveHappened: boolean): string =>
  JSON.stringify({
    error: 'unavailable',
    message: canHaveHappened
      ? 'The tool did not answer, and it is not known whether it did what was asked. Do not call it again for this; say so.'
      : 'The tool does not answer right now. Go on without it, and say nothing that it would have told.',
  });

/** Whether a second call does no harm. A tool that does not say so is asked once. */
function isRepeatable({ annotations }: RemoteTool): boolean {
  return annotations?.readOnlyHint === true || annotations?.idempotentHint === true;
}

/**
 * A tool of a shop's server as one of ours. What comes back is text for the model and nothing else: no item enters the ledger
 * (G1), and an amount in it may be said as the tool's own, never as an item's (G15).
 */
export function createRemoteTool(parts: RemoteToolParts): Tool {
  const { server, name, remote, connection, resilience, hide } = parts;
  const description = promptText(remote.description || remote.title || remote.name, MAX_DESCRIPTION);
  const schema = argumentsSchema(parts.schema);

  const failed = (text: string, { locale }: ToolContext): ToolResult => ({ ok: false, text, summary: textsFor(locale).summary.failed });

  return {
    name,
    schema,
    async definition() {
      return { name, description, parameters: parts.schema };
    },
    async status(_, { locale }) {
      return textsFor(locale).status.checking;
    },
    async execute(args, context) {
      const { signal, locale } = context;
      let isAsked = false;
      try {
        const result = await resilience(async (each) => {
          if (isAsked && !isRepeatable(remote)) throw new DependencyDown('failed');
          const client = await connection.reach();
          // Opening can outlast a try: the one that gave up must not call after it.
          each.throwIfAborted();
          isAsked = true;
          return connection.call(client, remote, args as Record<string, unknown>, each).catch((error: unknown) => {
            isAsked = !isNeverDone(error);
            throw error;
          });
        }, signal);
        if (result.isError) return failed(errorResultText(server, result, hide), context);
        const text = resultText(server, result);
        return { ok: true, text, outside: outsideText(answerIn(text), args), summary: textsFor(locale).summary.answered };
      } catch (error) {
        if (signal.aborted) throw error;
        if (isRefusal(error)) return failed(failureText(server, error.message, hide), context);
        return failed(unavailable(isAsked && !isRepeatable(remote)), context);
      }
    },
  };
}
