import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssistantMessage,
  type Example,
  type ExampleMessage,
  type Format,
  FormatFault,
  type Json,
  type Kind,
  kinds,
} from './example.ts';
import { datasetInfo, llamaFactory, readDatasetInfo } from './llama-factory.ts';
import { msSwift } from './ms-swift.ts';
import { openai } from './openai.ts';
import { trl } from './trl.ts';

const FORMATS: readonly Format[] = [openai, trl, llamaFactory, msSwift];
const tools = [
  { name: 'search_db', description: '搜索 "shop"', parameters: { type: 'object', properties: { query: { type: 'string' } } } },
];

const words = fc.constantFrom('a lamp', '想租帐篷', 'two\nlines', '"quoted" <itemCard id="x"/>', '{"json": true}', 'null', '12');
const args = fc.dictionary(
  fc.constantFrom('query', 'limit', '颜色', 'nested'),
  fc.oneof(words, fc.integer(), fc.constant({ deep: [1, 'two', null] })),
  { maxKeys: 3 },
);
/** Words beside calls are lost to LLaMA-Factory, so they are tested apart. */
const step = fc.record({
  calls: fc.array(args, { minLength: 1, maxLength: 3 }),
  results: fc.constantFrom('{"total": 2}', '{"error":"none"}'),
});
const turn = fc.record({ ask: words, steps: fc.array(step, { maxLength: 2 }), answer: words });

interface Turn {
  readonly ask: string;
  readonly steps: readonly { readonly calls: readonly Json[]; readonly results: string }[];
  readonly answer: string;
}

let ids = 0;
function chat(turns: readonly Turn[]): ExampleMessage[] {
  ids = 0;
  const messages: ExampleMessage[] = [{ role: 'system', text: 'You advise shoppers.' }];
  for (const { ask, steps, answer } of turns) {
    messages.push({ role: 'user', text: ask });
    for (const { calls, results } of steps) {
      const made = calls.map((each) => ({ id: `call-${ids++}`, name: 'search_db', arguments: each }));
      messages.push({ role: 'assistant', text: '', calls: made });
      for (const call of made) messages.push({ role: 'tool', call_id: call.id, name: call.name, text: results });
    }
    messages.push({ role: 'assistant', text: answer, calls: [] });
  }
  return messages;
}

/** Ids are each format's own. */
const bare = (messages: readonly ExampleMessage[]): unknown =>
  messages.map((message) => {
    if (message.role === 'tool') return { role: 'tool', name: message.name, text: message.text };
    if (message.role !== 'assistant') return message;
    return { ...message, calls: message.calls.map(({ name, arguments: each }) => ({ name, arguments: each })) };
  });

const head = { id: 'x', conversation: 'c', locale: 'en', tools };
const said = (text: string): AssistantMessage => ({ role: 'assistant', text, calls: [] });
const called = (each: Json): AssistantMessage => ({
  role: 'assistant',
  text: '',
  calls: [{ id: 'call-0', name: 'search_db', arguments: each }],
});

function exampleOf(kind: Kind, turns: readonly Turn[], good: AssistantMessage, bad: AssistantMessage): Example {
  const messages = chat(turns);
  const prompt = messages.slice(0, messages.findLastIndex((message) => message.role === 'user') + 1);
  if (kind === 'sft') return { kind, ...head, messages };
  if (kind === 'dpo') return { kind, ...head, prompt, chosen: good, rejected: bad, why: 'repair' };
  if (kind === 'kto') return { kind, ...head, prompt, completion: bad, label: false, why: 'rated' };
  return { kind, ...head, prompt, reference_calls: '[]' };
}

describe.each(FORMATS.map((format) => [format.name, format] as const))('%s', (_, format) => {
  it.each(kinds.filter((kind) => format.kinds.includes(kind)))('%s: what is written is read back as it was', (kind) => {
    const answer = fc.oneof(words.map(said), args.map(called));
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 3 }), answer, answer, (turns, good, bad) => {
        const example = exampleOf(kind, turns, good, bad);
        const read = format.read(JSON.parse(JSON.stringify(format.write(example))), kind);
        const messages = example.kind === 'sft' ? example.messages : example.prompt;
        expect(bare(read.messages)).toEqual(bare(messages));
        expect(read.tools).toEqual(tools);
        if (example.kind === 'dpo') expect(bare(read.answers)).toEqual(bare([good, bad]));
        if (example.kind === 'kto') expect([read.label, bare(read.answers)]).toEqual([false, bare([bad])]);
      }),
    );
  });
});

