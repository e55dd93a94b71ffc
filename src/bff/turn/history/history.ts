import type { ModelMessage } from '../../model/port.ts';
import type { KeptTurn } from '../../runs/conversations.ts';
import { collapsed } from './collapse.ts';

/** Tokens of earlier turns a model is given, by estimate. */
export const HISTORY_TOKENS = 6000;

/** About how many tokens a text has: a Chinese character is about one, other text four characters a token. */
export function estimateTokens(text: string): number {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese + Math.ceil((text.length - chinese) / 4);
}

const sizeOf = (message: ModelMessage): number =>
  estimateTokens(message.text) + (message.role === 'assistant' ? estimateTokens(JSON.stringify(message.calls)) : 0);

/** About how many tokens some messages have. */
export const tokensOf = (messages: readonly ModelMessage[]): number => messages.reduce((sum, message) => sum + sizeOf(message), 0);

const whole = (turn: KeptTurn): ModelMessage[] => [{ role: 'user', text: turn.message.text }, ...turn.history];

/** What was said in a turn, without the tools: what a conversation is about outlives what was looked up for it. */
const spoken = (turn: KeptTurn): ModelMessage[] => [
  { role: 'user', text: turn.message.text },
  ...turn.history.filter((message) => message.role === 'assistant' && message.calls.length === 0),
];

/**
 * Earlier turns as messages, newest kept first up to the budget. The newest is whole where it fits; of older ones, tools keep
 * what was shown ({@link collapsed}); where even that leaves no room for the words before it, the words
 * alone stay. A call is never cut from its result.
 * @param budget tokens, by estimate.
 */
export function historyMessages(turns: readonly KeptTurn[], budget = HISTORY_TOKENS): ModelMessage[] {
  const kept: ModelMessage[][] = [];
  let left = budget;
  /** Tokens of the words of all turns before the one looked at. */
  let earlier = turns.reduce((sum, turn) => sum + tokensOf(spoken(turn)), 0);
  for (const [age, turn] of turns.toReversed().entries()) {
    const full = whole(turn);
    const short = age === 0 && tokensOf(full) <= left ? full : whole(collapsed(turn));
    earlier -= tokensOf(spoken(turn));
    const reserved = Math.min(budget / 4, earlier);
    const messages = tokensOf(short) <= left - (age === 0 ? 0 : reserved) ? short : spoken(turn);
    left -= tokensOf(messages);
    if (left < 0) break;
    kept.push(messages);
  }
  return kept.toReversed().flat();
}
