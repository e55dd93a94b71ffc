import type { ArchivedRun } from '../../bff/archive/archive.ts';
import type { ModelMessage, ModelRequest } from '../../bff/model/port.ts';
import type { RegressionCase } from '../../protocol/regression-case.ts';
import { expectation, type RecordedCase } from './case.ts';

/** Nothing is asked of a turn that only leads to another. */
const nothing = expectation({});

type Result = RecordedCase['results'][number];
type Arguments = Record<string, unknown>;

function objectFrom(json: string): Arguments | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Calls of earlier turns with what came back. */
function resultsIn(history: readonly ModelMessage[]): Result[] {
  const calls = new Map(
    history.flatMap((message) => (message.role === 'assistant' ? message.calls.map((call) => [call.id, call] as const) : [])),
  );
  return history.flatMap((message) => {
    if (message.role !== 'tool') return [];
    const args = objectFrom(calls.get(message.call_id)?.arguments ?? '');
    return args ? [{ name: message.name, arguments: args, text: message.text }] : [];
  });
}

/**
 * A saved run as a recorded case for `npm run eval -- --set <folder>`: the instructions, tools and results of then, for a model
 * alone. Earlier turns are asked again and not tested. Null where the run asked no model.
 */
export function recordedCase(run: ArchivedRun, saved: RegressionCase): RecordedCase | null {
  const asked = run.entries.find((entry) => entry.kind === 'model-called');
  if (!asked) return null;
  const { messages, tools } = asked.request as ModelRequest;
  const [system] = messages;
  const { calls, cards } = saved.expect;
  const shown = [...new Set((cards ?? []).flatMap((card) => card.items))];
  const turn = (say: string): RecordedCase['turns'][number] => ({ say, expect: nothing });
  return {
    id: saved.name,
    locale: saved.locale,
    ...(system?.role === 'system' ? { system: system.text } : {}),
    turns: [
      ...saved.before.turns.map(({ message }) => turn(message)),
      {
        say: saved.message,
        ...(saved.page ? { page: saved.page } : {}),
        expect: { ...nothing, ...(calls ? { calls } : {}), shows: shown, no_cards: shown.length === 0 },
      },
    ],
    tools: tools.map(({ name, description, parameters }) => ({ name, description, parameters: { ...parameters } })),
    results: [
      ...run.turns.flatMap(({ history }) => resultsIn(history)),
      ...saved.results.map(({ name, arguments: args, text }) => ({ name, arguments: args, text })),
    ],
  };
}
