import {
  type AssistantMessage,
  type ExampleCall,
  type ExampleMessage,
  type ExampleTool,
  type Format,
  FormatFault,
  type Json,
  type Kind,
} from './example.ts';
import { isObject, jsonAt, listAt, must, objectAt, only, textAt } from './reading.ts';

/** Between several results of one step: its templates put the same between them. */
const BETWEEN_RESULTS = '\n</tool_response>\n<tool_response>\n';

/** One call as an object, several as a list. Words beside a call have no place in a `function_call`. */
function turnOf({ text, calls }: AssistantMessage): Json {
  if (calls.length === 0) return { from: 'gpt', value: text };
  const made = calls.map(({ name, arguments: args }) => ({ name, arguments: args }));
  return { from: 'function_call', value: JSON.stringify(made.length === 1 ? made[0] : made) };
}

/** Human and observation in odd places, gpt and function_call in even ones: results that follow each other are one. */
function turnsOf(messages: readonly ExampleMessage[]): Json[] {
  const turns: { from: string; value: string }[] = [];
  for (const message of messages) {
    if (message.role === 'system') continue;
    const last = turns.at(-1);
    if (message.role === 'tool' && last?.from === 'observation') last.value += BETWEEN_RESULTS + message.text;
    else if (message.role === 'tool') turns.push({ from: 'observation', value: message.text });
    else if (message.role === 'user') turns.push({ from: 'human', value: message.text });
    else if (message.role === 'assistant') turns.push(turnOf(message) as { from: string; value: string });
  }
  return turns;
}

const systemOf = (messages: readonly ExampleMessage[]): string => messages.find((message) => message.role === 'system')?.text ?? '';

function callsAt(value: unknown, place: string): ExampleCall[] {
  const read = jsonAt(value, place);
  return (Array.isArray(read) ? read : [read]).map((each, at) => {
    const { name, arguments: args } = objectAt(each, place);
    return { id: `call-${at}`, name: textAt(name, `${place}.name`), arguments: objectAt(args, `${place}.arguments`) };
  });
}

function answerAt(value: unknown, place: string): AssistantMessage {
  const { from, value: said } = objectAt(value, place);
  if (from === 'function_call') return { role: 'assistant', text: '', calls: callsAt(said, `${place}.value`) };
  must(from === 'gpt', `${place}.from is gpt or function_call`);
  return { role: 'assistant', text: textAt(said, `${place}.value`), calls: [] };
}

/** Reads turns as its converter does. @throws FormatFault where that would pass the example over */
function readTurns(record: Json, isEven: boolean): ExampleMessage[] {
  const turns = listAt(record.conversations, 'conversations');
  must((turns.length % 2 === 0) === isEven, `conversations has an ${isEven ? 'even' : 'odd'} number of turns`);
  const messages: ExampleMessage[] = record.system === '' ? [] : [{ role: 'system', text: textAt(record.system, 'system') }];
  let calls: readonly ExampleCall[] = [];
  for (const [index, value] of turns.entries()) {
    const place = `conversations[${index}]`;
    const turn = objectAt(value, place);
    only(turn, ['from', 'value'], place);
    if (index % 2 === 1) {
      const answer = answerAt(turn, place);
      calls = answer.calls;
      messages.push(answer);
    } else if (turn.from === 'human') messages.push({ role: 'user', text: textAt(turn.value, `${place}.value`) });
    else {
      must(turn.from === 'observation', `${place}.from is human or observation`);
      const results = textAt(turn.value, `${place}.value`).split(BETWEEN_RESULTS);
      must(results.length === calls.length, `${place} answers every call before it`);
      for (const [at, text] of results.entries()) messages.push({ role: 'tool', call_id: `call-${at}`, name: calls[at]?.name ?? '', text });
    }
  }
  return messages;
}

function toolsAt(value: unknown): ExampleTool[] {
  return listAt(jsonAt(value, 'tools'), 'tools').map((each, at) => {
    const { name, description, parameters } = objectAt(each, `tools[${at}]`);
    return {
      name: textAt(name, `tools[${at}].name`),
      description: textAt(description, `tools[${at}].description`),
      parameters: objectAt(parameters, `tools[${at}].parameters`),
    };
  });
}

/** LLaMA-Factory: sharegpt turns, tools as a JSON string, and a `dataset_info.json` beside them. */
export const llamaFactory: Format = {
  name: 'llama-factory',
  documentation: 'github.com/hiyouga/LLaMA-Factory: data/README.md (sharegpt), src/llamafactory/data/converter.py',
  kinds: ['sft', 'dpo', 'kto'],
  write(example) {
    const tools = JSON.stringify(example.tools.map(({ name, description, parameters }) => ({ name, description, parameters })));
    switch (example.kind) {
      case 'sft':
        return { conversations: turnsOf(example.messages), system: systemOf(example.messages), tools };
      case 'dpo':
        return {
          conversations: turnsOf(example.prompt),
          chosen: turnOf(example.chosen),
          rejected: turnOf(example.rejected),
          system: systemOf(example.prompt),
          tools,
        };
      case 'kto':
        return {
          conversations: turnsOf([...example.prompt, example.completion]),
          kto_tag: example.label,
          system: systemOf(example.prompt),
          tools,
        };
      case 'grpo':
        throw new Error('LLaMA-Factory trains no GRPO');
    }
  },
  read(record, kind) {
    const tools = toolsAt(record.tools);
    if (kind === 'dpo') {
      only(record, ['conversations', 'chosen', 'rejected', 'system', 'tools'], 'record');
      return {
        tools,
        messages: readTurns(record, false),
        answers: [answerAt(record.chosen, 'chosen'), answerAt(record.rejected, 'rejected')],
      };
    }
    const messages = readTurns(record, true);
    const last = messages.at(-1);
    must(last?.role === 'assistant', 'conversations ends with gpt or function_call');
    if (kind === 'sft') {
      only(record, ['conversations', 'system', 'tools'], 'record');
      return { tools, messages, answers: [last] };
    }
    if (kind !== 'kto') throw new FormatFault('LLaMA-Factory trains no GRPO');
    only(record, ['conversations', 'kto_tag', 'system', 'tools'], 'record');
    must(typeof record.kto_tag === 'boolean', 'kto_tag is true or false');
    return { tools, messages: messages.slice(0, -1), answers: [last], label: record.kto_tag };
  },
};

/** What its `dataset_info.json` says of the files written. */
export function datasetInfo(files: readonly { readonly name: string; readonly file: string; readonly kind: Kind }[]): Json {
  const columns = { messages: 'conversations', system: 'system', tools: 'tools' };
  const more: Partial<Record<Kind, Json>> = {
    dpo: { ranking: true, columns: { ...columns, chosen: 'chosen', rejected: 'rejected' } },
    kto: { columns: { ...columns, kto_tag: 'kto_tag' } },
  };
  return Object.fromEntries(
    files.map(({ name, file, kind }) => [name, { file_name: file, formatting: 'sharegpt', columns, ...more[kind] }]),
  );
}

/** Reads a `dataset_info.json` by its README. @throws FormatFault */
export function readDatasetInfo(value: unknown): readonly string[] {
  must(isObject(value), 'dataset_info.json is an object');
  return Object.entries(value).map(([name, entry]) => {
    const { file_name, formatting, columns } = objectAt(entry, name);
    must(formatting === 'sharegpt', `${name}.formatting is sharegpt`);
    must(objectAt(columns, `${name}.columns`).messages === 'conversations', `${name}.columns.messages is conversations`);
    return textAt(file_name, `${name}.file_name`);
  });
}
