import type { RewardContent, RewardMessage, RewardRollout } from '../../protocol/reward.ts';
import type { ToolDefinition } from '../model/port.ts';
import { answerObject, endsDirect, isOutage } from './from-run.ts';
import type { CallResult, Rollout, RolloutCall, RolloutStep } from './rollout.ts';

/** The only tool whose results may become cards (guard contract G1). */
const SEARCH = 'search_db';

/** Text of a message's content, parts joined. */
export const contentText = (content: RewardContent | null | undefined): string =>
  typeof content === 'string' ? content : (content ?? []).map((part) => part.text).join('');

/** The definition inside OpenAI's wrapping, or the bare one. */
const toolOf = (tool: NonNullable<RewardRollout['tools']>[number]): ToolDefinition => {
  const { name, description = '', parameters } = 'function' in tool ? tool.function : tool;
  return { name, description, parameters };
};

/** Ids of `items` in a search's answer. */
function foundIds(answer: Readonly<Record<string, unknown>> | null): string[] {
  const items = answer?.items;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) =>
    typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' ? [item.id] : [],
  );
}

function resultOf(name: string, content: string): CallResult {
  const answer = answerObject(content);
  const ok = answer === null || answer.error === undefined || answer.error === null;
  const ids = ok && name === SEARCH ? foundIds(answer) : [];
  return { ok, ...(ids.length > 0 ? { item_ids: ids } : {}), is_outage: !ok && isOutage(content) };
}

interface OpenCall {
  readonly id: string | null | undefined;
  readonly name: string;
  readonly arguments: string;
  result?: CallResult;
}

const isAnswered = ({ result }: OpenCall): boolean => result !== undefined;

function callsOf(message: Extract<RewardMessage, { role: 'assistant' }>): OpenCall[] {
  return (message.tool_calls ?? []).map(({ id, function: call }) => ({
    id,
    name: call.name,
    arguments: typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments),
  }));
}

/**
 * Chat messages as a rollout: each assistant message is a step, each shopper's message begins a turn.
 * @param offered tools where the rollout names none.
 */
export function rolloutOfMessages(rollout: RewardRollout, offered: readonly ToolDefinition[]): Rollout {
  const steps: (Omit<RolloutStep, 'calls'> & { readonly calls: OpenCall[] })[] = [];
  let turn = 0;
  let asked = '';
  for (const [index, message] of rollout.messages.entries()) {
    if (message.role === 'user') {
      turn += 1;
      asked = contentText(message.content);
    } else if (message.role === 'assistant')
      steps.push({
        step: steps.length + 1,
        turn,
        asked,
        text: contentText(message.content),
        calls: callsOf(message),
        ...(index < rollout.prompt_messages ? { given: true } : {}),
      });
    else if (message.role === 'tool') answer(message, steps.at(-1)?.calls ?? []);
  }
  return {
    steps: steps.map((step) => ({ ...step, calls: step.calls.map(closed), ...(endsDirect(step.calls) ? { is_direct: true } : {}) })),
    tools: rollout.tools?.map(toolOf) ?? offered,
    known_ids: new Set(rollout.known_ids),
    is_cut: false,
    needs_no_tool: rollout.needs_no_tool,
  };
}

function answer(message: Extract<RewardMessage, { role: 'tool' }>, calls: readonly OpenCall[]): void {
  const open = message.tool_call_id
    ? calls.find((call) => call.id === message.tool_call_id)
    : calls.find((call) => !isAnswered(call) && (!message.name || call.name === message.name));
  if (open && !isAnswered(open)) open.result = resultOf(open.name, contentText(message.content));
}

const closed = ({ name, arguments: json, result }: OpenCall): RolloutCall => ({ name, arguments: json, ...(result ? { result } : {}) });
