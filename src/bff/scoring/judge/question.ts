import type { RewardRollout } from '../../../protocol/reward.ts';
import { contentText } from '../from-messages.ts';

/** What a judge is shown: one exchange, what the tools had said, and what a right answer would say. */
export interface JudgedAnswer {
  /** The shopper's messages, oldest first. */
  readonly asked: readonly string[];
  /** What tools returned, oldest first. */
  readonly evidence: readonly string[];
  /** The words of the answer, card tags included. */
  readonly answer: string;
  /** Facts a right answer states; empty: the evidence alone counts. */
  readonly reference: readonly string[];
}

/** Longest evidence of one tool call and of one exchange, in characters: a judge reads no catalogue. */
const ONE_RESULT = 4000;
const ALL_RESULTS = 24_000;

/** Cuts evidence to what a judge is given, the newest kept whole. */
export function boundedEvidence(texts: readonly string[]): string[] {
  const kept: string[] = [];
  let left = ALL_RESULTS;
  for (const text of [...texts].reverse()) {
    const piece = text.slice(0, Math.min(ONE_RESULT, left)).toWellFormed();
    if (piece === '') break;
    kept.unshift(piece);
    left -= piece.length;
  }
  return kept;
}

/** A rollout as a judge is shown it: its last turn's answer. */
export function judgedRollout({ messages, reference }: RewardRollout): JudgedAnswer {
  const last = messages.findLastIndex(({ role }) => role === 'user');
  return {
    asked: messages.flatMap((message) => (message.role === 'user' ? [contentText(message.content)] : [])),
    evidence: boundedEvidence(messages.flatMap((message) => (message.role === 'tool' ? [contentText(message.content)] : []))),
    answer: messages
      .slice(last + 1)
      .flatMap((message) => (message.role === 'assistant' ? [contentText(message.content)] : []))
      .filter((text) => text.trim() !== '')
      .join('\n'),
    reference,
  };
}