const one = exampleOf(
  'sft',
  [{ ask: 'lamps?', steps: [{ calls: [{ query: 'lamp' }], results: '{"total":1}' }], answer: 'Yes.' }],
  said('a'),
  said('b'),
);

describe('arguments', () => {
  const argumentsIn = (format: Format): unknown => JSON.stringify(format.write(one)).match(/\\?"arguments\\?":\s*(\\?"|\{)/)?.[1];
  it('are a string for OpenAI, an object for TRL, JSON within a string for LLaMA-Factory and ms-swift', () => {
    expect(argumentsIn(openai)).toBe('"');
    expect(argumentsIn(trl)).toBe('{');
    expect(llamaFactory.write(one).conversations).toContainEqual({
      from: 'function_call',
      value: '{"name":"search_db","arguments":{"query":"lamp"}}',
    });
    expect(msSwift.write(one).messages).toContainEqual({ role: 'tool_call', content: '{"name":"search_db","arguments":{"query":"lamp"}}' });
  });
});

describe('what a trainer would refuse is refused', () => {
  const broken = (format: Format, kind: Kind, record: Json): string => {
    try {
      format.read(record, kind);
    } catch (error) {
      if (error instanceof FormatFault) return error.message;
      throw error;
    }
    return '';
  };
  const chatOf = (...messages: Json[]) => ({ messages, tools: [] });
  it.each([
    [openai, 'sft', chatOf({ role: 'user', content: 'x' }), 'messages ends with the assistant'],
    [openai, 'sft', chatOf({ role: 'user', content: 'x' }, { role: 'system', content: 'y' }), 'system only first'],
    [
      openai,
      'sft',
      { ...openai.write(one), tools: [{ type: 'function', function: { name: 'no spaces', description: '', parameters: {} } }] },
      'tools[0].function.name',
    ],
    [openai, 'sft', trl.write(one), 'arguments is JSON in a string'],
    [trl, 'sft', openai.write(one), 'arguments is an object'],
    [
      trl,
      'kto',
      { ...chatOf(), prompt: [{ role: 'user', content: 'x' }], completion: [{ role: 'assistant', content: 'y' }], label: 'yes' },
      'no field messages',
    ],
    [
      trl,
      'sft',
      chatOf(
        { role: 'assistant', content: '', tool_calls: [{ type: 'function', function: { name: 'a', arguments: {} } }] },
        { role: 'user', content: 'x' },
      ),
      'every call before it is answered',
    ],
    [llamaFactory, 'sft', { conversations: [{ from: 'human', value: 'x' }], system: '', tools: '[]' }, 'an even number of turns'],
    [
      llamaFactory,
      'sft',
      {
        conversations: [
          { from: 'gpt', value: 'x' },
          { from: 'human', value: 'y' },
        ],
        system: '',
        tools: '[]',
      },
      'conversations[0].from',
    ],
    [llamaFactory, 'sft', { conversations: [], system: '', tools: [] }, 'tools is JSON in a string'],
    [msSwift, 'sft', { messages: [{ role: 'tool_response', content: '{}' }], tools: '[]' }, 'answers a call before it'],
    [
      msSwift,
      'sft',
      {
        messages: [
          { role: 'user', content: 'x' },
          { role: 'tool_call', content: 'search' },
        ],
        tools: '[]',
      },
      'is JSON in a string',
    ],
    [msSwift, 'dpo', { messages: [{ role: 'assistant', content: 'x' }], tools: '[]' }, 'one of rejected_response and rejected_messages'],
  ] as const)('%#', (format, kind, record, rule) => {
    expect(broken(format, kind, record)).toContain(rule);
  });
});

it('dataset_info.json names every file with its columns', () => {
  const info = datasetInfo([
    { name: 'a', file: 'sft.train.jsonl', kind: 'sft' },
    { name: 'b', file: 'dpo.train.jsonl', kind: 'dpo' },
  ]);
  expect(readDatasetInfo(info)).toEqual(['sft.train.jsonl', 'dpo.train.jsonl']);
  expect(info.b).toMatchObject({ ranking: true, columns: { chosen: 'chosen', rejected: 'rejected' } });
});
