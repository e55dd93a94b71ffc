import type { AssistantMessage, ExampleCall, ExampleMessage, Format, Json } from './example.ts';
import { jsonAt, listAt, must, objectAt, only, textAt, toolAt, writtenTool } from './reading.ts';

/** A text as the JSON string that results must be: what is JSON stays as it is. */
function asJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify({ text });
  }
}

/** A call is a message of its own, its name and arguments one JSON string; neighbouring ones are one step. */
function written(message: ExampleMessage): Json[] {
  if (message.role === 'tool') return [{ role: 'tool_response', content: asJson(message.text) }];
  if (message.role !== 'assistant') return [{ role: message.role, content: message.text }];
  return [
    ...(message.text === '' ? [] : [{ role: 'assistant', content: message.text }]),
    ...message.calls.map(({ name, arguments: args }) => ({ role: 'tool_call', content: JSON.stringify({ name, arguments: args }) })),
  ];
}

const all = (messages: readonly ExampleMessage[]): Json[] => messages.flatMap(written);

/** @throws FormatFault */
function read(value: unknown, place: string): ExampleMessage[] {
  const messages: ExampleMessage[] = [];
  let open: ExampleCall[] = [];
  let said = '';
  let made = 0;
  const flush = (): void => {
    if (said !== '' || open.length > 0) messages.push({ role: 'assistant', text: said, calls: open });
    said = '';
  };
  let isAnswering = false;
  for (const [index, each] of listAt(value, place).entries()) {
    const here = `${place}[${index}]`;
    const message = objectAt(each, here);
    only(message, ['role', 'content'], here);
    const content = textAt(message.content, `${here}.content`);
    if (message.role === 'assistant' || message.role === 'tool_call') {
      if (!isAnswering) open = [];
      isAnswering = true;
      if (message.role === 'assistant') {
        must(said === '' && open.length === 0, `${here}: words of a step come once, before its calls`);
        said = content;
        continue;
      }
      const { name, arguments: args } = objectAt(jsonAt(content, `${here}.content`), `${here}.content`);
      open = [...open, { id: `call-${made++}`, name: textAt(name, `${here}.name`), arguments: objectAt(args, `${here}.arguments`) }];
      continue;
    }
    if (isAnswering) flush();
    isAnswering = false;
    if (message.role === 'tool_response') {
      jsonAt(content, `${here}.content`);
      const [call, ...rest] = open;
      must(call, `${here} answers a call before it`);
      open = rest;
      messages.push({ role: 'tool', call_id: call.id, name: call.name, text: content });
      continue;
    }
    must(open.length === 0, `${here}: every call before it is answered`);
    must(message.role === 'user' || (message.role === 'system' && index === 0), `${here}.role is one it knows; system only first`);
    messages.push({ role: message.role, text: content });
  }
  if (isAnswering) flush();
  return messages;
}

function last(messages: readonly ExampleMessage[], place: string): AssistantMessage {
  const message = messages.at(-1);
  must(message?.role === 'assistant', `${place} ends with the assistant`);
  return message;
}

/** ms-swift: standard messages with `tool_call` and `tool_response`, tools and calls as JSON strings. */
export const msSwift: Format = {
  name: 'ms-swift',
  documentation: 'swift.readthedocs.io/en/latest/Customization/Custom-dataset.html (standard dataset format, agent format)',
  kinds: ['sft', 'dpo', 'kto', 'grpo'],
  write(example) {
    const tools = JSON.stringify(example.tools.map(writtenTool));
    switch (example.kind) {
      case 'sft':
        return { messages: all(example.messages), tools };
      case 'dpo': {
        const messages = all([...example.prompt, example.chosen]);
        // A rejected answer that is words alone is a string; one with calls needs the whole conversation again, and its tools.
        return example.rejected.calls.length === 0
          ? { messages, rejected_response: example.rejected.text, tools }
          : { messages, rejected_messages: all([...example.prompt, example.rejected]), rejected_tools: tools, tools };
      }
      case 'kto':
        return { messages: all([...example.prompt, example.completion]), label: example.label, tools };
      case 'grpo':
        // Further fields reach the reward function by name.
        return { messages: all(example.prompt), tools, reference_calls: example.reference_calls };
    }
  },
  read(record, kind) {
    const tools = listAt(jsonAt(record.tools, 'tools'), 'tools').map((tool, at) => toolAt(tool, `tools[${at}]`));
    const messages = read(record.messages, 'messages');
    if (kind === 'grpo') {
      must(messages.at(-1)?.role === 'user', 'messages ends with the user');
      return { tools, messages, answers: [] };
    }
    const answer = last(messages, 'messages');
    if (kind === 'sft') {
      only(record, ['messages', 'tools'], 'record');
      return { tools, messages, answers: [answer] };
    }
    if (kind === 'kto') {
      only(record, ['messages', 'label', 'tools'], 'record');
      must(typeof record.label === 'boolean', 'label is true or false');
      return { tools, messages: messages.slice(0, -1), answers: [answer], label: record.label };
    }
    only(record, ['messages', 'tools', 'rejected_response', 'rejected_messages', 'rejected_tools'], 'record');
    must(
      (record.rejected_response === undefined) !== (record.rejected_messages === undefined),
      'one of rejected_response and rejected_messages',
    );
    if (record.rejected_response !== undefined) {
      const rejected: AssistantMessage = { role: 'assistant', text: textAt(record.rejected_response, 'rejected_response'), calls: [] };
      return { tools, messages: messages.slice(0, -1), answers: [answer, rejected] };
    }
    textAt(record.rejected_tools, 'rejected_tools');
    return {
      tools,
      messages: messages.slice(0, -1),
      answers: [answer, last(read(record.rejected_messages, 'rejected_messages'), 'rejected_messages')],
    };
  },
};
