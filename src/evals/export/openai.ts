import type { AssistantMessage, ExampleMessage, Format, Json } from './example.ts';
import { type ChatDialect, lastAssistant, listAt, must, objectAt, only, readChat, toolAt, writeChat, writtenTool } from './reading.ts';

const dialect: ChatDialect = { arguments: 'string', toolsBy: 'id' };
const written = (messages: readonly ExampleMessage[]): Json[] => messages.map((message) => writeChat(message, dialect));

function oneAnswer(value: unknown, place: string): AssistantMessage {
  const outputs = listAt(value, place);
  must(outputs.length === 1, `${place} holds one message`);
  return lastAssistant(readChat(outputs, dialect, place), place);
}

/** OpenAI fine-tuning: chat (supervised), preference (DPO), and prompts for reinforcement. It has no unpaired preference. */
export const openai: Format = {
  name: 'openai',
  documentation: 'developers.openai.com/api/docs/guides: supervised-fine-tuning, direct-preference-optimization, reinforcement-fine-tuning',
  kinds: ['sft', 'dpo', 'grpo'],
  write(example) {
    const tools = example.tools.map(writtenTool);
    if (example.kind === 'sft') return { messages: written(example.messages), tools };
    if (example.kind === 'dpo')
      return {
        input: { messages: written(example.prompt), tools, parallel_tool_calls: true },
        preferred_output: written([example.chosen]),
        non_preferred_output: written([example.rejected]),
      };
    if (example.kind === 'grpo') return { messages: written(example.prompt), tools, reference_calls: example.reference_calls };
    throw new Error('OpenAI has no unpaired preference');
  },
  read(record, kind) {
    if (kind === 'dpo') {
      only(record, ['input', 'preferred_output', 'non_preferred_output'], 'record');
      const input = objectAt(record.input, 'input');
      only(input, ['messages', 'tools', 'parallel_tool_calls'], 'input');
      const messages = readChat(listAt(input.messages, 'input.messages'), dialect, 'input.messages');
      must(messages.at(-1)?.role !== 'assistant', 'input.messages ends before the answer');
      return {
        tools: listAt(input.tools, 'input.tools').map((tool, at) => toolAt(tool, `input.tools[${at}]`)),
        messages,
        answers: [oneAnswer(record.preferred_output, 'preferred_output'), oneAnswer(record.non_preferred_output, 'non_preferred_output')],
      };
    }
    const messages = readChat(listAt(record.messages, 'messages'), dialect, 'messages');
    const tools = listAt(record.tools, 'tools').map((tool, at) => toolAt(tool, `tools[${at}]`));
    if (kind === 'sft') {
      only(record, ['messages', 'tools'], 'record');
      return { tools, messages, answers: [lastAssistant(messages, 'messages')] };
    }
    // Fields beside the messages are handed to the grader as `item.…`.
    must(messages.at(-1)?.role === 'user', 'messages ends with the user');
    return { tools, messages, answers: [] };
  },
};
