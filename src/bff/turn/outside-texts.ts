import type { ModelMessage } from '../model/port.ts';
import { ownToolNames } from '../tools/mcp/names.ts';
import { outsideText } from '../tools/mcp/outside-text.ts';
import { answerIn } from '../tools/mcp/result-text.ts';

/** What a shop's own tools said in the messages of an earlier turn, each without what it was called with. */
export function outsideTextsOf(history: readonly ModelMessage[]): string[] {
  const calls = new Map(
    history.flatMap((message) => (message.role === 'assistant' ? (message.calls ?? []) : [])).map((call) => [call.id, call]),
  );
  return history.flatMap((message) => {
    if (message.role !== 'tool' || !message.ok || ownToolNames.has(message.name)) return [];
    const call = calls.get(message.call_id);
    // Without its call nobody can tell an echo from an answer.
    return call ? [outsideText(answerIn(message.text), JSON.parse(call.arguments || '{}'))] : [];
  });
}
