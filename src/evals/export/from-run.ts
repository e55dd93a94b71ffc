import { createHash } from 'node:crypto';
import type { ArchivedRun } from '../../bff/archive/archive.ts';
import type { ModelMessage, ModelRequest, ToolCall } from '../../bff/model/port.ts';
import type { RunEntry } from '../../bff/runs/log.ts';
import type { AssistantMessage, DpoExample, Example, ExampleCall, ExampleMessage, GrpoExample, KtoExample, SftExample } from './example.ts';

/** A score below which a run is no example to imitate. */
export const LEAST_SCORE = 0.8;
/** Characters a guarded answer must keep to be better than the draft: a single word left over teaches nothing. */
const LEAST_TEXT = 20;
/** Answers of the registry and the tools that say a call was made wrongly. */
const WRONG_CALL = /"error":"(?:bad_arguments|unknown_tool|unknown_ids)"/;

const digest = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

type Entry<K extends RunEntry['kind']> = Extract<RunEntry, { kind: K }>;

/** One step of a run: what was asked, what the model wrote, and what its calls came to. */
interface Step {
  readonly request: ModelRequest;
  readonly raw: string;
  readonly calls: readonly Entry<'tool-called'>[];
  readonly returned: readonly Entry<'tool-returned'>[];
  readonly rejected: boolean;
}

function stepsOf(entries: readonly RunEntry[]): Step[] {
  const numbers = [...new Set(entries.flatMap((entry) => (entry.kind === 'model-called' ? [entry.step ?? 0] : [])))];
  return numbers.map((number) => {
    const own = entries.filter((entry) => entry.step === number);
    // With a fallback the last model asked is the one that answered.
    const asked = own.findLast((entry) => entry.kind === 'model-called') as Entry<'model-called'>;
    return {
      request: asked.request as ModelRequest,
      raw: own
        .map((entry) => (entry.kind === 'model-text' ? entry.text : ''))
        .join('')
        .trim(),
      calls: own.filter((entry) => entry.kind === 'tool-called'),
      returned: own.filter((entry) => entry.kind === 'tool-returned'),
      rejected: own.some((entry) => entry.kind === 'verdict' && (entry.outcome === 'dropped' || entry.outcome === 'replaced')),
    };
  });
}

/** A call with its arguments read; null where they are no JSON object. */
function callOf({ id, name, arguments: json }: ToolCall): ExampleCall | null {
  try {
    const args: unknown = JSON.parse(json);
    return typeof args === 'object' && args !== null && !Array.isArray(args) ? { id, name, arguments: { ...args } } : null;
  } catch {
    return null;
  }
}

function assistant(text: string, calls: readonly ToolCall[]): AssistantMessage | null {
  const read = calls.map(callOf);
  if (read.includes(null) || (text.trim() === '' && read.length === 0)) return null;
  return { role: 'assistant', text: text.trim(), calls: read.filter((call) => call !== null) };
}

/**
 * Messages as trainers take them: one system message, first; notes that the BFF puts between messages go before the next message of
 * the shopper; of answers that follow each other (a draft and its repair) the last stays. Null where a call cannot be read.
 */
export function messagesOf(messages: readonly ModelMessage[]): ExampleMessage[] | null {
  const out: ExampleMessage[] = [];
  let notes: string[] = [];
  for (const [index, message] of messages.entries()) {
    if (message.role === 'system') {
      if (index === 0) out.push({ role: 'system', text: message.text });
      else notes.push(message.text);
    } else if (message.role === 'user') {
      out.push({ role: 'user', text: [...notes, message.text].join('\n\n') });
      notes = [];
    } else if (message.role === 'tool') out.push({ role: 'tool', call_id: message.call_id, name: message.name, text: message.text });
    else {
      const read = assistant(message.text, message.calls);
      if (!read) return null;
      const last = out.at(-1);
      if (last?.role === 'assistant' && last.calls.length === 0) out.pop();
      out.push(read);
    }
  }
  return out;
}

interface Head {
  readonly conversation: string;
  readonly locale: string;
  readonly tools: SftExample['tools'];
}

