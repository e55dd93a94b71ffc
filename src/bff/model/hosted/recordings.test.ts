import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScriptedModel, startScriptedModel } from '../../../testing/scripted-model/server.ts';
import { createHostedModel } from './hosted.ts';
import { listen } from './testing.ts';

const folder = new URL('../../../../../shared/data/provider-streams/', import.meta.url);
const present = existsSync(folder);
const word = present ? '' : ' (skipped: ../shared/data/provider-streams is absent)';

interface Expected {
  readonly content: string | null;
  readonly content_length: number;
  readonly tool_calls: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
  readonly usage: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
}

const expected: Record<string, Expected> = present ? JSON.parse(readFileSync(new URL('EXPECTED.derived.json', folder), 'utf8')) : {};
const others = present ? readdirSync(new URL('other-protocols/', folder)).map((name) => `other-protocols/${name}`) : [];

/** The body as the provider sent it; `.jsonl` recordings lost their SSE clothing. */
function body(file: string): Buffer {
  const bytes = readFileSync(new URL(file, folder));
  if (!file.endsWith('.jsonl')) return bytes;
  const events = bytes
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => `data: ${line}\n\n`);
  return Buffer.from(`${events.join('')}data: [DONE]\n\n`);
}

/** Text of choice 0 by the plainest reading there is, to check the derived expectation against. */
function plainText(file: string): string {
  const chunks = [
    ...body(file)
      .toString()
      .matchAll(/^data: (\{.*)$/gm),
  ].map((line) => JSON.parse(line[1] ?? ''));
  return chunks
    .map((chunk) => chunk.choices?.[0]?.delta?.content)
    .filter((content) => typeof content === 'string')
    .join('');
}

describe.skipIf(!present)(`recorded provider streams${word}`, () => {
  let server: ScriptedModel;
  let playing = '';

  beforeAll(async () => {
    server = await startScriptedModel(() => ({ steps: [{ raw: body(playing) }] }));
  });
  afterAll(() => server.close());

  function play(file: string) {
    playing = file;
    return listen(
      createHostedModel({
        base_url: server.url,
        name: 'recorded',
        profile: file.startsWith('openrouter') ? 'openrouter' : 'generic',
        random: () => 0,
      }),
    );
  }

  it('are all here', () => {
    expect(Object.keys(expected).length + others.length).toBe(48);
  });

  it.each(Object.keys(expected))('%s: the calls and the text that were recorded', async (file) => {
    const want = expected[file] as Expected;
    const heard = await play(file);
    expect(heard.failure).toBeUndefined();
    expect(heard.calls).toEqual(want.tool_calls.map(({ id, name, arguments: args }) => ({ id, name, arguments: args })));
    expect(heard.text).toBe(want.content ?? plainText(file));
    expect([...heard.text].length).toBe(want.content_length);
    expect(heard.events.at(-1)).toMatchObject({
      type: 'finish',
      reason: want.tool_calls.length > 0 ? 'calls' : 'stop',
      ...(want.usage && { usage: { input_tokens: want.usage.prompt_tokens, output_tokens: want.usage.completion_tokens } }),
    });
    // Reasoning in fields of its own never becomes text; what a model writes inline is text here and removed by the guard.
    const inline = file.startsWith('hf-together');
    expect(/<\/?(think|tool_call)|<\|/.test(heard.text)).toBe(inline);
  });

  it.each(others)('%s: another protocol says nothing and fails', async (file) => {
    const heard = await play(file);
    expect(heard.events).toEqual([]);
    expect(heard.failure?.code).toBe('unavailable');
  });
});
