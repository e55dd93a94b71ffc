import { untied } from '../../protocol/verdict-text.ts';
import type { Answer, Conversation, ShownPart } from '../stores/model.ts';
import { isRunning } from '../stores/model.ts';
import type { ShownVerdict } from './verdict.tsx';

type Part<T extends ShownPart['type']> = Extract<ShownPart, { type: T }>;

function partOf<T extends ShownPart['type']>({ blocks }: Answer, type: T): Part<T> | undefined {
  for (const block of blocks) if (block.kind === 'part' && block.part.type === type) return block.part as Part<T>;
  return undefined;
}

/** The latest answer of the conversation that compares just these items for just this term. */
export function answerOn({ messages }: Conversation, ids: readonly string[], days: number | undefined): Answer | undefined {
  const found = messages.findLast((message) => {
    const table = message.role === 'adviser' ? partOf(message, 'data-compareTable')?.data : undefined;
    return table?.days === days && table?.items.map((item) => item.id).join('\n') === ids.join('\n');
  });
  return found?.role === 'adviser' ? found : undefined;
}

/** The verdict in an answer: whole once it has come, the sentences so far while it is on its way, else none. */
export function verdictIn(answer: Answer): ShownVerdict | undefined {
  const verdict = partOf(answer, 'data-compareVerdict')?.data;
  if (verdict) return verdict;
  if (!isRunning(answer)) return undefined;
  const text = answer.blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('');
  const sentences = text.split(/\n{2,}/).filter((sentence) => sentence.trim() !== '');
  // The rows come as buttons with the whole verdict.
  return { streaming: sentences.map(untied) };
}
