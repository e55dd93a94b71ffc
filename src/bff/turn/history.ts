import type { ModelMessage } from '../model/port.ts';
import type { KeptTurn } from '../runs/conversations.ts';

/** Tokens of earlier turns a model is given, by estimate. */
export const HISTORY_TOKENS = 6000;

/** About how many tokens a text has: a Chinese character is about one, other text four characters a token. */
export function estimateTokens(text: string): number {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese + Math.ceil((text.length - chinese) / 4);
}

const sizeOf = (message: ModelMessage): number =>
  estimateTokens(message.text) + (message.role === 'assistant' ? estimateTokens(JSON.stringify(message.calls)) : 0);

/**
 * Earlier turns as messages, newest kept first up to the budget. A turn goes in whole or not at all, so a call is never
 * cut from its result.
 */
export function historyMessages(turns: readonly KeptTurn[], budget = HISTORY_TOKENS): ModelMessage[] {
  const kept: ModelMessage[][] = [];
  let left = budget;
  for (const turn of turns.toReversed()) {
    const messages: ModelMessage[] = [{ role: 'user', text: turn.message.text }, ...turn.history];
    left -= messages.reduce((sum, message) => sum + sizeOf(message), 0);
    if (left < 0) break;
    kept.push(messages);
  }
  return kept.toReversed().flat();
}