function preferences(run: ArchivedRun, steps: readonly Step[], head: Head): DpoExample[] {
  const pairs: DpoExample[] = [];
  const add = (
    step: Step,
    chosen: AssistantMessage | null,
    rejected: AssistantMessage | null,
    why: DpoExample['why'],
    at: number,
  ): void => {
    const prompt = messagesOf(step.request.messages);
    if (!prompt || !chosen || !rejected || prompt.at(-1)?.role === 'assistant') return;
    if (JSON.stringify(chosen) === JSON.stringify(rejected)) return;
    pairs.push({ kind: 'dpo', id: digest(run.id, why, String(at)), ...head, prompt, chosen, rejected, why });
  };
  const said = run.answer.findLast((message) => message.role === 'assistant');
  const guarded = said?.role === 'assistant' && said.calls.length === 0 ? assistant(said.text, []) : null;
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    const isLast = next === undefined;
    const asCall = (each: Step): AssistantMessage | null =>
      assistant(
        each.raw,
        each.calls.map((call) => ({ id: call.call_id, name: call.name, arguments: call.arguments })),
      );
    // The note that asks for a repair is the last message of the next request.
    if (next && step.rejected && step.calls.length === 0 && next.request.messages.at(-1)?.role === 'system')
      add(step, next.calls.length > 0 ? asCall(next) : guarded, assistant(step.raw, []), 'repair', index);
    if (isLast && step.rejected && step.calls.length === 0 && (guarded?.text.length ?? 0) >= LEAST_TEXT)
      add(step, guarded, assistant(step.raw, []), 'guarded', index);
    const [wrong] = step.returned.filter((result) => !result.ok && WRONG_CALL.test(result.text));
    const name = step.calls.find((call) => call.call_id === wrong?.call_id)?.name;
    const mended = next?.calls.find(
      (call) => call.name === name && next.returned.some((result) => result.call_id === call.call_id && result.ok),
    );
    if (wrong && next && mended) add(step, asCall(next), asCall(step), 'call', index);
  }
  return pairs;
}

/**
 * The examples of one run. A run is imitated when it ended well, nobody disliked it and its score is high; what was rejected on
 * the way becomes a preference; a shopper's rating labels the answer. Its texts were redacted when it was archived.
 */
export function examplesOf(run: ArchivedRun, leastScore = LEAST_SCORE): Example[] {
  const steps = stepsOf(run.entries);
  const [first] = steps;
  if (!first) return [];
  const head: Head = {
    conversation: digest(run.conversation_id),
    locale: run.summary.locale,
    tools: first.request.tools.map(({ name, description, parameters }) => ({ name, description, parameters })),
  };
  const { outcome, rating, score } = run.summary;
  const examples: Example[] = [];
  const whole = messagesOf([...first.request.messages, ...run.answer]);
  const isGood = outcome === 'finished' && rating !== 'down' && (score ?? 0) >= leastScore;
  const last = whole?.at(-1);
  if (whole && last?.role === 'assistant' && last.calls.length === 0) {
    if (isGood) examples.push({ kind: 'sft', id: digest(run.id, 'sft'), ...head, messages: whole } satisfies SftExample);
    if (rating !== null && outcome === 'finished')
      examples.push({
        kind: 'kto',
        id: digest(run.id, 'kto'),
        ...head,
        prompt: whole.slice(0, -1),
        completion: last,
        label: rating === 'up',
        why: 'rated',
      } satisfies KtoExample);
  }
  const prompt = messagesOf(first.request.messages);
  if (isGood && prompt?.at(-1)?.role === 'user') {
    const calls = run.answer.flatMap((message) => (message.role === 'assistant' ? message.calls : []));
    const reference_calls = JSON.stringify(
      calls.map(callOf).flatMap((call) => (call ? [{ name: call.name, arguments: call.arguments }] : [])),
    );
    examples.push({ kind: 'grpo', id: digest(run.id, 'grpo'), ...head, prompt, reference_calls } satisfies GrpoExample);
  }
  for (const pair of preferences(run, steps, head)) {
    examples.push(pair);
    const { prompt: asked, why } = pair;
    const labelled = (completion: AssistantMessage, label: boolean): KtoExample => ({
      kind: 'kto',
      id: digest(pair.id, String(label)),
      ...head,
      prompt: asked,
      completion,
      label,
      why,
    });
    examples.push(labelled(pair.chosen, true), labelled(pair.rejected, false));
  }
  return examples;
}
