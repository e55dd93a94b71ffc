import { type AssistantMessage, type ExampleCall, type ExampleMessage, type ExampleTool, FormatFault, type Json } from './example.ts';

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws FormatFault unless it holds */
export function must(holds: unknown, rule: string): asserts holds {
  if (!holds) throw new FormatFault(rule);
}

export function textAt(value: unknown, place: string): string {
  must(typeof value === 'string', `${place} is a string`);
  return value;
}

export function listAt(value: unknown, place: string): readonly unknown[] {
  must(Array.isArray(value), `${place} is a list`);
  return value;
}

export function objectAt(value: unknown, place: string): Json {
  must(isObject(value), `${place} is an object`);
  return value;
}

export function jsonAt(value: unknown, place: string): unknown {
  try {
    return JSON.parse(textAt(value, place));
  } catch {
    throw new FormatFault(`${place} is JSON in a string`);
  }
}

/** Only the fields that a format knows: what a trainer does not know it may refuse. */
export function only(record: Json, fields: readonly string[], place: string): void {
  for (const field of Object.keys(record)) must(fields.includes(field), `${place} has no field ${field}`);
}

/** `{type: "function", function: {name, description, parameters}}`, as all of them take tools. */
export function toolAt(value: unknown, place: string): ExampleTool {
  const tool = objectAt(value, place);
  only(tool, ['type', 'function'], place);
  must(tool.type === 'function', `${place}.type is "function"`);
  const { name, description, parameters } = objectAt(tool.function, `${place}.function`);
  must(/^[\w-]{1,64}$/.test(textAt(name, `${place}.function.name`)), `${place}.function.name has letters, digits, _ and -, 64 at most`);
  return {
    name: String(name),
    description: textAt(description, `${place}.function.description`),
    parameters: objectAt(parameters, `${place}.function.parameters`),
  };
}

export const writtenTool = ({ name, description, parameters }: ExampleTool): Json => ({
  type: 'function',
  function: { name, description, parameters },
});

/** Role and content messages as OpenAI has them, with `arguments` as a string, or as TRL has them, as an object. */
export interface ChatDialect {
  readonly arguments: 'string' | 'object';
  /** Whether a tool's message names the call (`tool_call_id`) or the tool (`name`). */
  readonly toolsBy: 'id' | 'name';
}

export function writeChat(message: ExampleMessage, dialect: ChatDialect): Json {
  if (message.role === 'tool')
    return {
      role: 'tool',
      ...(dialect.toolsBy === 'id' ? { tool_call_id: message.call_id } : { name: message.name }),
      content: message.text,
    };
  if (message.role !== 'assistant') return { role: message.role, content: message.text };
  if (message.calls.length === 0) return { role: 'assistant', content: message.text };
  return {
    role: 'assistant',
    content: message.text,
    tool_calls: message.calls.map(({ id, name, arguments: args }) => ({
      ...(dialect.toolsBy === 'id' ? { id } : {}),
      type: 'function',
      function: { name, arguments: dialect.arguments === 'string' ? JSON.stringify(args) : args },
    })),
  };
}

function callAt(value: unknown, dialect: ChatDialect, place: string, at: number): ExampleCall {
  const call = objectAt(value, place);
  must(call.type === 'function', `${place}.type is "function"`);
  const { name, arguments: args } = objectAt(call.function, `${place}.function`);
  const where = `${place}.function.arguments`;
  const read = dialect.arguments === 'string' ? jsonAt(args, where) : args;
  const id = dialect.toolsBy === 'id' ? textAt(call.id, `${place}.id`) : `call-${at}`;
  return { id, name: textAt(name, `${place}.function.name`), arguments: objectAt(read, where) };
}

/** Reads a chat by the rules that chat templates share: roles in order, every result after its call. @throws FormatFault */
export function readChat(values: readonly unknown[], dialect: ChatDialect, place: string): ExampleMessage[] {
  const messages: ExampleMessage[] = [];
  let open: ExampleCall[] = [];
  let made = 0;
  for (const [index, value] of values.entries()) {
    const here = `${place}[${index}]`;
    const message = objectAt(value, here);
    const { role, content } = message;
    if (role === 'tool') {
      const call =
        dialect.toolsBy === 'id' ? open.find((each) => each.id === message.tool_call_id) : open.find((each) => each.name === message.name);
      must(call, `${here} answers a call of the message before it`);
      open = open.filter((each) => each !== call);
      messages.push({ role, call_id: call.id, name: call.name, text: textAt(content, `${here}.content`) });
      continue;
    }
    must(open.length === 0, `${here}: every call before it is answered`);
    if (role === 'assistant') {
      const calls = message.tool_calls === undefined ? [] : listAt(message.tool_calls, `${here}.tool_calls`);
      must(message.tool_calls === undefined || calls.length > 0, `${here}.tool_calls is not empty`);
      open = calls.map((each, at) => callAt(each, dialect, `${here}.tool_calls[${at}]`, made + at));
      made += open.length;
      const text = textAt(content, `${here}.content`);
      must(text !== '' || open.length > 0, `${here} says or calls something`);
      messages.push({ role, text, calls: open });
    } else {
      must(role === 'user' || (role === 'system' && index === 0), `${here}.role is user, assistant or tool; system only first`);
      messages.push({ role, text: textAt(content, `${here}.content`) });
    }
  }
  return messages;
}

export function lastAssistant(messages: readonly ExampleMessage[], place: string): AssistantMessage {
  const last = messages.at(-1);
  must(last?.role === 'assistant', `${place} ends with the assistant`);
  return last;
}
