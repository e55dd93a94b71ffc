import { expect, it } from 'vitest';
import type { Guard } from '../guard/events.ts';
import type { ModelPort, Usage } from '../model/port.ts';
import { RunTaken } from '../runs/log.ts';
import type { RunWriter } from '../runs/writer.ts';
import { runModelStep } from './model-step.ts';
import type { Speaker } from './speaker.ts';

it('what a call cost is counted, to its last word, also where another replica has taken the run meanwhile', async () => {
  let taken = false;
  const model: ModelPort = {
    name: 'hosted',
    async *stream() {
      yield { type: 'text', text: 'A light camera. ' };
      taken = true;
      yield { type: 'text', text: 'And a tripod, which is heavier.' };
    },
  };
  const writer = {
    size: 0,
    entry: () => {
      if (taken) throw new RunTaken('r');
    },
  } as unknown as RunWriter;
  const guard = { write: () => [], end: () => [] } as unknown as Guard;
  const speaker = { cutShort: false, speak: () => undefined, closeText: () => undefined } as unknown as Speaker;
  const spent: Usage[] = [];
  const step = runModelStep({
    model,
    request: { messages: [{ role: 'user', text: 'hi' }], tools: [] } as never,
    guard,
    speaker,
    writer,
    signal: new AbortController().signal,
    onSpent: (usage) => spent.push(usage),
  });
  await expect(step).rejects.toThrow(RunTaken);
  expect(spent).toEqual([{ input_tokens: 1, output_tokens: Math.ceil('A light camera. And a tripod, which is heavier.'.length / 4) }]);
});
