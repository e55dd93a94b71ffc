import { canonicalJson } from '../../../bff/language/canonical-json.ts';
import type { ModelMessage, ModelPort, ToolCall, Usage } from '../../../bff/model/port.ts';
import { readDirectives } from '../../../bff/scoring/directives.ts';
import { scoreRollout } from '../../../bff/scoring/score-rollout.ts';
import type { RewardMessage } from '../../../protocol/reward.ts';
import type { RecordedCase } from '../case.ts';
import type { NamedCase } from '../sets.ts';
import { added, EndlessRollout, noUsage, readCall, type Stage, type TurnRecord } from '../turn-record.ts';

/** Model calls in one turn, and characters in one answer: past either a rollout is endless. */
const MAX_ROUNDS = 12;
const MAX_TEXT = 64 * 1024;
const MAX_TOKENS = 1500;

/** Tools whose arguments are compared without order and nulls. */
const keyOf = (name: string, args: Readonly<Record<string, unknown>> | null): string =>
  `${name} ${canonicalJson(Object.fromEntries(Object.entries(args ?? {}).filter(([, value]) => value !== null)))}`;

const NOT_FOUND = JSON.stringify({ error: 'not found' });

/**
 * A recorded case's own answers: of several equal calls each is used once, in order, and the last one again; a call that was not
 * recorded finds nothing. null where nothing was recorded at all.
 */
function recordedAnswers({ results }: RecordedCase): NonNullable<NamedCase['answer']> {
  const kept = new Map<string, string[]>();
  for (const { name, arguments: args, text } of results) {
    const key = keyOf(name, args);
    kept.set(key, [...(kept.get(key) ?? []), text]);
  }
  return (name, args) => {
    const texts = kept.get(keyOf(name, args));
    const text = texts && texts.length > 1 ? texts.shift() : texts?.[0];
    return text ?? (kept.size > 0 ? NOT_FOUND : null);
  };
}

interface Round {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly usage: Usage | undefined;
}

/** The model alone, with somebody's tools and recorded results; no shop and no guard stand between. */
export function recordedStage(
  { test, answer }: { test: RecordedCase; answer?: NamedCase['answer'] },
  model: ModelPort,
  limit_ms: number,
): Stage {
  const results = answer ?? recordedAnswers(test);
  const messages: ModelMessage[] = test.system === undefined ? [] : [{ role: 'system', text: test.system }];

  async function round(signal: AbortSignal): Promise<Round> {
    let text = '';
    const calls: ToolCall[] = [];
    let usage: Usage | undefined;
    const request = { messages: [...messages], tools: test.tools, max_output_tokens: MAX_TOKENS, facts: { locale: test.locale } };
    for await (const event of model.stream(request, signal)) {
      if (event.type === 'text') text += event.text;
      else if (event.type === 'call') calls.push(event.call);
      // Kept as it was written: a call that cannot be read is a call made wrongly.
      else if (event.type === 'broken-call') calls.push({ id: `broken-${calls.length}`, name: event.name, arguments: event.arguments });
      else if (event.type === 'finish') usage = event.usage;
      if (text.length > MAX_TEXT) throw new EndlessRollout(`endless: an answer of more than ${MAX_TEXT} characters was cut`);
    }
    return { text, calls, usage };
  }

  return {
    async say(index): Promise<TurnRecord> {
      const started = performance.now();
      const signal = AbortSignal.timeout(limit_ms);
      const before = messages.length;
      messages.push({ role: 'user', text: test.turns[index]?.say ?? '' });
      let said = '';
      let usage = noUsage;
      const made: ToolCall[] = [];
      const evidence: string[] = [];
      for (let rounds = 1; ; rounds += 1) {
        if (rounds > MAX_ROUNDS) throw new EndlessRollout(`endless: cut after ${MAX_ROUNDS} rounds without an answer`);
        const {
          text,
          calls,
          usage: spent,
        } = await round(signal).catch((error: unknown) => {
          throw signal.aborted ? new EndlessRollout(`endless: cut after ${limit_ms / 1000} s`) : error;
        });
        said += text;
        usage = added(usage, spent);
        made.push(...calls);
        messages.push({ role: 'assistant', text, calls });
        const told = calls.map((call) => results(call.name, readCall(call.name, call.arguments).arguments ?? {}));
        // Nothing is known of what would come back: the call itself is the answer.
        if (calls.length === 0 || told.every((each) => each === null)) break;
        for (const [at, call] of calls.entries()) {
          const known = told[at] ?? NOT_FOUND;
          evidence.push(known);
          messages.push({ role: 'tool', call_id: call.id, name: call.name, text: known, ok: !known.includes('"error"') });
        }
      }
      const chat = messages.map(chatMessage);
      const rollout = { messages: chat, prompt_messages: before + 1, known_ids: [], needs_no_tool: false, reference: [] };
      const text = readDirectives(said);
      const form = scoreRollout(rollout, test.tools);
      const invented = form.steps.flatMap(({ faults }) =>
        faults.flatMap(({ rule, subject }) => (rule === 'grounded-card' ? [subject] : [])),
      );
      return {
        said,
        calls: made.map((call) => readCall(call.name, call.arguments)),
        evidence,
        form,
        usage,
        ms: Math.round(performance.now() - started),
        shown: {
          words: text.words || (made.length > 0 ? 'calls' : ''),
          items: [],
          // No guard and no catalogue stand behind: what the model asked to show is what counts as shown.
          parts: text.directives.map(({ name, ids }) => ({ name, ids })),
          invented,
          outcome: 'finished',
        },
      };
    },
  };
}

function chatMessage(message: ModelMessage): RewardMessage {
  if (message.role === 'tool') return { role: 'tool', content: message.text, tool_call_id: message.call_id, name: message.name };
  if (message.role !== 'assistant') return { role: message.role, content: message.text };
  return {
    role: 'assistant',
    content: message.text,
    tool_calls: message.calls.map(({ id, name, arguments: json }) => ({ id, function: { name, arguments: json } })),
  };
}
