import type { AssistantMessage, ExampleMessage, Format, Json } from './example.ts';
import { type ChatDialect, lastAssistant, listAt, must, only, readChat, toolAt, writeChat, writtenTool } from './reading.ts';

const dialect: ChatDialect = { arguments: 'object', toolsBy: 'name' };
const written = (messages: readonly ExampleMessage[]): Json[] => messages.map((message) => writeChat(message, dialect));

const read = (record: Json, field: string): ExampleMessage[] => readChat(listAt(record[field], field), dialect, field);

function answer(record: Json, field: string): AssistantMessage {
  const messages = read(record, field);
  must(messages.length === 1, `${field} holds one message`);
  return lastAssistant(messages, field);
}

/** TRL: conversational datasets (`messages`; `prompt` with `chosen` and `rejected`, `completion` and `label`, or alone), tools in a column. */
export const trl: Format = {
  name: 'trl',
  documentation: 'huggingface.co/docs/trl/dataset_formats (conversational; tool calling)',
  kinds: ['sft', 'dpo', 'kto', 'grpo'],
  write(example) {
    const tools = example.tools.map(writtenTool);
    switch (example.kind) {
      case 'sft':
        return { messages: written(example.messages), tools };
      case 'dpo':
        return { prompt: written(example.prompt), chosen: written([example.chosen]), rejected: written([example.rejected]), tools };
      case 'kto':
        return { prompt: written(example.prompt), completion: written([example.completion]), label: example.label, tools };
      case 'grpo':
        // Other columns reach the reward function by name.
        return { prompt: written(example.prompt), tools, reference_calls: example.reference_calls };
    }
  },
  read(record, kind) {
    const tools = listAt(record.tools, 'tools').map((tool, at) => toolAt(tool, `tools[${at}]`));
    if (kind === 'sft') {
      only(record, ['messages', 'tools'], 'record');
      const messages = read(record, 'messages');
      return { tools, messages, answers: [lastAssistant(messages, 'messages')] };
    }
    const messages = read(record, 'prompt');
    must(messages.at(-1)?.role !== 'assistant', 'prompt ends before the answer');
    if (kind === 'dpo') {
      only(record, ['prompt', 'chosen', 'rejected', 'tools'], 'record');
      return { tools, messages, answers: [answer(record, 'chosen'), answer(record, 'rejected')] };
    }
    if (kind === 'grpo') return { tools, messages, answers: [] };
    only(record, ['prompt', 'completion', 'label', 'tools'], 'record');
    must(typeof record.label === 'boolean', 'label is true or false');
    return { tools, messages, answers: [answer(record, 'completion')], label: record.label };
  },
};
